import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; category: string }[];
    readonly keybindings: readonly { command: string; key: string; when?: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { default: unknown }>> };
    readonly walkthroughs: readonly { steps: readonly { media: { svg: string } }[] }[];
  };
  readonly activationEvents: readonly string[];
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const names = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('src', name), 'utf8'))
  .join('\n');

const { commands, keybindings, menus, configuration } = manifest.contributes;
const declared = commands.map(({ command }) => command).sort();
const whens = [...keybindings, ...Object.values(menus).flat()].map(({ when }) => when ?? '');

describe('the manifest', () => {
  it('declares each command that the code handles, but for the internal preview', () => {
    const handled = [...sources.matchAll(/^ {4,8}'(llmStudy\.\w+\.\w+)': [^[]/gm)].map(([, id]) => id ?? '');
    assert.deepEqual([...new Set(handled)].filter((id) => id !== 'llmStudy.answer.preview').sort(), declared);
  });

  it('names commands llmStudy.<feature>.<verb>, after a feature that exists', () => {
    const features = readdirSync('src/features');
    const misnamed = declared.filter(
      (id) => !features.includes(/^llmStudy\.(\w+)\.\w+$/.exec(id)?.[1] ?? ''),
    );
    assert.deepEqual(misnamed, []);
  });

  it('puts every command into one category', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['%category%']);
  });

  it('has a text for each of its keys, and no text that nothing uses', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(names).sort());
  });

  it('limits every key binding with a when clause to a panel of ours', () => {
    const loose = keybindings.filter(({ when }) => !when?.includes("activeWebviewPanelId == 'llmStudy."));
    assert.deepEqual(loose, []);
  });

  it('reads only context keys that the code sets', () => {
    const read = whens.flatMap((when) => when.match(/llmStudy(\.\w+)+/g) ?? []);
    const views = [
      'llmStudy.answer',
      'llmStudy.quiz',
      'llmStudy.browse.questions',
      'llmStudy.hover.inThisFile',
    ];
    const unknown = [...new Set(read)].filter(
      (key) => !views.includes(key) && !sources.includes(`'${key}':`),
    );
    assert.deepEqual(unknown, []);
  });

  it('declares the settings that the code reads, and no other', () => {
    const keys = /interface Settings \{([^}]*)\}/.exec(sources)?.[1] ?? '';
    const read = [...keys.matchAll(/'([\w.]+)':/g)].map(([, key]) => `llmStudy.${key ?? ''}`);
    assert.deepEqual(Object.keys(configuration.properties).sort(), read.sort());
  });

  it('does not start with the editor', () => {
    assert.deepEqual(
      manifest.activationEvents.filter((event) => event === '*' || event === 'onStartupFinished'),
      [],
    );
  });

  it('shows walkthrough pictures that exist', () => {
    const pictures = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => media.svg),
    );
    for (const picture of pictures) assert.match(readFileSync(picture, 'utf8'), /^<svg/);
  });
});

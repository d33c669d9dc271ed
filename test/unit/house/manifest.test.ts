import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { STATUSES } from '../../../src/core/log/standing';

interface Conditional {
  readonly when?: string;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, { readonly supported: unknown }>>;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly keybindings: readonly (Conditional & { command: string; key: string })[];
    readonly menus: Readonly<Record<string, readonly (Conditional & { command: string })[]>>;
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string }[] };
    readonly viewsWelcome: readonly (Conditional & { view: string })[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly order?: number;
}

interface Step {
  readonly completionEvents: readonly string[];
  readonly media: { readonly svg: string; readonly altText: string };
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const names = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('src', name), 'utf8'))
  .join('\n');
const features = readdirSync('src/features');

const { commands, keybindings, menus, configuration, viewsWelcome } = manifest.contributes;
const commandIds = commands.map(({ command }) => command).sort();
const viewIds = Object.values(manifest.contributes.views).flatMap((views) => views.map(({ id }) => id));
const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const settings = Object.entries(configuration.properties);

/** What a pattern's group finds in the code, each once. */
const inCode = (pattern: RegExp) => [
  ...new Set([...sources.matchAll(pattern)].map(([, found]) => found ?? '')),
];
const panelIds = inCode(/viewType = '([\w.]+)'/g);
const contextKeys = inCode(/setContextKey\(\s*'([\w.]+)'/g);
const contextValues = [
  'group',
  ...['deck', 'deck.empty', 'deck.faulty', 'deck.faulty.empty'],
  ...STATUSES.flatMap((status) => [`question.${status}`, `question.bookmarked.${status}`]),
  ...STATUSES.map((status) => `question.unanswered.${status}`),
];

/** Each of these is VS Code's own. */
const editorKeys = [
  'activeWebviewPanelId',
  'editorHasSelection',
  'editorLangId',
  'inQuickOpen',
  'inputFocus',
  'listFocus',
  'resourceLangId',
  'view',
  'viewItem',
];

function quotedIn(code: string): string[] {
  return [...code.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
}

const without = (all: readonly string[], known: readonly string[]) =>
  all.filter((one) => !known.includes(one));

describe('the commands of the manifest', () => {
  it('are those that the code handles, but for those that it alone calls', () => {
    const internal = ['llmStudy.answer.preview', 'llmStudy.browse.showDeck', 'llmStudy.decks.showPassedOver'];
    const handled = inCode(/^ {4,8}'(llmStudy\.\w+\.\w+)': [^[]/gm);
    assert.deepEqual(without(handled, internal).sort(), commandIds);
  });

  it('are named llmStudy.<feature>.<verb>, after a feature that exists', () => {
    const misnamed = commandIds.filter(
      (id) => !features.includes(/^llmStudy\.(\w+)\.\w+$/.exec(id)?.[1] ?? ''),
    );
    assert.deepEqual(misnamed, []);
  });

  it('are in one category', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['%category%']);
  });

  it('have titles that tell them apart', () => {
    const titles = commands.map(({ title }) => names[title.slice(1, -1)]);
    assert.equal(new Set(titles).size, commands.length);
  });

  it('are all that menus, key bindings and links in texts run', () => {
    const linked = Object.values(names).flatMap((text) =>
      [...text.matchAll(/\(command:(llmStudy[\w.]+)/g)].map(([, id]) => id ?? ''),
    );
    const run = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    assert.ok(linked.length > 0);
    assert.deepEqual(
      without([...run, ...linked], [...commandIds, ...viewIds.map((id) => `${id}.focus`)]),
      [],
    );
  });
});

describe('the when clauses of the manifest', () => {
  const whens = [...keybindings, ...Object.values(menus).flat(), ...viewsWelcome].flatMap(
    ({ when }) => when ?? [],
  );
  /** What a key is compared with, by `==` as it stands, by `=~` as a pattern. */
  const comparedWith = (key: string) =>
    whens.flatMap((when) =>
      [...when.matchAll(/([\w.]+) (?:==|=~) (?:'([^']*)'|\/([^/]*)\/|([\w.]+))/g)]
        .filter(([, compared]) => compared === key)
        .map(([, , quoted, pattern, plain]) => new RegExp(pattern ?? `^${quoted ?? plain ?? ''}$`)),
    );
  const matchingNone = (key: string, values: readonly string[]) => {
    const patterns = comparedWith(key);
    assert.ok(patterns.length > 0, key);
    return patterns.filter((pattern) => !values.some((value) => pattern.test(value)));
  };

  it('limit every key binding to a panel of ours, and keep it from where somebody types', () => {
    const loose = keybindings.filter(
      ({ when }) => !/^activeWebviewPanelId == 'llmStudy\.\w+' && .*!inputFocus\b/.test(when ?? ''),
    );
    assert.deepEqual(loose, []);
  });

  it('read only keys that the code or VS Code sets', () => {
    const read = whens.flatMap((when) => when.replace(/(==|=~) \S+/g, '').match(/[a-zA-Z][\w.]*/g) ?? []);
    assert.deepEqual(without(read, ['false', ...editorKeys, ...contextKeys]), []);
  });

  it('name views, panels, tree items and phases that exist', () => {
    const phases = quotedIn(inCode(/'llmStudy\.quiz\.phase': (.+);/g)[0] ?? '');
    assert.deepEqual(matchingNone('view', viewIds), []);
    assert.deepEqual(matchingNone('activeWebviewPanelId', panelIds), []);
    assert.deepEqual(matchingNone('viewItem', contextValues), []);
    assert.deepEqual(matchingNone('llmStudy.quiz.phase', phases), []);
  });
});

describe('the settings of the manifest', () => {
  it('are those that the code reads', () => {
    const keys = /interface Settings \{([^}]*)\}/.exec(sources)?.[1] ?? '';
    const read = [...keys.matchAll(/'([\w.]+)':/g)].map(([, key]) => `llmStudy.${key ?? ''}`);
    assert.deepEqual(settings.map(([id]) => id).sort(), read.sort());
  });

  it('are named llmStudy.<feature>.<name>, after a feature that exists', () => {
    const misnamed = settings.filter(
      ([id]) => !features.includes(/^llmStudy\.(\w+)\.\w+$/.exec(id)?.[1] ?? ''),
    );
    assert.deepEqual(misnamed, []);
  });

  it('have a default, a scope and a description, one for each choice too', () => {
    const bare = settings.filter(
      ([, setting]) =>
        setting.default === undefined ||
        setting.scope === undefined ||
        setting.markdownDescription === undefined ||
        setting.enum?.length !== setting.enumDescriptions?.length,
    );
    assert.deepEqual(bare, []);
  });

  it('stand in the order of the manifest', () => {
    assert.deepEqual(
      settings.map(([, { order }]) => order),
      settings.map((_, at) => at + 1),
    );
  });
});

describe('the views of the manifest', () => {
  it('are those that the code fills, named after a feature that exists', () => {
    const filled = inCode(/'(llmStudy\.\w+\.\w+)'/g).filter((id) => viewIds.includes(id));
    assert.deepEqual(filled.sort(), [...viewIds].sort());
    assert.deepEqual(
      viewIds.filter((id) => !features.includes(id.split('.')[1] ?? '')),
      [],
    );
  });

  it('are in a container that exists, and say what to do while they are empty', () => {
    const containers = manifest.contributes.viewsContainers.activitybar.map(({ id }) => id);
    assert.deepEqual(without(Object.keys(manifest.contributes.views), containers), []);
    assert.deepEqual(viewsWelcome.map(({ view }) => view).sort(), [...viewIds].sort());
  });
});

describe('the walkthrough', () => {
  it('has steps that something real completes', () => {
    const real = [
      ...commandIds.map((id) => `onCommand:${id}`),
      ...contextKeys.map((key) => `onContext:${key}`),
      ...viewIds.map((id) => `onView:${id}`),
    ];
    assert.deepEqual(
      steps.filter(({ completionEvents }) => completionEvents.length === 0),
      [],
    );
    assert.deepEqual(
      without(
        steps.flatMap(({ completionEvents }) => completionEvents),
        real,
      ),
      [],
    );
  });

  it('shows pictures that exist, described for who does not see them', () => {
    for (const { media } of steps) {
      assert.match(readFileSync(media.svg, 'utf8'), /^<svg/);
      assert.match(names[media.altText.slice(1, -1)] ?? '', /^.{10,}\.$/);
    }
  });
});

describe('the manifest', () => {
  it('has a text for each of its keys, and no text that nothing uses', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(names).sort());
  });

  it('does not start with the editor, but with a panel of ours, a link and a file that may have hovers', () => {
    const languages = configuration.properties['llmStudy.hover.languages']?.default as readonly string[];
    assert.deepEqual([...manifest.activationEvents].sort(), [
      ...languages.map((language) => `onLanguage:${language}`).sort(),
      'onUri',
      ...panelIds.map((id) => `onWebviewPanel:${id}`).sort(),
    ]);
  });

  it('runs where nothing is trusted and no file is on disk', () => {
    const supported = Object.entries(manifest.capabilities).map(([name, how]) => [name, how.supported]);
    assert.deepEqual(Object.fromEntries(supported), { untrustedWorkspaces: true, virtualWorkspaces: true });
  });

  it('asks for the VS Code that it is compiled against', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('has an icon of 256 by 256 pixels', () => {
    const header = readFileSync(manifest.icon).subarray(0, 24);
    assert.deepEqual([header.readUInt32BE(16), header.readUInt32BE(20)], [256, 256]);
  });
});

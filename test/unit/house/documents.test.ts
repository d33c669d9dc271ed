import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const names = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const readme = readFileSync('README.md', 'utf8');
const documents = ['.', 'docs'].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join(folder, name))
    : [],
);

describe('the README', () => {
  it('names every command', () => {
    const titles = contributes.commands.map(({ title }) => names[title.slice(1, -1)] ?? title);
    assert.deepEqual(
      titles.filter((title) => !readme.includes(title)),
      [],
    );
  });

  it('names every setting', () => {
    const settings = Object.keys(contributes.configuration.properties);
    assert.deepEqual(
      settings.filter((setting) => !readme.includes(`\`${setting}\``)),
      [],
    );
  });
});

describe('the documents', () => {
  for (const document of documents) {
    it(`${document} links only to files that are there`, () => {
      const prose = readFileSync(document, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
      const targets = [...prose.matchAll(/\]\((?!https:|#)([^)#\s]+)/g)];
      const missing = targets
        .map(([, target = '']) => path.join(path.dirname(document), target))
        .filter((target) => !existsSync(target));
      assert.deepEqual(missing, []);
    });
  }
});

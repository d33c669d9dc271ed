import { PackageManager, listFiles } from '@vscode/vsce';
import type { Metafile } from 'esbuild';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { findBundledPackages } from '../../../src/build/notices';
import { parseBankIndex } from '../../../src/core/bank/bankFiles';

/** Every kind of file that runs, or that somebody reads who has the package only. */
const kinds = [
  /^(package|package\.nls)\.json$/,
  /^(README|CHANGELOG)\.md$|^LICENSE$|^THIRD_PARTY_NOTICES\.txt$/,
  /^dist\/(desktop|web)\/[a-z]+\.js$/,
  /^dist\/webview\/[\w-]+\.(js|css)$/,
  /^dist\/webview\/fonts\/KaTeX_[\w-]+\.woff2$/,
  /^dist\/bank\/(index|[a-z-]+\.formulas)\.json$|^dist\/bank\/[a-z-]+\.md$/,
  /^media\/([a-z-]+\.svg|icon\.png|walkthrough\/[a-z-]+\.svg)$/,
];

const mostBytes = 2.5 * 1024 * 1024;

describe('the package', () => {
  let files: readonly string[];
  const textOf = (ending: string) =>
    files
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
  const missing = (needed: readonly string[]) => {
    assert.ok(needed.length > 0, 'nothing is looked for');
    return [...new Set(needed)].filter((file) => !files.includes(file));
  };

  before(async function () {
    this.timeout(60_000);
    files = await listFiles({ packageManager: PackageManager.None });
  });

  it('holds nothing but what runs', () => {
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
  });

  it('holds the pages for people', () => {
    const pages = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD_PARTY_NOTICES.txt'];
    assert.deepEqual(missing(pages.filter((page) => existsSync(page))), []);
  });

  it('holds each file that the manifest names', () => {
    const named = textOf('package.json').match(/(?<=")(\.\/dist|media)\/[^"]+/g) ?? [];
    assert.deepEqual(missing(named.map((file) => path.posix.normalize(file))), []);
  });

  it('holds each picture that the code shows, and none that nothing names', () => {
    const shown = [...textOf('.js').matchAll(/"media", "([^"]+)"/g)].map(([, name]) => `media/${name ?? ''}`);
    assert.deepEqual(missing(shown), []);
    const pictures = files.filter((file) => file.startsWith('media/') && !shown.includes(file));
    assert.deepEqual(
      pictures.filter((file) => !textOf('package.json').includes(`"${file}"`)),
      [],
    );
  });

  it('holds each chunk that the extension loads, for desktop and web', () => {
    const chunks = [...textOf('extension.js').matchAll(/loadChunk\("(\w+)"\)/g)].map(
      ([, name]) => name ?? '',
    );
    assert.deepEqual(
      missing(chunks.flatMap((name) => [`dist/desktop/${name}.js`, `dist/web/${name}.js`])),
      [],
    );
  });

  it('holds each file that a panel loads', () => {
    const inPanels = [...textOf('.js').matchAll(/"\.\/(chunk-[\w-]+\.js)"/g)].map(([, name]) => name ?? '');
    const inStyles = [...textOf('.css').matchAll(/url\("?(?:\.\/)?([^")]+)"?\)/g)].map(
      ([, name]) => name ?? '',
    );
    const inPages = ['answer.js', 'quiz.js', 'panel.css', 'katex.css'];
    const own = [...inPanels, ...inStyles, ...inPages].filter((name) => !name.startsWith('data:'));
    assert.deepEqual(missing(own.map((name) => `dist/webview/${name}`)), []);
  });

  it('holds each topic of the bank', () => {
    const { topics } = parseBankIndex(textOf('bank/index.json'));
    const named = topics.flatMap(({ id }) => [`dist/bank/${id}.md`, `dist/bank/${id}.formulas.json`]);
    assert.deepEqual(missing(named), []);
  });

  it('names each package that is bundled in its notices', () => {
    const metafiles = ['desktop', 'web', 'webview', 'styles'].map(
      (name) => JSON.parse(readFileSync(`out/meta/${name}.json`, 'utf8')) as Metafile,
    );
    const notices = textOf('NOTICES.txt');
    const packages = findBundledPackages(metafiles).map((folder) => path.basename(folder));
    assert.ok(packages.includes('katex'));
    assert.deepEqual(
      packages.filter((name) => !notices.includes(`\n  ${name} `)),
      [],
    );
  });

  it('has at most 2.5 MB, even before it is minified', () => {
    const bytes = files.map((file) => deflateRawSync(readFileSync(file)).length).reduce((a, b) => a + b, 0);
    assert.ok(bytes <= mostBytes, `${bytes} bytes`);
  });
});

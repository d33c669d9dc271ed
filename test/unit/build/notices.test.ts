import type { Metafile } from 'esbuild';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNotices, findBundledPackages } from '../../../src/build/notices';

/** What esbuild says of one output, by the bytes that each input has in it. */
function metafileOf(bytes: Readonly<Record<string, number>>): Metafile {
  const inputs = Object.fromEntries(
    Object.entries(bytes).map(([file, bytesInOutput]) => [file, { bytesInOutput }]),
  );
  return { inputs: {}, outputs: { 'dist/x.js': { bytes: 0, inputs, imports: [], exports: [] } } };
}

describe('the notices of what is bundled', () => {
  it('are about each package once, its own copy of another one included', () => {
    const metafile = metafileOf({
      'src/extension.ts': 10,
      'node_modules/a/index.js': 1,
      'node_modules/a/lib/more.js': 1,
      'node_modules/a/node_modules/b/index.js': 1,
      'node_modules/@scope/c/index.js': 1,
    });
    assert.deepEqual(findBundledPackages([metafile, metafile]), [
      'node_modules/@scope/c',
      'node_modules/a',
      'node_modules/a/node_modules/b',
    ]);
  });

  it('are not about a package of which no byte is left', () => {
    assert.deepEqual(findBundledPackages([metafileOf({ 'node_modules/a/index.js': 0 })]), []);
  });

  it('hold the whole licence of a package, and that of the fonts', () => {
    const notices = createNotices([metafileOf({ 'node_modules/highlight.js/lib/core.js': 1 })]);
    assert.match(notices, /^ {2}highlight\.js [\d.]+: BSD-3-Clause$/m);
    assert.match(notices, /Copyright \(c\) 2006, Ivan Sagalaev\.\n[\s\S]+POSSIBILITY OF SUCH DAMAGE\.\n/);
    assert.match(notices, /Khan Academy[\s\S]+SIL OPEN FONT LICENSE/);
  });

  it('refuse a package without a licence', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'notices-')), 'node_modules', 'bare');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'package.json'),
      '{ "name": "bare", "version": "1.0.0", "license": "MIT" }',
    );
    const metafile = metafileOf({ [path.join(folder, 'index.js')]: 1 });
    assert.throws(() => createNotices([metafile]), /bare has no file with its licence/);
  });
});

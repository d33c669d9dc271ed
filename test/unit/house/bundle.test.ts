import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { buildSync, type Metafile } from 'esbuild';

const mostKiB = 20;

for (const target of ['desktop', 'web']) {
  const metafile = JSON.parse(readFileSync(`out/meta/${target}.json`, 'utf8')) as Metafile;
  const main = metafile.outputs[`dist/${target}/extension.js`];

  describe(`the ${target} bundle`, () => {
    it('holds no library in its main file', () => {
      const libraries = Object.keys(main?.inputs ?? {}).filter((input) => input.includes('node_modules/'));
      assert.deepEqual(libraries, []);
      assert.ok(main !== undefined);
    });

    it(`has a main file of at most ${mostKiB} KiB when minified`, () => {
      const { outputFiles } = buildSync({
        entryPoints: ['src/extension.ts'],
        bundle: true,
        minify: true,
        write: false,
        format: 'cjs',
        platform: target === 'desktop' ? 'node' : 'browser',
        external: ['vscode'],
      });
      const bytes = outputFiles[0]?.contents.length ?? Infinity;
      assert.ok(bytes <= mostKiB * 1024, `${bytes} bytes`);
    });

    it('has a chunk for each feature that has something to load later', () => {
      const lazy = readdirSync('src/features').filter((name) => existsSync(`src/features/${name}/lazy.ts`));
      assert.ok(lazy.length > 0);
      assert.deepEqual(
        lazy.filter((name) => metafile.outputs[`dist/${target}/${name}.js`] === undefined),
        [],
      );
    });
  });
}

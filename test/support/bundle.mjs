// Bundles the tests and the tools around them:
//
//   test/unit/**/*.test.ts   out/test/unit/**/*.test.js, a file each
//   test/host/*.test.ts      out/test/host/index.js, all in one: a web worker loads a single file
//   test/e2e/*.test.ts       out/test/e2e/index.js, all in one: they share a browser
//   test/e2e/pictures.ts      out/test/pictures.js
//   test/bench/index.ts      out/test/bench/index.js, and activation.js, which it runs in extension hosts
//   test/support/<command>   out/test/support/<command>.js
import { build } from 'esbuild';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const preloaded = ['recordConnections', 'movableClock'];
const commands = ['all', 'runMocha', 'runHost', 'desktop', 'start', 'logWriter', ...preloaded].map(
  (name) => `test/support/${name}.ts`,
);

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'cjs', sourcemap: 'linked', logLevel: 'warning' };

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...common, platform: 'node', target: 'node20', packages: 'external' };

/** @type {import('esbuild').BuildOptions} */
const forAnyHost = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  define: { global: 'globalThis' },
  // mocha's browser build takes `module.exports` for itself.
  footer: { js: 'module.exports = { run };' },
};

export async function bundleTests() {
  rmSync('out/test', { recursive: true, force: true });
  await Promise.all([
    build({ ...forNode, entryPoints: findFiles('test/unit', '.test.ts'), ...into('unit') }),
    build({ ...forNode, entryPoints: commands.filter(existsSync), ...into('support') }),
    build({ ...forNode, entryPoints: ['test/bench/index.ts'], ...into('bench') }),
    build({ ...forNode, entryPoints: ['test/e2e/pictures.ts'], outfile: 'out/test/pictures.js' }),
    build({
      ...forAnyHost,
      entryPoints: ['test/bench/activation/host.ts'],
      outfile: 'out/test/bench/activation.js',
    }),
    build({ ...forNode, ...collecting('e2e') }),
    build({ ...forAnyHost, ...collecting('host') }),
  ]);
}

/** @type {(suite: string) => import('esbuild').BuildOptions} */
const into = (suite) => ({ outbase: `test/${suite}`, outdir: `out/test/${suite}` });

/**
 * One bundle of a suite's `support/run.ts`, which imports all tests under the name `tests`.
 * @type {(suite: string) => import('esbuild').BuildOptions}
 */
const collecting = (suite) => ({
  entryPoints: [`test/${suite}/support/run.ts`],
  outfile: `out/test/${suite}/index.js`,
  plugins: [
    {
      name: 'tests',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^tests$/ }, () => ({ path: suite, namespace: 'tests' }));
        onLoad({ filter: /.*/, namespace: 'tests' }, () => ({
          contents: findFiles(`test/${suite}`, '.test.ts')
            .map((file) => `import ${JSON.stringify(path.resolve(file))};`)
            .join('\n'),
          resolveDir: process.cwd(),
        }));
      },
    },
  ],
});

/** @type {(folder: string, ending: string) => string[]} */
function findFiles(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name))
    .sort();
}

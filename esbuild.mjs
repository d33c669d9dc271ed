// Builds everything that runs. `node esbuild.mjs [--production] [--watch] [--tools] [--tests]`
//
//   dist/desktop, dist/web   the extension: extension.js and one chunk per feature (its lazy.ts)
//   dist/webview             the panels' scripts, styles and fonts
//   dist/bank                the compiled questions
//   out/                     tests and tools
import { build, context } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const isProduction = process.argv.includes('--production');
const isWatching = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
};

const features = readdirSync('src/features').filter((name) => existsSync(`src/features/${name}/lazy.ts`));

/** @type {(target: 'desktop' | 'web') => import('esbuild').BuildOptions} */
const extension = (target) => ({
  ...common,
  entryPoints: {
    extension: 'src/extension.ts',
    bank: 'src/core/bank/bank.ts',
    ...Object.fromEntries(features.map((name) => [name, `src/features/${name}/lazy.ts`])),
  },
  outdir: `dist/${target}`,
  format: 'cjs',
  platform: target === 'desktop' ? 'node' : 'browser',
  target: target === 'desktop' ? 'node20' : 'es2022',
  external: ['vscode'],
});

/** @type {import('esbuild').BuildOptions} */
const webview = {
  ...common,
  entryPoints: { answer: 'src/webview/answer/main.ts', quiz: 'src/webview/quiz/main.ts' },
  outdir: 'dist/webview',
  format: 'esm',
  splitting: true,
  platform: 'browser',
  target: 'es2022',
  chunkNames: 'chunk-[name]-[hash]',
};

/** @type {import('esbuild').BuildOptions} */
const styles = {
  ...common,
  entryPoints: { panel: 'src/webview/panel.css', katex: 'node_modules/katex/dist/katex.min.css' },
  outdir: 'dist/webview',
  assetNames: 'fonts/[name]',
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
};

/** @type {import('esbuild').BuildOptions} */
const tools = {
  ...common,
  entryPoints: { bankCommand: './src/build/bankCommand.ts', searchCommand: './src/build/searchCommand.ts' },
  outdir: 'out/build',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  packages: 'external',
};

async function buildBank() {
  const { main } = await import(pathToFileURL(path.resolve('out/build/bankCommand.mjs')).href);
  process.exitCode = await main(['--quiet', '--write', 'dist/bank']);
}

async function buildAll() {
  rmSync('dist', { recursive: true, force: true });
  const targets = { desktop: extension('desktop'), web: extension('web'), webview, styles, tools };
  for (const [name, options] of Object.entries(targets)) {
    const { metafile } = await build(options);
    mkdirSync('out/meta', { recursive: true });
    writeFileSync(`out/meta/${name}.json`, JSON.stringify(metafile));
  }
  await buildBank();
}

async function watch() {
  await buildAll();
  const watched = [extension('desktop'), extension('web'), webview, styles];
  for (const options of watched) await (await context(options)).watch();
  console.log('Watching src. After a change: "Developer: Reload Window".');
}

if (process.argv.includes('--tests')) {
  const { bundleTests } = await import('./test/support/bundle.mjs');
  await bundleTests();
} else if (process.argv.includes('--tools')) await build(tools);
else if (isWatching) await watch();
else await buildAll();

// Builds everything that runs. `node esbuild.mjs [--production] [--watch] [--tools] [--missing-bank] [--tests]`
//
//   dist/desktop, dist/web   the extension: extension.js and one chunk per feature (its lazy.ts)
//   dist/webview             the panels' scripts, styles and fonts
//   dist/bank                the compiled questions
//   THIRD_PARTY_NOTICES.txt  the licences of what is bundled
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
    library: 'src/platform/library/lazy.ts',
    log: 'src/platform/studyLog/lazy.ts',
    markdown: 'src/platform/markdownHtml.ts',
    tex: 'src/platform/tex/lazy.ts',
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
  entryPoints: Object.fromEntries(
    ['answer', 'quiz', 'progress'].map((name) => [name, `src/webview/${name}/main.ts`]),
  ),
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
  entryPoints: ['bankCommand', 'searchCommand', 'deckCommand', 'notices'].map(
    (name) => `src/build/${name}.ts`,
  ),
  outdir: 'out/build',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  packages: 'external',
};

/** @type {(name: string) => Promise<any>} */
const importTool = (name) => import(pathToFileURL(path.resolve(`out/build/${name}.mjs`)).href);

async function buildBank() {
  const { main } = await importTool('bankCommand');
  process.exitCode = await main(['--quiet', '--write', 'dist/bank']);
}

async function buildMissingBank() {
  if (existsSync('out/build/deckCommand.mjs') && existsSync('dist/bank/index.json')) return;
  await build(tools);
  await buildBank();
}

async function buildAll() {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('out/meta', { recursive: true });
  const targets = { desktop: extension('desktop'), web: extension('web'), webview, styles, tools };
  const metafiles = [];
  for (const [name, options] of Object.entries(targets)) {
    const { metafile } = await build(options);
    metafiles.push(metafile);
    writeFileSync(`out/meta/${name}.json`, JSON.stringify(metafile));
  }
  const { createNotices } = await importTool('notices');
  writeFileSync('THIRD_PARTY_NOTICES.txt', createNotices(metafiles));
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
else if (process.argv.includes('--missing-bank')) await buildMissingBank();
else if (isWatching) await watch();
else await buildAll();

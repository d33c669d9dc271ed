// `npm run bench`: every budget that applies, measured side by side in one run; the table goes to docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { gzipSync } from 'node:zlib';
import { inCheckout } from '../support/paths';
import { benchActivation } from './activation/bench';
import { benchRender } from './render';
import { renderRows, type BenchRow } from './report';

async function main(): Promise<void> {
  const rows: BenchRow[] = [];
  const report = (row: BenchRow) => {
    rows.push(row);
    console.log(`${row.what}: ${row.figure}${row.budget === undefined ? '' : ` (budget ${row.budget})`}`);
  };
  benchBundle(report);
  await benchRender(report);
  await benchActivation(report);
  const [cpu] = os.cpus();
  const machine = `${os.cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${os.type()} ${os.arch()}, Node ${process.version}`;
  const page = `# Benchmarks\n\n\`npm run bench\` printed this on ${machine}.\n${versions()}\n\n${renderRows(rows)}\n`;
  writeFileSync(inCheckout('docs', 'benchmarks.md'), page);
  console.log(`\n${renderRows(rows)}`);
  process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
}

function benchBundle(report: (row: BenchRow) => void): void {
  const main = readFileSync(inCheckout('dist', 'desktop', 'extension.js'));
  report({
    what: 'main bundle',
    figure: `${(main.length / 1024).toFixed(1)} KiB (${(gzipSync(main).length / 1024).toFixed(1)} KiB compressed)`,
    budget: '≤ 20 KiB',
    holds: main.length <= 20 * 1024,
  });
}

/** What the figures depend on besides our own code. */
function versions(): string {
  const lock = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const names = [
    'fuse.js',
    'minisearch',
    '@leeoniya/ufuzzy',
    'fuzzysort',
    'markdown-it',
    'katex',
    'dompurify',
  ];
  return (
    names.map((name) => `${name} ${lock.packages[`node_modules/${name}`]?.version ?? '?'}`).join(', ') + '.'
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { inCheckout } from '../support/paths';
import { releases } from '../support/releases';
import { renderRows, type BenchRow } from './report';

/** docs/benchmarks.md: the figures, and what they depend on besides our own code. */
export function renderPage(rows: readonly BenchRow[]): string {
  return `# Benchmarks

\`npm run bench -- --write\` wrote this page. Everything is measured side by side in one run; what has no budget is
there to compare with. Questions and keystrokes to search are generated, the same ones in every run; each search is
asked as many of the keystrokes, in random order, as it answers in a few seconds.

- ${describeMachine()}
- ${describeVersions()}

${renderRows(rows)}
`;
}

function describeMachine(): string {
  const [cpu] = os.cpus();
  const memory = `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory}; ${os.type()} ${os.release()} ${os.arch()}`;
}

const libraries = [
  'fuse.js',
  'minisearch',
  '@leeoniya/ufuzzy',
  'fuzzysort',
  'markdown-it',
  'katex',
  'dompurify',
];

function describeVersions(): string {
  const lock = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const versions = libraries.map(
    (name) => `${name} ${lock.packages[`node_modules/${name}`]?.version ?? '?'}`,
  );
  return [`Node ${process.version}`, `VS Code ${releases.current.version}`, ...versions].join(', ');
}

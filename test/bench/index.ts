// `npm run bench`: every budget, measured side by side in one run. `npm run bench -- search` runs one part,
// `npm run bench -- --write` writes docs/benchmarks.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { inCheckout } from '../support/paths';
import { benchActivation } from './activation/bench';
import { benchProblems } from './decks/problems';
import { benchReading } from './decks/reading';
import { benchHover } from './hover';
import { benchComputing, benchMerging } from './log/computing';
import { benchLoading } from './log/loading';
import { benchWriting } from './log/writing';
import { renderPage } from './page';
import { benchRender } from './render';
import { renderRows, type BenchRow, type ReportRow } from './report';
import { benchQuality } from './search/quality';
import { benchSpeed } from './search/speed';
import { benchSimulation } from './simulation';
import { benchSizes } from './sizes';
import { benchTree } from './tree';

type Part = (report: ReportRow) => void | Promise<void>;

const parts: Readonly<Record<string, readonly Part[]>> = {
  sizes: [benchSizes],
  search: [benchQuality, benchSpeed],
  tree: [benchTree],
  hover: [benchHover],
  render: [benchRender],
  reading: [benchReading],
  problems: [benchProblems],
  activation: [benchActivation],
  simulation: [benchSimulation],
  log: [benchWriting, benchLoading, benchComputing, benchMerging],
};

async function main(options: readonly string[]): Promise<number> {
  const isWritten = options.includes('--write');
  const named = options.filter((option) => option !== '--write');
  const unknown = named.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0 || (isWritten && named.length > 0)) {
    console.error(`Name parts (${Object.keys(parts).join(', ')}) or give --write, which runs all of them.`);
    return 1;
  }
  const rows: BenchRow[] = [];
  for (const name of named.length > 0 ? named : Object.keys(parts)) {
    for (const run of parts[name] ?? []) await run((row) => rows.push(print(row)));
  }
  if (isWritten) {
    mkdirSync(inCheckout('docs'), { recursive: true });
    writeFileSync(inCheckout('docs', 'benchmarks.md'), renderPage(rows));
  } else console.log(`\n${renderRows(rows)}`);
  return rows.some(({ holds }) => holds === false) ? 1 : 0;
}

function print(row: BenchRow): BenchRow {
  const { what, figure, budget, holds } = row;
  const verdict = holds === undefined ? '' : holds ? ': holds' : ': DOES NOT HOLD';
  console.log(`${what}: ${figure}${budget === undefined ? '' : ` (budget ${budget}${verdict})`}`);
  return row;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

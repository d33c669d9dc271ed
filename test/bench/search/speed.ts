import { shuffle } from '../../../src/core/util/shuffle';
import type { SearchDocument } from '../../../src/core/search/searchIndex';
import { median, percentile, timeMs, type ReportRow } from '../report';
import { ours, peers, plainFuse, type Engine, type Find } from './engines';
import { generateKeystrokes, generateQuestions } from './questions';
import { createRandom } from '../../../src/core/util/random';

/** Questions, and how many times faster than plain Fuse a search over so many must be. */
const sizes = [
  { count: 230 },
  { count: 2_000 },
  { count: 10_000, leastTimesFaster: 20 },
  { count: 100_000, leastTimesFaster: 100 },
];

const queries = 40;

/** A slow search is asked fewer of the keystrokes, which are in random order, but never fewer than `leastAsked`. */
const mostMs = 4_000;
const leastAsked = 20;

/** Time per keystroke of each search, side by side over the same generated questions. */
export function benchSpeed(report: ReportRow): void {
  for (const size of sizes) {
    const questions = generateQuestions(size.count);
    const keystrokes = shuffle(generateKeystrokes(questions, queries), createRandom(1));
    const slowest = measure(plainFuse, questions, keystrokes);
    const own = measure(ours, questions, keystrokes);
    const timesFaster = percentile(slowest.timesMs, 0.95) / percentile(own.timesMs, 0.95);
    reportSearch(report, own, size.count, {
      figure: `; ${timesFaster.toFixed(0)} × faster than plain Fuse`,
      ...(size.leastTimesFaster === undefined
        ? {}
        : {
            budget: `p95 ≤ 1/${size.leastTimesFaster} of plain Fuse`,
            holds: timesFaster >= size.leastTimesFaster,
          }),
    });
    reportSearch(report, slowest, size.count);
    for (const peer of peers) reportSearch(report, measure(peer, questions, keystrokes), size.count);
  }
}

interface Measured {
  readonly name: string;
  readonly createMs: number;
  readonly timesMs: readonly number[];
}

function measure(
  { name, create }: Engine,
  questions: readonly SearchDocument[],
  keystrokes: readonly string[],
): Measured {
  const started = performance.now();
  const find = create(questions);
  const createMs = performance.now() - started;
  time(find, keystrokes.slice(-leastAsked), { mostMs: mostMs / 10, least: 1 });
  return { name, createMs, timesMs: time(find, keystrokes, { mostMs, least: leastAsked }) };
}

function time(
  find: Find,
  keystrokes: readonly string[],
  { mostMs, least }: { mostMs: number; least: number },
): number[] {
  const timesMs: number[] = [];
  const started = performance.now();
  for (const keystroke of keystrokes) {
    if (timesMs.length >= least && performance.now() - started > mostMs) break;
    timesMs.push(timeMs(() => find(keystroke)));
  }
  return timesMs;
}

function reportSearch(
  report: ReportRow,
  { name, createMs, timesMs }: Measured,
  count: number,
  own: { figure: string; budget?: string; holds?: boolean } = { figure: '' },
): void {
  const p95 = `${formatMs(percentile(timesMs, 0.95))} (median ${formatMs(median(timesMs))})`;
  const index = `index ${formatMs(createMs)}`;
  report({
    ...own,
    what: `${name}: ${count.toLocaleString('en')} questions, p95 of ${timesMs.length} keystrokes`,
    figure: `${p95}, ${index}${own.figure}`,
  });
}

function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import type { Deck, DeckFile } from '../../../src/core/decks/deck';
import { createDeckReader } from '../../../src/core/decks/readDeck';
import { inCheckout } from '../../support/paths';
import { median, timeMs, type ReportRow } from '../report';
import { generateFiles, generateLongFile } from './texts';

const questions = 10_000;
const fileCount = 2_500;
const edits = 20;
const rounds = 5;
const megabyte = 1024 * 1024;
const [mostColdMs, mostEditMs, mostLongMs] = [1_000, 50, 2_000];

/** What a deck costs to be read: all of it, after an edit, and as one long file. */
export function benchReading(report: ReportRow): void {
  const files = generateFiles(questions, fileCount);
  withFolder(files, (folder) => reportCold(report, folder, files));
  reportEdits(report, files);
  reportLong(report);
}

/** Held to its budget is the first reading: a window has the reader's code compiled by nothing before it. */
function reportCold(report: ReportRow, folder: string, files: readonly DeckFile[]): void {
  const readAll = (): DeckFile[] =>
    files.map(({ path }) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const costs = Array.from({ length: rounds }, () => measure(() => expectAll(read(readAll()))));
  const floorMs = median(
    Array.from({ length: rounds }, () =>
      timeMs(() => readAll().reduce((count, { text }) => count + text.split(/\r?\n/).length, 0)),
    ),
  );
  const [first = { ms: NaN, cpuMs: NaN }] = costs;
  const { ms, cpuMs } = medianCost(costs);
  report({
    what: `a deck of ${questions} questions in ${fileCount} files, read from the disk for the first time`,
    figure:
      `${first.ms.toFixed(0)} ms (processor ${first.cpuMs.toFixed(0)} ms); ` +
      `median of ${rounds} ${ms.toFixed(0)} ms (processor ${cpuMs.toFixed(0)} ms); ` +
      `reading the files and splitting their lines ${floorMs.toFixed(0)} ms: ${(ms / floorMs).toFixed(1)} × the median; ${describeLoad()}`,
    budget: `< ${mostColdMs} ms`,
    holds: first.ms < mostColdMs,
  });
}

function reportEdits(report: ReportRow, files: readonly DeckFile[]): void {
  const reader = createDeckReader();
  const readAgain = (edited: readonly DeckFile[]) => expectAll(reader.read('deck', 'Deck', edited));
  readAgain(files);
  const costs = Array.from({ length: edits }, (_, number) => {
    const changed = (number * 97) % fileCount;
    const edited = files.map((file, at) =>
      at === changed ? { ...file, text: `${file.text}\nOne more line, the ${number}th.\n` } : file,
    );
    return measure(() => readAgain(edited));
  });
  const { ms, cpuMs } = medianCost(costs);
  report({
    what: `the same deck after an edit of a file, median of ${edits}`,
    figure: `${ms.toFixed(1)} ms (processor ${cpuMs.toFixed(1)} ms); ${describeLoad()}`,
    budget: `< ${mostEditMs} ms`,
    holds: ms < mostEditMs,
  });
}

function reportLong(report: ReportRow): void {
  const [short, long] = [generateLongFile(megabyte), generateLongFile(10 * megabyte)];
  const costOf = (file: DeckFile) =>
    medianCost(Array.from({ length: rounds }, () => measure(() => read([file]))));
  const [small, large] = [costOf(short), costOf(long)];
  report({
    what: `a deck's file of 10 MB, ${read([long]).questions.length} questions, median of ${rounds}`,
    figure:
      `${large.ms.toFixed(0)} ms (processor ${large.cpuMs.toFixed(0)} ms); 1 MB ${small.ms.toFixed(0)} ms: ` +
      `${(large.ms / small.ms).toFixed(1)} × for 10 × the text; ${describeLoad()}`,
    budget: `< ${mostLongMs} ms`,
    holds: large.ms < mostLongMs,
  });
}

function read(files: readonly DeckFile[]): Deck {
  return createDeckReader().read('deck', 'Deck', files);
}

/** A reader that finds less is no faster one. */
function expectAll({ questions: found }: Deck): void {
  const answered = found.filter(({ isUnanswered }) => isUnanswered !== true).length;
  if (found.length === questions && answered === questions) return;
  throw new Error(
    `Of ${questions} questions with an answer ${found.length} were found, ${answered} answered.`,
  );
}

interface Cost {
  readonly ms: number;
  /** Of all threads, so the compiler's and the collector's, too; what other processes take is not in it. */
  readonly cpuMs: number;
}

function medianCost(costs: readonly Cost[]): Cost {
  return { ms: median(costs.map(({ ms }) => ms)), cpuMs: median(costs.map(({ cpuMs }) => cpuMs)) };
}

function measure(run: () => unknown): Cost {
  const before = process.cpuUsage();
  const ms = timeMs(run);
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
}

function describeLoad(): string {
  return `load ${(loadavg()[0] ?? NaN).toFixed(1)}`;
}

/** The files in a folder on the disk, gone when `run` is done. */
function withFolder(files: readonly DeckFile[], run: (folder: string) => void): void {
  const folder = inCheckout('out', 'bench-deck');
  rmSync(folder, { recursive: true, force: true });
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

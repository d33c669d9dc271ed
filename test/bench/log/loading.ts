import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLogFile } from '../../../src/core/log/fold';
import type { LogFolder } from '../../../src/core/log/logFolder';
import { openLog } from '../../../src/core/log/logReader';
import { createStudyLog } from '../../../src/core/log/studyLog';
import { loadStudyRecord, type StudyRecord } from '../../../src/core/log/studyRecord';
import type { ReportRow } from '../report';
import { generateReviews, questionIds } from './events';
import { createStore, withLogFolder } from './folder';
import { settings } from './settings';
import { formatRatio, medianTimesMs } from './timing';

const reviews = 100_000;
const mostTimesParsing = 1.3;
const mostTimesReading = 2;

/**
 * The files read and replayed to the state of every question, beside the same files read and each line parsed; then the
 * same from a snapshot, beside its text read and parsed. The cards, which FSRS makes of the state, are a figure of their
 * own.
 */
export async function benchLoading(report: ReportRow): Promise<void> {
  await withLogFolder(generateReviews(reviews), async (folder, place) => {
    const store = createStore(folder);
    const snapshot = path.join(place, 'snapshot.txt');
    await writeFile(snapshot, (await openLog(store)).encodeSnapshot());
    const readSnapshot = () => readFile(snapshot, 'utf8');
    const [loading, parsing, fromSnapshot, parsingSnapshot, reading, statuses] = await medianTimesMs([
      () => openLog(store),
      () => parseLines(folder),
      async () => openLog(store, await readSnapshot()),
      async () => JSON.parse((await readSnapshot()).split('\n')[0] ?? '') as unknown,
      readSnapshot,
      async () => listStatuses(await loadRecord(folder)),
    ]);
    const many = `${reviews.toLocaleString('en')} reviews`;
    const whole = { ours: loading, theirs: parsing, theirName: 'reading and parsing their lines' };
    report({ what: `${many} loaded`, ...formatRatio(whole, mostTimesParsing) });
    const quick = { ours: fromSnapshot, theirs: parsingSnapshot, theirName: 'reading and parsing it' };
    report({ what: `${many} loaded from a snapshot`, ...formatRatio(quick) });
    const bare = { ours: fromSnapshot, theirs: reading, theirName: 'reading its text alone' };
    report({ what: `${many} loaded from a snapshot`, ...formatRatio(bare, mostTimesReading) });
    report({ what: `${many} loaded, and the status of every question`, figure: `${statuses.toFixed(0)} ms` });
  });
}

/** What a program would do that knows JSON and nothing else; gives how many lines there are. */
async function parseLines(folder: LogFolder): Promise<number> {
  const names = (await folder.list()).map(({ name }) => name).filter(isLogFile);
  const texts = await Promise.all(names.map((name) => createStore(folder).read(name)));
  const lines = texts.flatMap((text = '') => text.split('\n').slice(0, -1));
  return lines.map((line) => JSON.parse(line) as unknown).length;
}

function loadRecord(folder: LogFolder): Promise<StudyRecord> {
  const log = createStudyLog(createStore(folder));
  return loadStudyRecord({
    log,
    stamps: { now: Date.now, random: Math.random },
    settings: () => settings,
    questions: () => [],
    now: Date.now,
  });
}

function listStatuses(record: StudyRecord): string[] {
  return questionIds.map((id) => record.statusOf(id));
}

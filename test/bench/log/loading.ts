import { isLogFile } from '../../../src/core/log/fold';
import type { LogFolder } from '../../../src/core/log/logFolder';
import { openLog } from '../../../src/core/log/logReader';
import { createStudyLog, type LogStore } from '../../../src/core/log/studyLog';
import { loadStudyRecord, type StudyRecord } from '../../../src/core/log/studyRecord';
import type { ReportRow } from '../report';
import { generateReviews, questionIds } from './events';
import { createStore, withLogFolder } from './folder';
import { noQuestions, settings } from './settings';
import { formatRatio, medianTimesMs } from './timing';

const reviews = 100_000;
const mostTimesParsing = 1.3;
const mostTimesReading = 2;
const snapshotFile = 'snapshot.txt';

/**
 * The files read and replayed to the state of every question, beside the same files read and each line parsed; then the
 * same from a snapshot, beside its text read and decoded. The cards, which FSRS makes of the state, are figures of their
 * own: they need every review, which a snapshot gives only then.
 */
export async function benchLoading(report: ReportRow): Promise<void> {
  await withLogFolder(generateReviews(reviews), async (folder) => {
    const store = createStore(folder);
    await folder.write(snapshotFile, (await openLog(store)).encodeSnapshot());
    const [loading, parsing] = await medianTimesMs([() => openLog(store), () => parseLines(folder)]);
    // Apart, since who comes behind a hundred thousand objects pays for taking them away.
    const [fromSnapshot, reading] = await medianTimesMs(
      [() => openLog(store, folder.read(snapshotFile)), () => store.read(snapshotFile)],
      40,
    );
    const withSnapshot = { ...store, readSnapshot: () => folder.read(snapshotFile) };
    const [statuses, statusesFromSnapshot] = await medianTimesMs([
      async () => listStatuses(await loadRecord(store)),
      async () => listStatuses(await loadRecord(withSnapshot)),
    ]);
    const many = `${reviews.toLocaleString('en')} reviews`;
    const whole = { ours: loading, theirs: parsing, theirName: 'reading and parsing their lines' };
    report({ what: `${many} loaded`, ...formatRatio(whole, mostTimesParsing) });
    const bare = { ours: fromSnapshot, theirs: reading, theirName: 'reading its text' };
    report({ what: `${many} loaded from a snapshot`, ...formatRatio(bare, mostTimesReading) });
    const besideWhole = { ours: statusesFromSnapshot, theirs: statuses, theirName: 'without one' };
    report({
      what: `${many} loaded from a snapshot, and the status of every question`,
      ...formatRatio(besideWhole),
    });
  });
}

/** What a program would do that knows JSON and nothing else; gives how many lines there are. */
async function parseLines(folder: LogFolder): Promise<number> {
  const names = (await folder.list()).map(({ name }) => name).filter(isLogFile);
  const texts = await Promise.all(names.map((name) => createStore(folder).read(name)));
  const lines = texts.flatMap((text = '') => text.split('\n').slice(0, -1));
  return lines.map((line) => JSON.parse(line) as unknown).length;
}

function loadRecord(store: LogStore): Promise<StudyRecord> {
  const log = createStudyLog(store);
  return loadStudyRecord({
    log,
    stamps: { now: Date.now, random: Math.random },
    settings: () => settings,
    questions: () => noQuestions,
    now: Date.now,
  });
}

function listStatuses(record: StudyRecord): string[] {
  return questionIds.map((id) => record.statusOf(id));
}

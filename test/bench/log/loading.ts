import { isLogFile } from '../../../src/core/log/fold';
import type { LogFolder } from '../../../src/core/log/logFolder';
import { openLog } from '../../../src/core/log/logReader';
import { isWholeSnapshot } from '../../../src/core/log/snapshot';
import { createStudyLog } from '../../../src/core/log/studyLog';
import { loadStudyRecord, type StudyRecord } from '../../../src/core/log/studyRecord';
import type { ReportRow } from '../report';
import { generateReviews, questionIds } from './events';
import { createStore, decoder, withLogFolder } from './folder';
import { settings } from './settings';
import { formatRatio, medianTimesMs } from './timing';

const reviews = 100_000;
const mostTimesParsing = 1.3;
const mostTimesReading = 2;
const snapshotFile = 'snapshot.txt';

/**
 * The files read and replayed to the state of every question, beside the same files read and each line parsed; then the
 * same from a snapshot, beside its text read and decoded. The cards, which FSRS makes of the state, are a figure of their
 * own.
 */
export async function benchLoading(report: ReportRow): Promise<void> {
  await withLogFolder(generateReviews(reviews), async (folder) => {
    const store = createStore(folder);
    await folder.write(snapshotFile, (await openLog(store)).encodeSnapshot());
    const [loading, parsing] = await medianTimesMs([() => openLog(store), () => parseLines(folder)]);
    // Apart, since who comes behind a hundred thousand objects pays for taking them away.
    const [fromSnapshot, reading] = await medianTimesMs(
      [async () => openLog(store, await readWholeSnapshot(folder)), () => store.read(snapshotFile)],
      40,
    );
    const [statuses] = await medianTimesMs([async () => listStatuses(await loadRecord(folder))]);
    const many = `${reviews.toLocaleString('en')} reviews`;
    const whole = { ours: loading, theirs: parsing, theirName: 'reading and parsing their lines' };
    report({ what: `${many} loaded`, ...formatRatio(whole, mostTimesParsing) });
    const bare = { ours: fromSnapshot, theirs: reading, theirName: 'reading its text' };
    report({ what: `${many} loaded from a snapshot`, ...formatRatio(bare, mostTimesReading) });
    report({ what: `${many} loaded, and the status of every question`, figure: `${statuses.toFixed(0)} ms` });
  });
}

/** As the extension does: damage shows in the bytes. */
async function readWholeSnapshot(folder: LogFolder): Promise<string> {
  const bytes = await folder.read(snapshotFile);
  return bytes !== undefined && isWholeSnapshot(bytes) ? decoder.decode(bytes) : '';
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

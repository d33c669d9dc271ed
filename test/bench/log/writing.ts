import { open } from 'node:fs/promises';
import path from 'node:path';
import type { LogFolder } from '../../../src/core/log/logFolder';
import { encodeEvent } from '../../../src/core/log/logText';
import { createStudyLog } from '../../../src/core/log/studyLog';
import { loadStudyRecord } from '../../../src/core/log/studyRecord';
import { createRandom } from '../../../src/core/util/random';
import { median, type ReportRow } from '../report';
import { pick } from '../search/random';
import { generateReviews, questionIds } from './events';
import { createStore, withLogFolder } from './folder';
import { noQuestions, settings } from './settings';
import { formatRatio } from './timing';

const [shortLog, longLog] = [1_000, 100_000];
const events = 400;
const warmUps = 100;
const mostTimesFlush = 1.5;
const mostTimesShort = 1.2;

const [sample] = generateReviews(1);

/** Something whose time is taken: `prepare` gives what is timed. */
interface Timed {
  prepare(): () => Promise<unknown>;
}

/**
 * A review kept as a quiz keeps it, once its card is shown: stamped, encoded, appended, flushed and replayed. In turn
 * with it, in the same folder: the same bytes appended and flushed, and a review in a short log.
 */
export async function benchWriting(report: ReportRow): Promise<void> {
  await withLogFolder(generateReviews(shortLog), (short) =>
    withLogFolder(generateReviews(longLog), async (long, folder) => {
      const [inShort, inLong] = [await openRecord(short), await openRecord(long)];
      const bare = await open(path.join(folder, 'bare.txt'), 'a');
      const line = sample === undefined ? '' : encodeEvent(sample);
      const flush = {
        prepare: () => async () => {
          await bare.appendFile(line);
          await bare.datasync();
        },
      };
      const timesMs = await timeInTurn([flush, inLong, inShort]);
      await bare.close();
      reportWriting(report, timesMs.map(median));
    }),
  );
}

/** Keeps one review more, each time. */
async function openRecord(folder: LogFolder): Promise<Timed> {
  const log = createStudyLog(createStore(folder));
  const random = createRandom(1);
  const stamps = { now: Date.now, random };
  const record = await loadStudyRecord({
    log,
    stamps,
    settings: () => settings,
    questions: () => noQuestions,
    now: Date.now,
  });
  return {
    prepare() {
      const question = pick(questionIds, random);
      record.outcomesOf(question);
      const ticked = [0, 1, 3];
      const given = { question, grade: 'good', shownSeconds: 20.5, thinkingSeconds: 12.1, ticked } as const;
      return () => record.review({ ...given, keyPoints: 5 });
    },
  };
}

/** Milliseconds of each run of each, one after the other, the first ones left out. */
async function timeInTurn(all: readonly Timed[]): Promise<number[][]> {
  const timesMs = all.map((): number[] => []);
  for (let round = 0; round < warmUps + events; round++) {
    // Each is the first as often as the others, since a flush may depend on the one before.
    for (let turn = 0; turn < all.length; turn++) {
      const number = (round + turn) % all.length;
      const run = all[number]?.prepare();
      const started = performance.now();
      await run?.();
      if (round >= warmUps) timesMs[number]?.push(performance.now() - started);
    }
  }
  return timesMs;
}

function reportWriting(report: ReportRow, [flush = NaN, long = NaN, short = NaN]: readonly number[]): void {
  const what = `one review kept in a log of ${longLog.toLocaleString('en')}, median of ${events}`;
  const flushed = { ours: long, theirs: flush, theirName: 'its bytes appended and flushed' };
  report({ what, ...formatRatio(flushed, mostTimesFlush) });
  const theirName = `in a log of ${shortLog.toLocaleString('en')}`;
  report({ what, ...formatRatio({ ours: long, theirs: short, theirName }, mostTimesShort) });
}

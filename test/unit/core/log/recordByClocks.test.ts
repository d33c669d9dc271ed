import assert from 'node:assert/strict';
import { createMemoryStore, type MemoryFolder } from '../../../../src/core/log/memoryStore';
import { loadStudyRecord, type StudyRecord } from '../../../../src/core/log/studyRecord';
import { createStudyLog } from '../../../../src/core/log/studyLog';
import type { DayClock } from '../../../../src/core/schedule/studyDay';
import { createRandom } from '../../random';
import { aScheduling } from '../schedule/builders';
import { clockIn } from '../schedule/clocks';
import { aReview } from './samples';

describe('a record by a clock that a person looks at', () => {
  /** Windows on one log, and the clock that they go by. */
  function createWindows(clock: DayClock, start: string) {
    const folder: MemoryFolder = new Map();
    let now = Date.parse(start);
    const random = createRandom(20261206);
    const settings = {
      scheduling: aScheduling({ clock }),
      limits: { newPerDay: 2, reviewsPerDay: 100 },
      interviewDay: undefined,
      minutesPerDay: 20,
      aheadMovesDueDays: false,
    };
    return {
      at: (instant: string) => (now = Date.parse(instant)),
      open: (name = 'own.jsonl') =>
        loadStudyRecord({
          log: createStudyLog(createMemoryStore(folder, name)),
          stamps: { now: () => now, random },
          settings: () => settings,
          questions: () => [],
          now: () => now,
        }),
    };
  }
  const dueDayOf = (record: StudyRecord, id = 'q1') => {
    const card = record.cardOf(id);
    return card.state === 'new' ? 'new' : card.dueDay;
  };
  const berlin = clockIn('Europe/Berlin');
  const good = aReview();

  it('keeps what is done after the clock was set back a day, as the last word', async () => {
    const windows = createWindows(berlin, '2026-11-24T12:00:00Z');
    const record = await windows.open();
    await record.review(good);
    await record.append({ type: 'bookmarked', question: 'q1', on: true });
    windows.at('2026-11-23T12:00:00Z');
    await record.append({ type: 'bookmarked', question: 'q1', on: false });
    await record.append({ type: 'reset', question: 'q1' });
    await record.review(aReview({ grade: 'easy' }));
    const again = await windows.open('other.jsonl');
    assert.deepEqual(
      [again.isBookmarked('q1'), again.stateOf('q1')?.scheduledFrom, again.stateOf('q1')?.reviews.length],
      [false, 1, 2],
    );
    assert.deepEqual(again.cardOf('q1'), record.cardOf('q1'));
  });

  it('takes back what was done last in this window after the clock was set back a day', async () => {
    const windows = createWindows(berlin, '2026-11-24T12:00:00Z');
    const record = await windows.open();
    await record.append({ type: 'bookmarked', question: 'q1', on: true });
    windows.at('2026-11-23T12:00:00Z');
    await record.append({ type: 'suspended', question: 'q2' });
    assert.deepEqual([(await record.undo())?.type, record.statusOf('q2')], ['suspended', 'new']);
    assert.deepEqual([(await record.undo())?.type, record.isBookmarked('q1')], ['bookmarked', false]);
  });

  it('asks nothing twice that was graded before the clock was set back', async () => {
    const windows = createWindows(berlin, '2026-11-24T12:00:00Z');
    const record = await windows.open();
    await record.review(good);
    windows.at('2026-11-23T12:00:00Z');
    assert.deepEqual([record.statusOf('q1'), record.queueOf('due', ['q1'])], ['known', []]);
  });

  it('counts a card that was open when the day turned on the day of its grade', async () => {
    const windows = createWindows(berlin, '2026-11-24T02:59:00Z');
    const record = await windows.open();
    const before = record.today();
    await record.review(aReview({ question: 'q2' }));
    windows.at('2026-11-24T03:01:00Z');
    await record.review(good);
    assert.deepEqual([before, record.today()], ['2026-11-23', '2026-11-24']);
    assert.deepEqual(
      [record.cardOf('q2'), record.cardOf('q1')].map((card) => card.state !== 'new' && card.lastDay),
      ['2026-11-23', '2026-11-24'],
    );
    assert.equal(record.queueOf('new', ['q1', 'q2', 'q3', 'q4']).length, 1);
  });

  it('makes a due card that was open when the day turned no practice', async () => {
    const windows = createWindows(berlin, '2026-11-20T12:00:00Z');
    const record = await windows.open();
    await record.review(good);
    const dueDay = dueDayOf(record);
    windows.at(`${dueDay}T02:59:00Z`);
    const before = record.queueOf('due', ['q1']);
    windows.at(`${dueDay}T03:01:00Z`);
    assert.deepEqual([before, record.queueOf('due', ['q1'])], [[], ['q1']]);
    await record.review(good);
    assert.deepEqual(
      record.stateOf('q1')?.reviews.map(({ practice }) => practice),
      [false, false],
    );
  });

  for (const [what, evening, zone, next] of [
    ['before the clocks go forward', '2026-03-28T20:00:00Z', 'Europe/Berlin', '2026-03-29T02:00:00Z'],
    ['before the clocks go back', '2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-25T03:00:00Z'],
    ['before a leap day', '2028-02-28T20:00:00Z', 'UTC', '2028-02-29T04:00:00Z'],
    ['on a leap day', '2028-02-29T20:00:00Z', 'UTC', '2028-03-01T04:00:00Z'],
  ] as const) {
    it(`asks what was hard ${what} from the first moment of the next day on`, async () => {
      const windows = createWindows(clockIn(zone), evening);
      const record = await windows.open();
      await record.review(aReview({ grade: 'hard' }));
      const queues = [Date.parse(next) - 1, Date.parse(next)].map((ms) => {
        windows.at(new Date(ms).toISOString());
        return record.queueOf('due', ['q1']);
      });
      assert.deepEqual([dueDayOf(record), queues], [next.slice(0, 10), [[], ['q1']]]);
    });
  }
});

import assert from 'node:assert/strict';
import type { StudySettings } from '../../../../src/core/log/dailyPlan';
import { createMemoryStore, type MemoryFolder } from '../../../../src/core/log/memoryStore';
import { createStudyLog } from '../../../../src/core/log/studyLog';
import { loadStudyRecord } from '../../../../src/core/log/studyRecord';
import { createRandom } from '../../random';
import { aScheduling } from '../schedule/builders';
import { DAY, MINUTE, MONDAY } from './samples';

const bank = Array.from({ length: 30 }, (_, number) => `q${number}`);

function someSettings(changes: Partial<StudySettings> = {}): StudySettings {
  return {
    scheduling: aScheduling({ maximumDays: 365 }),
    limits: { newPerDay: 10, reviewsPerDay: 100 },
    interviewDay: undefined,
    minutesPerDay: 20,
    aheadMovesDueDays: false,
    ...changes,
  };
}

/** A window of somebody with those settings, on Monday, and its clock. */
async function aWindow(changes: Partial<StudySettings> = {}, folder: MemoryFolder = new Map()) {
  const clock = { now: MONDAY };
  let settings = someSettings(changes);
  const random = createRandom(3);
  const record = await loadStudyRecord({
    log: createStudyLog(createMemoryStore(folder, `${folder.size}.jsonl`)),
    stamps: { now: () => (clock.now += 1000), random },
    settings: () => settings,
    questions: () => bank,
    now: () => clock.now,
  });
  const answer = (question: string, grade: 'good' | 'again' = 'good', shownSeconds = 60) =>
    record.review({ question, grade, shownSeconds, thinkingSeconds: 10, ticked: [], keyPoints: 3 });
  const dueDayOf = (id: string) => {
    const card = record.cardOf(id);
    return card.state === 'new' ? 'new' : card.dueDay;
  };
  return {
    record,
    clock,
    answer,
    dueDayOf,
    set: (next: Partial<StudySettings>) => (settings = someSettings(next)),
  };
}

describe('what is answered ahead of its day', () => {
  it('keeps its due day', async () => {
    const { answer, clock, dueDayOf } = await aWindow();
    await answer('q0');
    const before = dueDayOf('q0');
    clock.now += DAY;
    for (const grade of ['good', 'again'] as const) await answer('q0', grade);
    assert.equal(dueDayOf('q0'), before);
  });

  it('gets another one where the settings say so', async () => {
    const { record, answer, clock, dueDayOf } = await aWindow({ aheadMovesDueDays: true });
    await answer('q0');
    const before = dueDayOf('q0');
    clock.now += DAY;
    assert.equal(record.outcomesOf('q0').good.type, 'days');
    await answer('q0');
    assert.notEqual(dueDayOf('q0'), before);
  });
});

describe('the plan of a day', () => {
  it('is the settings’ where no interview is to come', async () => {
    for (const interviewDay of [undefined, '2026-11-22']) {
      const { record } = await aWindow({ interviewDay });
      assert.deepEqual(
        [record.plan().interview, record.plan().scheduling.desiredRetention],
        [undefined, 0.9],
      );
      assert.deepEqual(record.interviewQueueOf(bank), []);
      assert.equal(record.queueOf('new', bank).length, 10);
    }
  });

  it('is the interview’s where one is to come', async () => {
    const { record } = await aWindow({ interviewDay: '2026-12-13' });
    const { scheduling, interview } = record.plan();
    assert.equal(scheduling.desiredRetention, 0.97);
    assert.deepEqual([interview?.daysLeft, interview?.questionCount], [20, 30]);
    assert.deepEqual(record.queueOf('new', bank), interview?.newToday);
  });

  it('counts to the day itself, and is over on the next', async () => {
    const { record, clock } = await aWindow({ interviewDay: '2026-11-24' });
    const left: (number | undefined)[] = [];
    for (let day = 0; day < 3; day += 1) {
      left.push(record.plan().interview?.daysLeft);
      assert.equal(record.interviewQueueOf(bank).length > 0, day < 2);
      clock.now += DAY;
    }
    assert.deepEqual(left, [1, 0, undefined]);
  });

  it('stays as it is for the day, whatever is answered', async () => {
    const { record, answer } = await aWindow({ interviewDay: '2026-12-13' });
    const plan = record.plan();
    for (const id of bank.slice(0, 5)) await answer(id);
    assert.equal(record.plan(), plan);
  });

  it('is made of what was known in the morning, so that a reload makes the same', async () => {
    const folder: MemoryFolder = new Map();
    const interviewDay = '2026-12-13';
    const first = await aWindow({ interviewDay }, folder);
    const morning = first.record.plan();
    for (const id of bank.slice(0, 5)) await first.answer(id);
    const second = await aWindow({ interviewDay }, folder);
    assert.equal(second.record.cardOf('q0').state, 'review');
    assert.deepEqual(second.record.plan().interview, morning.interview);
  });

  it('is another one on the next day and with other settings', async () => {
    const { record, clock, set } = await aWindow({ interviewDay: '2026-12-13' });
    clock.now += DAY;
    assert.equal(record.plan().interview?.daysLeft, 19);
    set({ interviewDay: '2026-12-13', minutesPerDay: 5 });
    assert.ok((record.plan().interview?.newToday.length ?? 99) <= 4);
  });

  it('leaves out what is suspended', async () => {
    const { record } = await aWindow({ interviewDay: '2026-12-13' });
    await record.append({ type: 'suspended', question: 'q0' });
    assert.equal(record.plan().interview?.questionCount, 29);
  });
});

describe('the work for an interview', () => {
  it('shrinks with the minutes that were studied today', async () => {
    const { record, answer, clock } = await aWindow({ interviewDay: '2026-12-13', minutesPerDay: 10 });
    const before = record.interviewQueueOf(bank).length;
    await answer('q29', 'good', 300);
    assert.ok(record.interviewQueueOf(bank).length < before);
    await answer('q28', 'good', 300);
    assert.deepEqual(record.interviewQueueOf(bank), []);
    clock.now += DAY + MINUTE;
    assert.ok(record.interviewQueueOf(bank).length > 0);
  });
});

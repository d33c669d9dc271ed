import assert from 'node:assert/strict';
import type { StudySettings } from '../../../../src/core/log/dailyPlan';
import type { StudyEvent } from '../../../../src/core/log/event';
import { planImport } from '../../../../src/core/log/exportImport';
import { createMemoryStore } from '../../../../src/core/log/memoryStore';
import { createStudyLog } from '../../../../src/core/log/studyLog';
import { loadStudyRecord } from '../../../../src/core/log/studyRecord';
import { planRestore } from '../../../../src/core/log/undo';
import { aScheduling } from '../schedule/builders';
import { anEvent, createStamps, MONDAY } from './samples';

const settings: StudySettings = {
  scheduling: aScheduling(),
  limits: { newPerDay: 10, reviewsPerDay: 100 },
  interviewDay: undefined,
  minutesPerDay: 20,
  aheadMovesDueDays: false,
};
const suspension = anEvent('elsewhere', -60, { type: 'suspended', question: 'q2' });

/** A record in which this window has just graded a question, and what an import and a restoring would append. */
async function loadGraded() {
  const log = createStudyLog(createMemoryStore(new Map(), 'own.jsonl'));
  const stamps = createStamps();
  const record = await loadStudyRecord({
    ...{ log, stamps, settings: () => settings, now: () => MONDAY },
    questions: () => [],
  });
  await record.review({
    question: 'q1',
    grade: 'good',
    shownSeconds: 2,
    thinkingSeconds: 1,
    ticked: [],
    keyPoints: 3,
  });
  const { replay } = await log.load();
  return {
    record,
    planImport: (events: readonly StudyEvent[]) => planImport(events, stamps, replay).events,
    planRestore: (events: readonly StudyEvent[]) => planRestore(events, stamps, replay),
  };
}

describe('the undo of a study record', () => {
  it('takes back an import before the grade that was given before it', async () => {
    const { record, planImport } = await loadGraded();
    await record.appendBatch(planImport([suspension]));
    const undone = [await record.undo(), await record.undo(), await record.undo()];
    assert.deepEqual(
      undone.map((action) => action?.type),
      ['import', 'reviewed', undefined],
    );
  });

  it('takes back the restoring of a back-up, and the state is that before it', async () => {
    const { record, planRestore } = await loadGraded();
    await record.appendBatch(planRestore([]));
    assert.equal(record.statusOf('q1'), 'new');
    assert.equal((await record.undo())?.type, 'restore');
    assert.equal(record.statusOf('q1'), 'known');
  });

  it('is as before when an import brings nothing', async () => {
    const { record } = await loadGraded();
    await record.appendBatch([]);
    assert.equal((await record.undo())?.type, 'reviewed');
  });
});

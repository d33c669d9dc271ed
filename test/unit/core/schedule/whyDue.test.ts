import assert from 'node:assert/strict';
import type { Candidate } from '../../../../src/core/schedule/queue';
import type { StudyDay } from '../../../../src/core/schedule/studyDay';
import { explainDue, explainNothingDue } from '../../../../src/core/schedule/whyDue';
import { aContext, aScheduling, someCandidates } from './builders';

function explain(line: string, today: StudyDay, changes: Parameters<typeof aScheduling>[0] = {}) {
  const [candidate] = someCandidates({ q: line });
  assert.ok(candidate);
  return explainDue(candidate, today, aScheduling(changes));
}

const nothing = (
  lines: Record<string, string>,
  today: StudyDay,
  changes: Parameters<typeof aContext>[1] = {},
) => explainNothingDue(someCandidates(lines), aContext(today, changes));

describe('why a question is due', () => {
  it('names the interval, what set it, and the recall expected today', () => {
    assert.deepEqual(explain('good', '2026-11-05'), {
      type: 'due',
      overdueDays: 2,
      lastDay: '2026-11-01',
      dueDay: '2026-11-03',
      intervalDays: 2,
      setBy: 'desiredRetention',
      recall: 0.85798579,
      desiredRetention: 0.9,
      stabilityDays: 2.3065,
    });
  });

  it('says of one that is not due when it will be', () => {
    const { type, ...facts } = explain('good 2 good', '2026-11-10');
    assert.deepEqual([type, 'inDays' in facts && facts.inDays], ['notDue', 4]);
  });

  it('names the longest interval where that set it', () => {
    const reason = explain('easy', '2026-11-10', { maximumDays: 3 });
    assert.equal('setBy' in reason && reason.setBy, 'maximumDays');
  });

  it('says that it is new, failed, suspended or set aside', () => {
    assert.deepEqual(
      ['', 'good 2 again', 'good | suspended', 'good | buried until 2026-11-09'].map((line) =>
        explain(line, '2026-11-04'),
      ),
      [
        { type: 'new' },
        { type: 'failed', lastDay: '2026-11-03' },
        { type: 'suspended' },
        { type: 'buried', until: '2026-11-09' },
      ],
    );
  });
});

describe('why nothing is due', () => {
  it('is not asked where something is', () => {
    const candidates: Candidate[] = someCandidates({ a: 'good' });
    assert.equal(explainNothingDue(candidates, aContext('2026-11-03')), undefined);
  });

  it('may be that nothing was begun', () => {
    assert.deepEqual(nothing({ a: '', b: '' }, '2026-11-03'), {
      reasons: [{ type: 'notStarted', newCount: 2 }],
    });
  });

  it('may be that all is answered, and names the next day and how many', () => {
    assert.deepEqual(nothing({ a: 'good', b: 'good', c: 'easy' }, '2026-11-01'), {
      reasons: [{ type: 'allAnswered', today: 3 }],
      next: { day: '2026-11-03', count: 2 },
    });
  });

  it('may be the limit of the day', () => {
    const limits = { newPerDay: 10, reviewsPerDay: 0 };
    assert.deepEqual(nothing({ a: 'good', b: 'good' }, '2026-11-03', { limits }), {
      reasons: [{ type: 'reviewLimit', limit: 0, waiting: 2 }],
      next: { day: '2026-11-04', count: 2 },
    });
  });

  it('may be that what would be due is set aside', () => {
    const lines = { a: 'good | suspended', b: 'good | buried until 2026-11-09', c: 'easy' };
    assert.deepEqual(nothing(lines, '2026-11-04'), {
      reasons: [
        { type: 'allAnswered', today: 0 },
        { type: 'suspended', count: 1 },
        { type: 'buried', count: 1, until: '2026-11-09' },
      ],
      next: { day: '2026-11-09', count: 2 },
    });
  });
});

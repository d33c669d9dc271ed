import assert from 'node:assert/strict';
import { gatherForecast } from '../../../../src/core/stats/forecast';
import type { StatsInputs } from '../../../../src/core/stats/inputs';
import { aStudy, today } from './study';

/** `+2: a b` for each day with something due. */
function assertForecast(study: StatsInputs, expected: string[]): void {
  const { days, overdue, later } = gatherForecast(study);
  const shown = days
    .filter(({ questions }) => questions.length > 0)
    .map(({ day, questions }) => {
      const ids = questions.map((position) => study.questions[position]?.id);
      return `+${day - today}: ${ids.join(' ')}`;
    });
  assert.deepEqual([...shown, `overdue ${overdue}`, `later ${later}`], expected);
}

describe('the forecast', () => {
  it('is empty when nothing was ever answered', () => {
    assertForecast(aStudy({ a: {}, b: {} }), ['overdue 0', 'later 0']);
  });

  it('has thirty days, the first of them today', () => {
    const { days } = gatherForecast(aStudy({}));
    assert.deepEqual([days.length, days[0]?.day, days[29]?.day], [30, today, today + 29]);
  });

  it('puts what is overdue on today, the longest due first', () => {
    const study = aStudy({ a: { dueIn: 0 }, b: { dueIn: -1 }, c: { dueIn: -400 } });
    assertForecast(study, ['+0: c b a', 'overdue 2', 'later 0']);
  });

  it('counts what comes after the last day as later', () => {
    const study = aStudy({ a: { dueIn: 29 }, b: { dueIn: 30 }, c: { dueIn: 4000 } });
    assertForecast(study, ['+29: a', 'overdue 0', 'later 2']);
  });

  it('leaves suspended questions out', () => {
    assertForecast(aStudy({ a: { dueIn: -3, suspended: true } }), ['overdue 0', 'later 0']);
  });

  it('puts a buried question on the day until which it is buried, unless it is due later', () => {
    const study = aStudy({
      a: { dueIn: -3, buriedUntil: '2026-11-25' },
      b: { dueIn: 5, buriedUntil: '2026-11-25' },
      c: { dueIn: 1, buriedUntil: 'some day' },
    });
    assertForecast(study, ['+1: c', '+2: a', '+5: b', 'overdue 0', 'later 0']);
  });

  it('leaves out questions that the bank has no more', () => {
    assertForecast(aStudy({ a: { dueIn: 0, isInBank: false } }), ['overdue 0', 'later 0']);
  });
});

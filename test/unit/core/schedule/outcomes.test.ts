import assert from 'node:assert/strict';
import { advanceCard, type Card } from '../../../../src/core/schedule/memory';
import { gatherOutcomes } from '../../../../src/core/schedule/outcomes';
import { GRADES } from '../../../../src/core/schedule/session';
import type { StudyDay } from '../../../../src/core/schedule/studyDay';
import { createRandom } from '../../random';
import { aCard, aScheduling, noonOf, randomReviews } from './builders';

/** `session 1 2 8` */
function outcomesOn(card: Card, today: StudyDay, movesDueDays = false): string {
  const outcomes = gatherOutcomes(card, noonOf(today), aScheduling(), movesDueDays);
  return GRADES.map((grade) => {
    const outcome = outcomes[grade];
    return outcome.type === 'session'
      ? 'session'
      : `${outcome.days}${outcome.type === 'practice' ? ' stays' : ''}`;
  }).join(', ');
}

describe('the grade buttons', () => {
  it('name the days until a new question is due', () => {
    assert.equal(outcomesOn(aCard(''), '2026-11-01'), 'session, 1, 2, 8');
  });

  it('name the days until a due question is due again', () => {
    assert.equal(outcomesOn(aCard('good'), '2026-11-03'), 'session, 8, 11, 19');
  });

  it('say that practice leaves the due day', () => {
    assert.equal(outcomesOn(aCard('good 2 good'), '2026-11-10'), 'session, 4 stays, 4 stays, 4 stays');
  });

  it('name what happens ahead of time when that is asked', () => {
    assert.equal(outcomesOn(aCard('good 2 good'), '2026-11-10', true), 'session, 26, 36, 58');
  });

  it('keep their word, also where intervals are moved a little', () => {
    const random = createRandom(9);
    const scheduling = aScheduling({ isFuzzed: true });
    for (let run = 0; run < 100; run += 1) {
      const card = advanceCard({ id: `q${run}`, state: 'new' }, randomReviews(random, 6), scheduling);
      const at = noonOf('2028-02-29');
      const outcome = gatherOutcomes(card, at, scheduling, true).good;
      const after = advanceCard(card, [{ at, grade: 'good', practice: false }], scheduling);
      assert.equal(outcome.type === 'days' && outcome.dueDay, after.state !== 'new' && after.dueDay);
    }
  });
});

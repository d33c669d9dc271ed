import assert from 'node:assert/strict';
import { GRADES } from '../../../../src/core/schedule/session';
import { gatherAnswers } from '../../../../src/core/stats/answers';
import type { StatsInputs } from '../../../../src/core/stats/inputs';
import { ago, aStudy } from './study';

/** `new: good 1 (a)` for each stage with answers. */
function assertAnswers(study: StatsInputs, expected: string[]): void {
  const shown = gatherAnswers(study)
    .filter(({ count }) => count > 0)
    .map(({ stage, grades }) => {
      const given = GRADES.filter((grade) => grades[grade].count > 0).map((grade) => {
        const ids = grades[grade].questions.map((position) => study.questions[position]?.id);
        return `${grade} ${grades[grade].count} (${ids.join(' ')})`;
      });
      return `${stage}: ${given.join(', ')}`;
    });
  assert.deepEqual(shown, expected);
}

describe('the answer buttons', () => {
  it('have four stages also when nothing was answered', () => {
    assert.deepEqual(
      gatherAnswers(aStudy({})).map(({ stage, count }) => `${stage} ${count}`),
      ['new 0', 'learning 0', 'young 0', 'mature 0'],
    );
  });

  it('are counted by the stage of the question when it was asked', () => {
    const reviews = [
      ago(40, { grade: 'again' }),
      ago(40, { grade: 'hard' }),
      ago(30),
      ago(0, { grade: 'easy' }),
    ];
    assertAnswers(aStudy({ a: { reviews } }), [
      'new: again 1 (a)',
      'learning: hard 1 (a)',
      'young: good 1 (a)',
      'mature: easy 1 (a)',
    ]);
  });

  it('name each question once', () => {
    const study = aStudy({ a: { reviews: [ago(3), ago(3), ago(3)] }, b: { reviews: [ago(3), ago(3)] } });
    assertAnswers(study, ['new: good 2 (a b)', 'learning: good 3 (a b)']);
  });

  it('leave practice out', () => {
    assertAnswers(aStudy({ a: { reviews: [ago(0, { practice: true })] } }), []);
  });

  it('count questions that the bank has no more, but do not name them', () => {
    assertAnswers(aStudy({ a: { reviews: [ago(0)], isInBank: false } }), ['new: good 1 ()']);
  });

  it('take a question for new again after a reset', () => {
    const study = aStudy({ a: { reviews: [ago(9), ago(2)], scheduledFrom: 1 } });
    assertAnswers(study, ['new: good 2 (a)']);
  });
});

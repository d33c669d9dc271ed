import assert from 'node:assert/strict';
import { GRADES } from '../../../../src/core/schedule/session';
import { gatherProgress } from '../../../../src/core/stats/progress';
import { totalOf } from '../../../../src/core/stats/retention';
import { createRandom, pick } from '../../random';
import { ago, aStudy, today } from './study';

/** Questions answered so many times each, on random days of the last year. */
function randomStudy(questions: number, reviewsEach: number) {
  const random = createRandom(7);
  const days = () =>
    Array.from({ length: reviewsEach }, () => Math.floor(random() * 365)).sort((a, b) => b - a);
  const studied = Array.from({ length: questions }, (_, number) => {
    const reviews = days().map((day) => ago(day, { grade: pick(random, ['again', 'hard', 'good', 'easy']) }));
    return [`q${number}`, { reviews, recall: random(), dueIn: Math.floor(random() * 60) - 10 }] as const;
  });
  return aStudy(Object.fromEntries(studied));
}

describe('the progress', () => {
  it('counts every review of the year once in each picture', () => {
    const { calendar, answers, time, retention } = gatherProgress(randomStudy(40, 30));
    const stages = Object.fromEntries(answers.map(({ stage, count }) => [stage, count]));
    assert.deepEqual(
      {
        calendar: calendar.reviews,
        answers: answers.reduce((sum, { count }) => sum + count, 0),
        grades: answers.flatMap(({ grades }) => GRADES.map((g) => grades[g].count)).reduce((a, b) => a + b),
        lengths: time.lengths.reduce((sum, { reviews }) => sum + reviews, 0),
        retention: totalOf(retention.all).asked + (stages['new'] ?? 0) + (stages['learning'] ?? 0),
      },
      { calendar: 1200, answers: 1200, grades: 1200, lengths: 1200, retention: 1200 },
    );
  });

  it('knows of no interview that is over', () => {
    const dayOfInterview = (interviewDay: number) =>
      gatherProgress(aStudy({}, { interviewDay })).interviewDay;
    assert.deepEqual(
      [-1, 0, 1].map((days) => dayOfInterview(today + days)),
      [undefined, today, today + 1],
    );
  });

  it('leads only to questions that the bank has', () => {
    const study = aStudy({ gone: { reviews: [ago(3), ago(0)], dueIn: 0, isInBank: false } });
    const positions = JSON.stringify(gatherProgress(study)).match(/"(questions|studied|unseen)":\[\d/g);
    assert.equal(positions, null);
  });
});

import assert from 'node:assert/strict';
import type { StatsInputs } from '../../../../src/core/stats/inputs';
import { gatherTime } from '../../../../src/core/stats/time';
import { ago, aStudy, today } from './study';

const lasting = (shownSeconds: number, thinkingSeconds = 0) => ago(0, { shownSeconds, thinkingSeconds });
const medians = (study: StatsInputs) => {
  const { medianSeconds, medianThinkingSeconds } = gatherTime(study);
  return [medianSeconds, medianThinkingSeconds];
};

/** `-2: 60 s in 2` for each day with reviews. */
function assertDays(study: StatsInputs, expected: string[]): void {
  const { days } = gatherTime(study);
  const studied = days.filter(({ reviews }) => reviews > 0);
  assert.deepEqual(
    studied.map(({ day, seconds, reviews }) => `${day - today}: ${seconds} s in ${reviews}`),
    expected,
  );
}

/** `10: 2` for each length with reviews, by its lower bound. */
function assertLengths(study: StatsInputs, expected: string[]): void {
  const used = gatherTime(study).lengths.filter(({ reviews }) => reviews > 0);
  assert.deepEqual(
    used.map(({ fromSeconds, reviews }) => `${fromSeconds}: ${reviews}`),
    expected,
  );
}

describe('the time', () => {
  it('has no median when nothing was answered', () => {
    assert.deepEqual(medians(aStudy({ a: {} })), [undefined, undefined]);
  });

  it('of one answer is its median', () => {
    assert.deepEqual(medians(aStudy({ a: { reviews: [lasting(42, 17)] } })), [42, 17]);
  });

  it('is halved by the median, which one long answer does not move', () => {
    const reviews = [lasting(5, 1), lasting(10, 2), lasting(20, 3), lasting(500, 400)];
    assert.deepEqual(medians(aStudy({ a: { reviews } })), [10, 2]);
  });

  it('is told for the last thirty days', () => {
    const study = aStudy({ a: { reviews: [ago(30), ago(29), ago(1), ago(1)] }, b: { reviews: [ago(1)] } });
    assertDays(study, ['-29: 30 s in 1', '-1: 90 s in 3']);
  });

  it('of a card left open overnight counts as ten minutes', () => {
    assertDays(aStudy({ a: { reviews: [lasting(30_000)] } }), ['0: 600 s in 1']);
    assert.deepEqual(medians(aStudy({ a: { reviews: [lasting(30_000, 29_000)] } })), [600, 600]);
  });

  it('of each answer falls into one length', () => {
    const study = aStudy({ a: { reviews: [0, 9.9, 10, 59, 60, 300, 9000].map((s) => lasting(s)) } });
    assertLengths(study, ['0: 2', '10: 1', '30: 1', '60: 1', '300: 2']);
  });

  it('counts questions that the bank has no more, but does not name them', () => {
    const study = aStudy({ a: { reviews: [ago(0)], isInBank: false }, b: { reviews: [ago(0)] } });
    const { reviews, questions } = gatherTime(study).days.at(-1) ?? {};
    assert.deepEqual([reviews, questions], [2, [0]]);
  });
});

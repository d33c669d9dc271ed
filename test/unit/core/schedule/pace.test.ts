import assert from 'node:assert/strict';
import { countInMinutes, gatherPace } from '../../../../src/core/schedule/pace';

/** So many questions, answered once for each of the times, a second apart. */
const questions = (count: number, ...seconds: readonly number[]) =>
  Array.from({ length: count }, () => ({
    reviews: seconds.map((shownSeconds, number) => ({ at: number * 1000, shownSeconds })),
  }));

describe('the pace of a person', () => {
  it('is a beginner’s as long as there are few answers', () => {
    const pace = { seconds: 60, newSeconds: 90, reviewSeconds: 30 };
    assert.deepEqual(gatherPace([]), pace);
    assert.deepEqual(gatherPace(questions(9, 10, 10)), pace);
  });

  it('is the median of all answers, of the first ones and of the later ones', () => {
    assert.deepEqual(gatherPace(questions(20, 80, 20, 30)), {
      seconds: 30,
      newSeconds: 80,
      reviewSeconds: 20,
    });
  });

  it('knows nothing of answers after the time in question', () => {
    assert.deepEqual(gatherPace(questions(20, 80, 20), 1000), {
      seconds: 80,
      newSeconds: 80,
      reviewSeconds: 30,
    });
  });

  it('counts a card that was left open as ten minutes, and no answer as faster than five seconds', () => {
    assert.equal(gatherPace(questions(20, 50_000)).newSeconds, 600);
    assert.equal(gatherPace(questions(20, 0)).newSeconds, 5);
  });

  it('says how many questions some minutes hold, at least one', () => {
    assert.deepEqual(
      [10, 20, 1].map((minutes) => countInMinutes(minutes, { seconds: 50 })),
      [12, 24, 1],
    );
    assert.equal(countInMinutes(1, { seconds: 600 }), 1);
  });
});

import assert from 'node:assert/strict';
import { defaultModel } from '../../../../src/core/schedule/fsrs';
import { compareReviewLoad } from '../../../../src/core/schedule/reviewLoad';

describe('the reviews that a desired retention makes', () => {
  it('are the same for the same', () => {
    assert.equal(compareReviewLoad(0.9, 0.9, defaultModel), 1);
  });

  it('grow steeply above 0.97', () => {
    const [at95 = 0, at97 = 0, at99 = 0] = [0.95, 0.97, 0.99].map((wanted) =>
      compareReviewLoad(wanted, 0.9, defaultModel),
    );
    assert.ok(1 < at95 && at95 < at97 && at97 < 5, `${at95}, ${at97}`);
    assert.ok(at99 > 2 * at97, `${at99}`);
  });
});

import assert from 'node:assert/strict';
import { shuffle } from '../../../../src/core/util/shuffle';

describe('shuffle', () => {
  it('keeps every item once', () => {
    assert.deepEqual(shuffle([1, 2, 3, 4], () => 0.7).sort(), [1, 2, 3, 4]);
  });

  it('can put any item first', () => {
    const firsts = [0, 0.4, 0.8].map((number) => shuffle(['a', 'b', 'c'], () => number)[0]);
    assert.deepEqual(firsts, ['a', 'b', 'c']);
  });

  it('leaves the given list as it was', () => {
    const given = [1, 2, 3];
    shuffle(given, () => 0);
    assert.deepEqual(given, [1, 2, 3]);
  });
});

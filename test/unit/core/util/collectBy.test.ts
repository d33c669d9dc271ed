import assert from 'node:assert/strict';
import { collectBy } from '../../../../src/core/util/collectBy';

describe('collectBy', () => {
  it('keeps the order of the items, and the keys in the order of their first', () => {
    assert.deepEqual(
      [...collectBy(['bee', 'ant', 'bat', 'cow'], (word) => word[0])],
      [
        ['b', ['bee', 'bat']],
        ['a', ['ant']],
        ['c', ['cow']],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { compareNaturally } from '../../../../src/core/util/naturalOrder';

describe('the natural order', () => {
  it('counts', () => {
    const names = ['q10.md', 'q2.md', 'Q1.md', 'q02b.md', 'a.md'];
    assert.deepEqual(names.sort(compareNaturally), ['a.md', 'Q1.md', 'q2.md', 'q02b.md', 'q10.md']);
  });

  it('is one order, whatever it starts from', () => {
    const names = ['É.md', 'e.md', 'E.md', 'é.md', 'f.md'];
    const sorted = [...names].sort(compareNaturally);
    assert.deepEqual([...names].reverse().sort(compareNaturally), sorted);
  });
});

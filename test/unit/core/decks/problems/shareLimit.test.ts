import assert from 'node:assert/strict';
import { shareLimit } from '../../../../../src/core/decks/problems/shareLimit';

const file = (path: string, count: number, isOpen = false) => ({ path, count, isOpen });

describe('the limit of what closed files show', () => {
  it('is not felt by few', () => {
    const { shown, hidden } = shareLimit([file('a', 3), file('b', 4)], 7);
    assert.deepEqual([[...shown], hidden], [[], undefined]);
  });
  it('cuts the last ones, and says how many are hidden', () => {
    const { shown, hidden } = shareLimit([file('a', 3), file('b', 4), file('c', 5)], 5);
    assert.deepEqual(
      [...shown],
      [
        ['b', 2],
        ['c', 0],
      ],
    );
    assert.deepEqual(hidden, { path: 'b', count: 7 });
  });
  it('does not hold for open files', () => {
    const { shown, hidden } = shareLimit([file('a', 30, true), file('b', 4)], 5);
    assert.deepEqual([[...shown], hidden], [[], undefined]);
  });
});

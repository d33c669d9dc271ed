import assert from 'node:assert/strict';
import { createScale, createShareScale } from '../../../../src/core/stats/scale';

const ticks = (most: number) => createScale(most).ticks.join(' ');
const shares = (least: number) =>
  createShareScale(least)
    .ticks.map((tick) => (100 * tick).toFixed(0))
    .join(' ');

describe('an axis of counts', () => {
  it('has whole round numbers up to the largest count', () => {
    assert.deepEqual([1, 4, 6, 9, 14, 47, 1234].map(ticks), [
      '0 1',
      '0 1 2 3 4',
      '0 2 4 6',
      '0 2 4 6 8 10',
      '0 5 10 15',
      '0 10 20 30 40 50',
      '0 500 1000 1500',
    ]);
  });

  it('has a step also where everything is zero or less than one', () => {
    assert.deepEqual([0, 0.2].map(ticks), ['0 1', '0 1']);
  });

  it('reaches every count in at most five steps', () => {
    for (let most = 1; most < 3000; most += 1) {
      const { top, ticks } = createScale(most);
      assert.ok(top >= most && ticks.length <= 6, `${most}: ${ticks.join(' ')}`);
    }
  });
});

describe('an axis of shares', () => {
  it('ends at all and reaches below the least, no further than it has to', () => {
    assert.deepEqual([1, 0.9, 0.85, 0.8, 0.65, 0.5, 0.3, 0].map(shares), [
      '80 90 100',
      '80 90 100',
      '80 90 100',
      '80 90 100',
      '60 70 80 90 100',
      '40 60 80 100',
      '25 50 75 100',
      '0 25 50 75 100',
    ]);
  });
});

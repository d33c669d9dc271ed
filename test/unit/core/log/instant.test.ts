import assert from 'node:assert/strict';
import { formatInstant, isStudyDay, parseInstant } from '../../../../src/core/log/instant';

const dayMs = 86_400_000;

describe('an instant', () => {
  it('is read as Date reads it, on each day of four centuries', () => {
    for (let ms = 0; ms < Date.UTC(2370, 0); ms += dayMs + 1001)
      assert.equal(parseInstant(formatInstant(ms)), ms);
  });

  it('is none with a mark in the wrong place', () => {
    const right = '2026-11-23T16:01:02.003Z';
    const wrong = Array.from(right, (_, at) => `${right.slice(0, at)}x${right.slice(at + 1)}`);
    assert.deepEqual([...new Set(wrong.map(parseInstant))], [-1]);
  });
});

describe('a study day', () => {
  it('is a day of the calendar', () => {
    const days = [
      '2028-02-29',
      '2027-02-29',
      '2100-02-29',
      '2000-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-04-31',
      '2026-1-1',
    ];
    assert.deepEqual(days.filter(isStudyDay), ['2028-02-29', '2000-02-29']);
  });
});

import assert from 'node:assert/strict';
import {
  createMemoryModel,
  defaultModel,
  fuzzIntervalDays,
  type Memory,
} from '../../../../src/core/schedule/fsrs';
import { GRADES, type Grade } from '../../../../src/core/schedule/session';

/** Memory after grades that are so many days apart. */
function remember(
  steps: readonly (readonly [elapsedDays: number, grade: Grade])[],
  model = defaultModel,
): Memory {
  const memory = steps.reduce<Memory | undefined>(
    (known, [elapsedDays, grade]) => model.nextMemory(known, grade, elapsedDays),
    undefined,
  );
  assert.ok(memory);
  return memory;
}

const rounded = ({ stability, difficulty }: Memory, digits: number) => [
  Number(stability.toFixed(digits)),
  Number(difficulty.toFixed(digits)),
];

/** Intervals when each grade comes on the day it is due, and failing and the first pass take no day. */
function intervalsOf(grades: readonly (Grade | 'step')[]): number[] {
  let memory: Memory | undefined;
  let intervalDays = 0;
  return grades.map((grade) => {
    memory = defaultModel.nextMemory(memory, grade === 'step' ? 'good' : grade, intervalDays);
    const staysToday = grade === 'again' || grade === 'step';
    intervalDays = staysToday ? 0 : defaultModel.nextIntervalDays(memory, 0.9, 36_500);
    return intervalDays;
  });
}

/** Numbers from `tests/test_basic.py` in open-spaced-repetition/py-fsrs. */
describe('FSRS-6 against py-fsrs', () => {
  it('gives the intervals of test_review_card', () => {
    const good = Array<Grade>(5).fill('good');
    assert.deepEqual(
      intervalsOf(['step', ...good, 'again', 'again', ...good]),
      [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21],
    );
  });

  it('gives the memory of test_memo_state', () => {
    const steps = [
      [0, 'again'],
      [0, 'good'],
      [1, 'good'],
      [3, 'good'],
      [8, 'good'],
      [21, 'good'],
    ] as const;
    const [stability = 0, difficulty = 0] = rounded(remember(steps), 8);
    assert.ok(Math.abs(stability - 53.62691) < 1e-4 && Math.abs(difficulty - 6.3574867) < 1e-4);
  });

  it('ends at difficulty 1 after ten times Easy on one day, as in test_repeated_correct_reviews', () => {
    assert.equal(remember(Array.from({ length: 10 }, () => [0, 'easy'] as const)).difficulty, 1);
  });

  it('keeps stability at 0.001 or more after a thousand failures, as in test_stability_lower_bound', () => {
    const failures = Array.from({ length: 1000 }, () => [1, 'again'] as const);
    assert.ok(remember(failures).stability >= 0.001);
  });
});

/** Numbers from `packages/fsrs/__tests__/FSRS-6.test.ts` and `algorithm.test.ts` in open-spaced-repetition/ts-fsrs. */
describe('FSRS-6 against ts-fsrs', () => {
  it('gives the first memory of each grade', () => {
    assert.deepEqual(
      GRADES.map((grade) => rounded(remember([[0, grade]]), 8)),
      [
        [0.212, 6.4133],
        [1.2931, 5.11217071],
        [2.3065, 2.11810397],
        [8.2956, 1],
      ],
    );
  });

  it('gives the difficulty after each grade from 5', () => {
    const memory = { stability: 5, difficulty: 5 };
    assert.deepEqual(
      GRADES.map((grade) => defaultModel.nextMemory(memory, grade, 1).difficulty),
      [8.34176237, 6.66599536, 4.99022837, 3.31446137],
    );
  });

  it('gives the stability after each grade on the same day', () => {
    assert.deepEqual(
      GRADES.map(
        (grade, index) =>
          defaultModel.nextMemory({ stability: 5, difficulty: index + 1 }, grade, 0).stability,
      ),
      [1.596818, 5, 5, 8.12960956],
    );
  });

  it('gives the forgetting curve of stability 1', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((days) => defaultModel.retrievability({ stability: 1, difficulty: 5 }, days)),
      [1, 0.9, 0.84588465, 0.8093881],
    );
  });

  it('gives the intervals of stability 1 for each retention from 0.1 to 1', () => {
    const retentions = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
    assert.deepEqual(
      retentions.map((retention) =>
        defaultModel.nextIntervalDays({ stability: 1, difficulty: 5 }, retention, Infinity),
      ),
      [3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1],
    );
  });

  it('gives the same as its own memory-only example, with other parameters', () => {
    const parameters = [
      0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904,
      0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468, 0, 0.5,
    ];
    const [stability = 0, difficulty = 0] = rounded(
      remember(
        [
          [0, 'good'],
          [3, 'good'],
          [13, 'good'],
          [48, 'good'],
        ],
        createMemoryModel(parameters),
      ),
      6,
    );
    assert.ok(Math.abs(stability - 154.937326) < 1e-3 && Math.abs(difficulty - 3.862377) < 1e-5);
  });
});

describe('an interval', () => {
  it('is never longer than the longest one', () => {
    assert.equal(defaultModel.nextIntervalDays({ stability: 737.47, difficulty: 5 }, 0.9, 365), 365);
  });

  it('is the same for the same seed, and spreads over a few days for others', () => {
    const spread = Array.from({ length: 500 }, (_, number) => fuzzIntervalDays(20, `q${number}:3`, 365));
    assert.equal(fuzzIntervalDays(20, 'q1:3', 365), fuzzIntervalDays(20, 'q1:3', 365));
    assert.deepEqual([Math.min(...spread), Math.max(...spread), new Set(spread).size], [17, 23, 7]);
  });

  it('of one or two days is left alone', () => {
    assert.deepEqual(
      [1, 2].map((days) => fuzzIntervalDays(days, 'seed', 365)),
      [1, 2],
    );
  });

  it('is within the longest one after it was moved', () => {
    const moved = Array.from({ length: 100 }, (_, number) => fuzzIntervalDays(30, String(number), 30));
    assert.equal(Math.max(...moved), 30);
  });
});

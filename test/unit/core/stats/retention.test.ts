import assert from 'node:assert/strict';
import { dateOfDay, parseDay, type StatsInputs } from '../../../../src/core/stats/inputs';
import {
  gatherRetention,
  likelyRange,
  totalOf,
  type PeriodRetention,
  type Remembered,
  type Retention,
} from '../../../../src/core/stats/retention';
import { ago, aStudy, today } from './study';

const again = { grade: 'again' } as const;
const describeCount = ({ asked, remembered }: Remembered) => `${remembered} of ${asked}`;
const describeRetention = ({ young, mature }: Retention) =>
  `young ${describeCount(young)}, mature ${describeCount(mature)}`;
const dateOf = (day: number) => dateOfDay(day).toISOString().slice(0, 10);

function assertAll(study: StatsInputs, expected: string): void {
  assert.equal(describeRetention(gatherRetention(study).all), expected);
}

/** The periods with questions asked, by their first day. */
function assertPeriods(periods: readonly PeriodRetention[], expected: Record<string, string>): void {
  const asked = periods.filter((period) => totalOf(period).asked > 0);
  const shown = asked.map((period) => [dateOf(period.firstDay), describeRetention(period)]);
  assert.deepEqual(Object.fromEntries(shown), expected);
}

describe('true retention', () => {
  it('is of nothing when nothing was answered', () => {
    assertAll(aStudy({ a: {} }), 'young 0 of 0, mature 0 of 0');
  });

  it('says nothing of a question asked for the first time', () => {
    assertAll(aStudy({ a: { reviews: [ago(0)] } }), 'young 0 of 0, mature 0 of 0');
  });

  it('counts any grade but Again as remembered', () => {
    const grades = (['again', 'hard', 'good', 'easy'] as const).map((grade, n) => ago(4 - n, { grade }));
    assertAll(aStudy({ a: { reviews: [ago(5), ...grades] } }), 'young 3 of 4, mature 0 of 0');
  });

  it('counts only the first answer of a day', () => {
    const study = aStudy({ a: { reviews: [ago(3), ago(1, again), ago(1), ago(1)] } });
    assertAll(study, 'young 0 of 1, mature 0 of 0');
  });

  it('calls a question mature from 21 days on', () => {
    const study = aStudy({ a: { reviews: [ago(41), ago(21), ago(0)] } });
    assertAll(study, 'young 1 of 1, mature 1 of 1');
  });

  it('passes over practice', () => {
    const study = aStudy({ a: { reviews: [ago(30), ago(1, { ...again, practice: true }), ago(0)] } });
    assertAll(study, 'young 0 of 0, mature 1 of 1');
  });

  it('takes a question that was reset for a new one', () => {
    const study = aStudy({ a: { reviews: [ago(9), ago(5), ago(2, again)], scheduledFrom: 2 } });
    assertAll(study, 'young 1 of 1, mature 0 of 0');
  });

  it('counts questions that the bank has no more, but does not name them', () => {
    const study = aStudy({ a: { reviews: [ago(2), ago(0)], isInBank: false } });
    assertAll(study, 'young 1 of 1, mature 0 of 0');
    assert.deepEqual(gatherRetention(study).weeks.at(-1)?.questions, []);
  });

  it('is told for the last twelve weeks, from Monday on', () => {
    const study = aStudy({ a: { reviews: [ago(100), ago(77), ago(71), ago(1, again), ago(0)] } });
    assertPeriods(gatherRetention(study).weeks, {
      '2026-09-07': 'young 1 of 1, mature 1 of 1',
      '2026-11-16': 'young 0 of 0, mature 0 of 1',
      '2026-11-23': 'young 1 of 1, mature 0 of 0',
    });
  });

  it('is told for the last twelve months, each as long as it is', () => {
    const firstOfMarch = parseDay('2028-03-01') ?? NaN;
    const onDay = (day: number) => ago(today - day);
    const reviews = [onDay(firstOfMarch - 9), onDay(firstOfMarch - 1), onDay(firstOfMarch)];
    const { months } = gatherRetention(aStudy({ a: { reviews } }, { today: firstOfMarch }));
    assert.deepEqual(
      [months[0], months[10]].map((month) => month && [month.firstDay, month.lastDay].map(dateOf)),
      [
        ['2027-04-01', '2027-04-30'],
        ['2028-02-01', '2028-02-29'],
      ],
    );
    assertPeriods(months, {
      '2028-02-01': 'young 1 of 1, mature 0 of 0',
      '2028-03-01': 'young 1 of 1, mature 0 of 0',
    });
  });

  it('names the questions asked in a period once', () => {
    const study = aStudy({ a: { reviews: [ago(9), ago(6), ago(5)] }, b: { reviews: [ago(7), ago(4)] } });
    assert.deepEqual(gatherRetention(study).weeks.at(-2)?.questions, [0, 1]);
  });
});

describe('the likely range of a share', () => {
  const range = (remembered: number, asked: number) => {
    const { low, high } = likelyRange({ asked, remembered });
    return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
  };

  it('is everything where nothing was asked', () => {
    assert.equal(range(0, 0), '0.0 to 100.0');
  });

  it('narrows as more is asked', () => {
    assert.deepEqual(
      [range(9, 10), range(90, 100), range(900, 1000)],
      ['59.6 to 98.2', '82.6 to 94.5', '88.0 to 91.7'],
    );
  });

  it('stays between none and all', () => {
    assert.deepEqual([range(0, 3), range(3, 3)], ['0.0 to 56.2', '43.8 to 100.0']);
  });
});

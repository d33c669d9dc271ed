import assert from 'node:assert/strict';
import {
  addDays,
  dayOf,
  daysBetween,
  startOfDay,
  type DayClock,
} from '../../../../src/core/schedule/studyDay';
import { clockIn } from './clocks';

const berlin = clockIn('Europe/Berlin');
const utc: DayClock = { turnHour: 4, offsetMinutesAt: () => 0 };
const daysAt = (clock: DayClock, ...instants: string[]) =>
  instants.map((instant) => dayOf(Date.parse(instant), clock));

describe('a study day', () => {
  it('turns at four in the morning by local time', () => {
    assert.deepEqual(daysAt(berlin, '2026-11-24T02:59:59.999Z', '2026-11-24T03:00:00.000Z'), [
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  it('turns at midnight, or late in the evening, where that is asked for', () => {
    assert.deepEqual(daysAt(clockIn('UTC', 0), '2026-11-23T23:59:59Z', '2026-11-24T00:00:00Z'), [
      '2026-11-23',
      '2026-11-24',
    ]);
    assert.deepEqual(daysAt(clockIn('UTC', 23), '2026-11-23T22:59:59Z', '2026-11-23T23:00:00Z'), [
      '2026-11-22',
      '2026-11-23',
    ]);
  });

  it('turns at the same local hour after the clocks go forward', () => {
    assert.deepEqual(daysAt(berlin, '2026-03-29T01:59:59Z', '2026-03-29T02:00:00Z'), [
      '2026-03-28',
      '2026-03-29',
    ]);
  });

  it('turns at the same local hour after the clocks go back', () => {
    assert.deepEqual(daysAt(berlin, '2026-10-25T02:59:59Z', '2026-10-25T03:00:00Z'), [
      '2026-10-24',
      '2026-10-25',
    ]);
  });

  it('turns once where the clock skips the hour at which it turns', () => {
    const newYork = clockIn('America/New_York', 2);
    assert.deepEqual(daysAt(newYork, '2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z'), [
      '2026-03-07',
      '2026-03-08',
    ]);
  });

  it('turns once where the clock repeats the hour at which it turns', () => {
    const newYork = clockIn('America/New_York', 1);
    const instants = ['2026-11-01T04:59:59Z', '2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z'];
    assert.deepEqual(daysAt(newYork, ...instants), ['2026-10-31', '2026-11-01', '2026-11-01']);
  });

  it('knows half hours and the far side of the date line', () => {
    assert.deepEqual(
      ['Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
        dayOf(Date.parse('2026-11-24T12:00:00Z'), clockIn(zone)),
      ),
      ['2026-11-24', '2026-11-24', '2026-11-23'],
    );
    assert.equal(dayOf(Date.parse('2026-11-24T14:00:00Z'), clockIn('Pacific/Kiritimati')), '2026-11-25');
  });

  for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana']) {
    it(`never goes back as time passes in ${zone}, and begins where startOfDay says`, () => {
      const { offsetMinutesAt } = clockIn(zone);
      for (const turnHour of [0, 1, 2, 3, 4]) assertTurnsOnceADay({ turnHour, offsetMinutesAt });
    });
  }
});

/** Through a year, half an hour at a time. */
function assertTurnsOnceADay(clock: DayClock): void {
  let day = dayOf(Date.UTC(2026, 0, 1), clock);
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 1_800_000) {
    const next = dayOf(at, clock);
    if (next === day) continue;
    const start = startOfDay(next, clock);
    assert.equal(next, addDays(day, 1));
    assert.deepEqual([dayOf(start - 1, clock), dayOf(start, clock)], [day, next]);
    day = next;
  }
}

describe('days between study days', () => {
  it('count the leap day', () => {
    assert.deepEqual(
      [
        daysBetween('2028-02-28', '2028-03-01'),
        daysBetween('2027-02-28', '2027-03-01'),
        addDays('2028-02-28', 1),
      ],
      [2, 1, '2028-02-29'],
    );
  });

  it('count over the ends of months and years, both ways', () => {
    assert.deepEqual([daysBetween('2026-12-31', '2027-01-01'), addDays('2026-05-01', -1)], [1, '2026-04-30']);
  });

  it('are one when the clocks changed in between', () => {
    const days = daysAt(berlin, '2026-03-28T20:00:00Z', '2026-03-29T20:00:00Z');
    assert.equal(daysBetween(days[0] ?? '', days[1] ?? ''), 1);
  });

  it('are none between an evening and the small hours after it', () => {
    const days = daysAt(utc, '2026-11-23T22:00:00Z', '2026-11-24T03:00:00Z');
    assert.equal(daysBetween(days[0] ?? '', days[1] ?? ''), 0);
  });
});

import type { DayClock } from '../../../../src/core/schedule/studyDay';

const QUARTER = 900_000;

/** A clock on a real zone's wall, through the runtime's own time zone data. Clocks change at quarters of an hour. */
export function clockIn(timeZone: string, turnHour = 4): DayClock {
  const offsetMinutesAt = offsetsIn(timeZone);
  const known = new Map<number, number>();
  return {
    turnHour,
    offsetMinutesAt(ms) {
      const quarter = Math.floor(ms / QUARTER) * QUARTER;
      const offset = known.get(quarter) ?? offsetMinutesAt(quarter);
      known.set(quarter, offset);
      return offset;
    },
  };
}

function offsetsIn(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (ms) => {
    const parts = format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]);
    const {
      year = 0,
      month = 0,
      day = 0,
      hour = 0,
      minute = 0,
    } = Object.fromEntries(parts) as Record<string, number>;
    return (Date.UTC(year, month - 1, day, hour, minute) - ms) / 60_000;
  };
}

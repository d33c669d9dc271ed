/** A day of study, named by the date on which it begins: `2026-11-24`. Names sort in time order. */
export type StudyDay = string;

/** How instants become study days. */
export interface DayClock {
  /** The full hour, in local time, at which the day turns: 4 counts the small hours to the evening before. */
  readonly turnHour: number;
  /** Local time minus UTC at an instant, in minutes. */
  offsetMinutesAt(ms: number): number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The study day of an instant, counted from that of 1970-01-01. */
export function dayNumberOf(ms: number, { turnHour, offsetMinutesAt }: DayClock): number {
  return Math.floor((ms + offsetMinutesAt(ms) * 60_000 - turnHour * HOUR) / DAY);
}

export function dayOf(ms: number, clock: DayClock): StudyDay {
  return nameOfDay(dayNumberOf(ms, clock));
}

export function nameOfDay(number: number): StudyDay {
  if (number !== named.number) named = { number, name: new Date(number * DAY).toISOString().slice(0, 10) };
  return named.name;
}

/** The day that was named last: mostly it is today, time and again. */
let named: { readonly number: number; readonly name: StudyDay } = { number: 0, name: '1970-01-01' };

export function numberOfDay(day: StudyDay): number {
  return Date.parse(day) / DAY;
}

/** A day of the calendar, written as `2026-11-24`; `undefined` for anything else, 30 February among it. */
export function parseStudyDay(text: string): StudyDay | undefined {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDate && nameOfDay(numberOfDay(text)) === text ? text : undefined;
}

/** How many study days `to` is after `from`; negative if it is before. */
export function daysBetween(from: StudyDay, to: StudyDay): number {
  return numberOfDay(to) - numberOfDay(from);
}

export function addDays(day: StudyDay, days: number): StudyDay {
  return nameOfDay(numberOfDay(day) + days);
}

/** The first instant of a study day. Searched for, since a clock that changes skips hours and repeats them. */
export function startOfDay(day: StudyDay, clock: DayClock): number {
  const number = numberOfDay(day);
  let before = (number - 1) * DAY;
  let after = (number + 2) * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayNumberOf(middle, clock) < number) before = middle;
    else after = middle;
  }
  return after;
}

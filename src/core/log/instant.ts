const code = { zero: 48, dash: 45, colon: 58, point: 46, T: 84, Z: 90 };
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const dayMs = 86_400_000;

/** The length of `2026-11-23T16:00:00.000Z`, the only form in which the log writes a time. */
export const INSTANT_LENGTH = 24;

/** Milliseconds since 1970 of a time from 1970 to 9999, as the log writes it; -1 for any other text. */
export function parseInstant(text: string): number {
  return text.length === INSTANT_LENGTH ? instantAt(text, 0) : -1;
}

/** As `parseInstant`, for the 24 characters from `start` on. */
export function instantAt(text: string, start: number): number {
  const day = dayAt(text, start);
  const hours = digitsAt(text, start + 11, 2);
  const minutes = digitsAt(text, start + 14, 2);
  const seconds = digitsAt(text, start + 17, 2);
  const milliseconds = digitsAt(text, start + 20, 3);
  if (day < 0 || hours < 0 || minutes < 0 || seconds < 0 || milliseconds < 0) return -1;
  if (hours > 23 || minutes > 59 || seconds > 59 || !hasMarks(text, start + 10)) return -1;
  return day * dayMs + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds;
}

/** Tells whether the marks of `T16:00:00.000Z` stand where they should. */
function hasMarks(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === code.T &&
    text.charCodeAt(start + 3) === code.colon &&
    text.charCodeAt(start + 6) === code.colon &&
    text.charCodeAt(start + 9) === code.point &&
    text.charCodeAt(start + 13) === code.Z
  );
}

export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Tells whether the text is a day of the calendar, `2026-11-24`. */
export function isStudyDay(text: string): boolean {
  return text.length === 10 && dayAt(text, 0) >= 0;
}

/** Days since 1970 of the `2026-11-23` at `start`; -1 where there is none. */
function dayAt(text: string, start: number): number {
  const year = digitsAt(text, start, 4);
  const month = digitsAt(text, start + 5, 2);
  const day = digitsAt(text, start + 8, 2);
  const dashes = text.charCodeAt(start + 4) === code.dash && text.charCodeAt(start + 7) === code.dash;
  if (!dashes || year < 1970 || month < 1 || month > 12 || day < 1) return -1;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = (daysBefore[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0);
  const length = month === 2 && isLeap ? 29 : (daysBefore[month] ?? 365) - (daysBefore[month - 1] ?? 0);
  if (day > length) return -1;
  return (year - 1970) * 365 + leapDaysBefore(year) - leapDaysBefore(1970) + before + day - 1;
}

/** How many 29ths of February lie between the year 1 and this year's first day. */
function leapDaysBefore(year: number): number {
  const past = year - 1;
  return Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - code.zero;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

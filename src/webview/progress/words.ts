import type { Stage } from '../../core/stats/reviews';
import { dateOfDay } from '../../core/stats/inputs';

/** How the page says numbers, days and times. */

const inUtc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const shortDay = inUtc({ day: 'numeric', month: 'short' });
const longDay = inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortMonth = inUtc({ month: 'short' });
const longMonth = inUtc({ month: 'long', year: 'numeric' });
const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `23 Nov`. */
export const formatDay = (day: number): string => shortDay.format(dateOfDay(day));
/** `Monday 23 November 2026`. */
export const formatLongDay = (day: number): string => longDay.format(dateOfDay(day)).replace(',', '');
/** `Nov`. */
export const formatMonth = (day: number): string => shortMonth.format(dateOfDay(day));
/** `November 2026`. */
export const formatLongMonth = (day: number): string => longMonth.format(dateOfDay(day));

/** `1,204`. */
export const formatNumber = (value: number): string => wholeNumber.format(value);

/** `87%`; a dash where there is nothing to tell. */
export function formatShare(share: number | undefined): string {
  return share === undefined ? '–' : `${String(Math.round(100 * share))}%`;
}

/** `1 question`, `2 questions`. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `42 s`, `3 min`, `3 min 20 s`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${String(whole)} s`;
  return whole % 60 === 0 ? `${String(minutes)} min` : `${String(minutes)} min ${String(whole % 60)} s`;
}

/** `less than a minute`, `12 min`. */
export function formatMinutes(seconds: number): string {
  return seconds < 60 ? 'less than a minute' : `${formatNumber(seconds / 60)} min`;
}

export const stageNames: Readonly<Record<Stage, string>> = {
  new: 'New',
  learning: 'Same day',
  young: 'Young',
  mature: 'Mature',
};

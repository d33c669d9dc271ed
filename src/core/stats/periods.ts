import { dateOfDay } from './inputs';

/** A week or a month of study days. */
export interface Period {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The weeks, from Monday on, up to the one with `today`. */
export function weeksUntil(today: number, count: number): Period[] {
  // Day 0 was a Thursday.
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  return Array.from({ length: count }, (_, number) => {
    const firstDay = monday - 7 * (count - 1 - number);
    return { firstDay, lastDay: firstDay + 6 };
  });
}

/** The calendar months up to the one with `today`. */
export function monthsUntil(today: number, count: number): Period[] {
  const date = dateOfDay(today);
  const firstOfMonth = (before: number) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - before, 1) / 86_400_000;
  return Array.from({ length: count }, (_, number) => {
    const before = count - 1 - number;
    return { firstDay: firstOfMonth(before), lastDay: firstOfMonth(before - 1) - 1 };
  });
}

import type { StatsInputs } from './inputs';
import { monthsUntil, weeksUntil, type Period } from './periods';
import { addOnce, visitReviews } from './reviews';

/** How many were asked, and how many of them remembered: graded anything but Again. */
export interface Remembered {
  readonly asked: number;
  readonly remembered: number;
}

/**
 * True retention: of the questions that came back on a later day, how many were remembered the first time they were
 * asked that day. New questions, repeats of the same day and practice say nothing of memory and are left out.
 */
export interface Retention {
  readonly young: Remembered;
  readonly mature: Remembered;
}

export interface PeriodRetention extends Retention, Period {
  /** Positions of the questions asked. */
  readonly questions: readonly number[];
}

export interface RetentionHistory {
  /** The last ones, up to now. */
  readonly weeks: readonly PeriodRetention[];
  readonly months: readonly PeriodRetention[];
  /** Since the beginning. */
  readonly all: Retention;
}

const periodsShown = 12;

export function gatherRetention(
  inputs: Pick<StatsInputs, 'questions' | 'states' | 'dayOf' | 'today'>,
): RetentionHistory {
  const weeks = createTallies(weeksUntil(inputs.today, periodsShown));
  const months = createTallies(monthsUntil(inputs.today, periodsShown));
  const all = { young: createCount(), mature: createCount() };
  visitReviews(inputs, ({ grade }, day, stage, position) => {
    if (stage !== 'young' && stage !== 'mature') return;
    count(all[stage], grade);
    for (const tallies of [weeks, months]) {
      const tally = tallies.on(day);
      if (tally === undefined) continue;
      count(tally[stage], grade);
      addOnce(tally.questions, position);
    }
  });
  return { weeks: weeks.list, months: months.list, all };
}

/** Young and mature together. */
export function totalOf({ young, mature }: Retention): Remembered {
  return { asked: young.asked + mature.asked, remembered: young.remembered + mature.remembered };
}

/** Where the true share lies in 95 of 100 cases (Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953). */
export function likelyRange({ asked, remembered }: Remembered): {
  readonly low: number;
  readonly high: number;
} {
  if (asked === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = remembered / asked;
  const centre = share + z ** 2 / (2 * asked);
  const spread = z * Math.sqrt((share * (1 - share)) / asked + z ** 2 / (4 * asked ** 2));
  const scale = 1 + z ** 2 / asked;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

interface Count {
  asked: number;
  remembered: number;
}

function createCount(): Count {
  return { asked: 0, remembered: 0 };
}

function count(into: Count, grade: string): void {
  into.asked += 1;
  if (grade !== 'again') into.remembered += 1;
}

/** A tally for each period, found by the day. */
function createTallies(periods: readonly Period[]) {
  const list = periods.map((period) => ({
    ...period,
    young: createCount(),
    mature: createCount(),
    questions: [] as number[],
  }));
  const firstDay = list[0]?.firstDay ?? 0;
  const byDay = list.flatMap((tally) =>
    Array.from({ length: tally.lastDay - tally.firstDay + 1 }, () => tally),
  );
  return { list, on: (day: number) => byDay[day - firstDay] };
}

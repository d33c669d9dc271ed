import { createMedian } from '../util/median';
import { DEFAULT_HABITS, type Habits } from './simulate';

/** How long a person takes for a question, from its appearance to the grade: medians, in seconds. */
export interface Pace {
  readonly seconds: number;
  /** For one that is answered for the first time. */
  readonly newSeconds: number;
  /** For one that comes back. */
  readonly reviewSeconds: number;
}

/** A beginner's: half new questions, half of those that come back. */
const DEFAULT_PACE: Pace = {
  seconds: (DEFAULT_HABITS.newSeconds + DEFAULT_HABITS.recalledSeconds) / 2,
  newSeconds: DEFAULT_HABITS.newSeconds,
  reviewSeconds: DEFAULT_HABITS.recalledSeconds,
};

/** A card that was left open counts as ten minutes. */
export const longestSeconds = 600;

/** A median of less than so many answers is chance. */
const FEWEST_ANSWERS = 20;

/** Nobody answers faster on the whole, and a day must not hold endless questions. */
const SHORTEST_SECONDS = 5;

/** The reviews of each question, oldest first, before a time. Where there are few, a beginner's pace stands in. */
export function gatherPace(
  questions: Iterable<{
    readonly reviews: readonly { readonly at: number; readonly shownSeconds: number }[];
  }>,
  before = Infinity,
): Pace {
  const [all, first, later] = [
    createMedian(longestSeconds),
    createMedian(longestSeconds),
    createMedian(longestSeconds),
  ];
  for (const { reviews } of questions) {
    reviews.forEach(({ at, shownSeconds }, number) => {
      if (at >= before) return;
      all.add(shownSeconds);
      (number === 0 ? first : later).add(shownSeconds);
    });
  }
  const secondsOf = (median: typeof all, fallback: number) =>
    median.count < FEWEST_ANSWERS ? fallback : Math.max(SHORTEST_SECONDS, median.value() ?? fallback);
  return {
    seconds: secondsOf(all, DEFAULT_PACE.seconds),
    newSeconds: secondsOf(first, DEFAULT_PACE.newSeconds),
    reviewSeconds: secondsOf(later, DEFAULT_PACE.reviewSeconds),
  };
}

/** About how many questions so many minutes hold: at least one. */
export function countInMinutes(minutes: number, { seconds }: Pick<Pace, 'seconds'>): number {
  return Math.max(1, Math.round((minutes * 60) / seconds));
}

/** The habits that a plan assumes of somebody with that pace: a failed question takes twice as long. */
export function habitsOf({ newSeconds, reviewSeconds }: Pace): Habits {
  return {
    ...DEFAULT_HABITS,
    newSeconds,
    recalledSeconds: reviewSeconds,
    failedSeconds: 2 * reviewSeconds,
  };
}

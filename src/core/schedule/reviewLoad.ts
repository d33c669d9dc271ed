import { createRandom } from '../util/random';
import type { MemoryModel } from './fsrs';
import { DEFAULT_HABITS, simulate } from './simulate';

const QUESTIONS = 50;
const DAYS = 365;
const SEED = 97;

/** How many times the reviews of `usualRetention` another desired retention makes, in a year from new questions on. */
export function compareReviewLoad(
  desiredRetention: number,
  usualRetention: number,
  model: MemoryModel,
): number {
  return countReviews(desiredRetention, model) / countReviews(usualRetention, model);
}

function countReviews(desiredRetention: number, model: MemoryModel): number {
  const { days } = simulate({
    cards: Array.from({ length: QUESTIONS }, () => ({ memory: undefined, lastDay: 0, weight: 1 })),
    days: DAYS,
    secondsPerDay: Infinity,
    policy: { desiredRetention, maximumDays: DAYS, newShare: 1, newPerDay: QUESTIONS, studyAhead: 'no' },
    model,
    habits: DEFAULT_HABITS,
    random: createRandom(SEED),
  });
  return days.reduce((sum, { due }) => sum + due, 0);
}

import { longestSeconds } from '../schedule/pace';
import { createMedian } from '../util/median';
import type { StatsInputs } from './inputs';
import { addOnce, visitReviews } from './reviews';

/** How long studying takes. A card left open counts as ten minutes. */
export interface StudyTime {
  /** The last 30 study days, up to today. */
  readonly days: readonly TimeOfDay[];
  /** All answers by how long they took, from the shortest to the longest. */
  readonly lengths: readonly TimeOfCard[];
  /** Half of all answers took less, from the question to the grade; `undefined` if there is none. */
  readonly medianSeconds: number | undefined;
  /** The same from the question to its answer. */
  readonly medianThinkingSeconds: number | undefined;
}

export interface TimeSpent {
  readonly seconds: number;
  readonly reviews: number;
  /** Positions of the questions answered. */
  readonly questions: readonly number[];
}

export interface TimeOfDay extends TimeSpent {
  readonly day: number;
}

export interface TimeOfCard extends TimeSpent {
  readonly fromSeconds: number;
  /** Less than this; `undefined` for the longest. */
  readonly toSeconds: number | undefined;
}

const daysShown = 30;
const bounds = [0, 10, 20, 30, 60, 120, 300];

export function gatherTime(inputs: Pick<StatsInputs, 'questions' | 'states' | 'dayOf' | 'today'>): StudyTime {
  const firstDay = inputs.today - daysShown + 1;
  const days = Array.from({ length: daysShown }, (_, number) => ({
    day: firstDay + number,
    ...createTally(),
  }));
  const lengths = bounds.map((fromSeconds, number) => ({
    fromSeconds,
    toSeconds: bounds[number + 1],
    ...createTally(),
  }));
  const shown = createMedian(longestSeconds);
  const thinking = createMedian(longestSeconds);
  visitReviews(inputs, (review, day, _stage, position) => {
    const seconds = Math.min(review.shownSeconds, longestSeconds);
    shown.add(seconds);
    thinking.add(Math.min(review.thinkingSeconds, longestSeconds));
    count(days[day - firstDay], seconds, position);
    count(lengths[bounds.findLastIndex((bound) => bound <= seconds)], seconds, position);
  });
  return {
    days,
    lengths,
    medianSeconds: shown.value(),
    medianThinkingSeconds: thinking.value(),
  };
}

interface Tally {
  seconds: number;
  reviews: number;
  readonly questions: number[];
}

function createTally(): Tally {
  return { seconds: 0, reviews: 0, questions: [] };
}

function count(tally: Tally | undefined, seconds: number, position: number | undefined): void {
  if (tally === undefined) return;
  tally.seconds += seconds;
  tally.reviews += 1;
  addOnce(tally.questions, position);
}

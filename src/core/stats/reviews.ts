import { positionsOf, type CountedReview, type StatsInputs, type StudiedQuestion } from './inputs';

/**
 * What a question was when it was asked:
 *
 *   new        for the first time, or for the first time after a reset
 *   learning   again on the same study day
 *   young      for the first time that day, less than 21 days after the last time
 *   mature     for the first time that day, 21 days or more after the last time
 */
export type Stage = (typeof STAGES)[number];

export const STAGES = ['new', 'learning', 'young', 'mature'] as const;

/** As in Anki, where a card is mature from an interval of 21 days on. */
const matureDays = 21;

/**
 * Called with a review, its study day, its stage (`undefined` if it was for practice only) and its question's position
 * (`undefined` if the bank has it no more).
 */
export type ReviewVisitor = (
  review: CountedReview,
  day: number,
  stage: Stage | undefined,
  position: number | undefined,
) => void;

/** Visits every review, question by question, each question's oldest first. */
export function visitReviews(
  { questions, states, dayOf }: Pick<StatsInputs, 'questions' | 'states' | 'dayOf'>,
  visit: ReviewVisitor,
): void {
  const positions = positionsOf(questions);
  for (const state of states.values()) visitReviewsOf(state, positions.get(state.id), dayOf, visit);
}

function visitReviewsOf(
  { reviews, scheduledFrom }: StudiedQuestion,
  position: number | undefined,
  dayOf: StatsInputs['dayOf'],
  visit: ReviewVisitor,
): void {
  let lastDay: number | undefined;
  let number = 0;
  for (const review of reviews) {
    if (number === scheduledFrom) lastDay = undefined;
    number += 1;
    const day = dayOf(review.at);
    if (review.practice) {
      visit(review, day, undefined, position);
    } else {
      visit(review, day, stageAfter(lastDay, day), position);
      lastDay = day;
    }
  }
}

function stageAfter(lastDay: number | undefined, day: number): Stage {
  if (lastDay === undefined) return 'new';
  if (day <= lastDay) return 'learning';
  return day - lastDay < matureDays ? 'young' : 'mature';
}

/** Adds a question to those of a mark. A question's reviews are visited in a row, so its last one tells. */
export function addOnce(list: number[], position: number | undefined): void {
  if (position !== undefined && list.at(-1) !== position) list.push(position);
}

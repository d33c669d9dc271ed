import { GRADES } from '../schedule/session';
import type { ReviewState } from './studyState';

/**
 * Reviews as columns of numbers, which JSON holds in a third of the space and gives back without an object for
 * each.
 */
export interface ReviewColumns {
  /** `id,id,…` */
  readonly ids: string;
  /** Milliseconds, each less the one of the review before it; the first of a question in full. */
  readonly times: readonly number[];
  /** grade + 4 × practice + 8 × taken back + 16 × ticked + 16384 × key points */
  readonly packed: readonly number[];
  /** Milliseconds; or, for seconds that are no whole milliseconds, -1 - n for the n-th number of `odd`. */
  readonly shown: readonly number[];
  readonly thinking: readonly number[];
  readonly odd: readonly number[];
}

/** The reviews of questions, one question after the other. */
export function encodeReviews(
  questions: readonly (readonly ReviewState[])[],
  isTakenBack: (question: number, review: ReviewState) => boolean,
): ReviewColumns {
  const reviews = questions.flat();
  const odd: number[] = [];
  const duration = (seconds: number): number => {
    const ms = Math.round(seconds * 1000);
    return ms / 1000 === seconds ? ms : -odd.push(seconds);
  };
  const pack = ({ grade, practice, ticked, keyPoints }: ReviewState, takenBack: boolean) =>
    GRADES.indexOf(grade) + (practice ? 4 : 0) + (takenBack ? 8 : 0) + 16 * ticked + 16_384 * keyPoints;
  return {
    ids: reviews.map(({ event }) => event).join(),
    times: questions.flatMap((list) => list.map(({ at }, place) => at - (list[place - 1]?.at ?? 0))),
    packed: questions.flatMap((list, number) =>
      list.map((review) => pack(review, isTakenBack(number, review))),
    ),
    shown: reviews.map(({ shownSeconds }) => duration(shownSeconds)),
    thinking: reviews.map(({ thinkingSeconds }) => duration(thinkingSeconds)),
    odd,
  };
}

/** Makes reviews of columns when they are asked for. */
export interface ReviewReader {
  /** Those of the question whose first one has this number. `effective` leaves out what is taken back. */
  read(first: number, count: number, which: 'all' | 'effective'): ReviewState[];
  /** The ids of all, whether taken back or not. */
  listIds(): readonly string[];
}

export function createReviewReader(columns: ReviewColumns): ReviewReader {
  let split: readonly string[] | undefined;
  const listIds = () => (split ??= columns.ids === '' ? [] : columns.ids.split(','));
  return {
    listIds,
    read(first, count, which) {
      const ids = listIds();
      const reviews: ReviewState[] = [];
      let at = 0;
      for (let number = first; number < first + count; number++) {
        at += columns.times[number] ?? 0;
        const isHidden = which === 'effective' && ((columns.packed[number] ?? 0) & 8) !== 0;
        if (!isHidden) reviews.push(decodeReview(columns, number, ids[number] ?? '', at));
      }
      return reviews;
    },
  };
}

function decodeReview(
  { packed, shown, thinking, odd }: ReviewColumns,
  number: number,
  event: string,
  at: number,
): ReviewState {
  const bits = packed[number] ?? 0;
  return {
    event,
    at,
    grade: GRADES[bits & 3] ?? 'again',
    shownSeconds: secondsOf(shown[number] ?? 0, odd),
    thinkingSeconds: secondsOf(thinking[number] ?? 0, odd),
    ticked: (bits >> 4) & 1023,
    keyPoints: bits >> 14,
    practice: (bits & 4) !== 0,
  };
}

function secondsOf(duration: number, odd: readonly number[]): number {
  return duration < 0 ? (odd[-1 - duration] ?? 0) : duration / 1000;
}

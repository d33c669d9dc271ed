import { GRADES } from '../schedule/session';
import { decodeAscii } from './ascii';
import type { ReviewState } from './studyState';

/**
 * Reviews as two lines, of text or of its bytes. No review costs anything before somebody asks for it: where its row
 * stands is known without reading those before it, and its bytes are not even made a text.
 */
export interface ReviewRows<Line extends string | Uint8Array> {
  /** `id,id,…` */
  readonly ids: Line;
  /**
   * 22 characters for each review, six bits in a character:
   *
   *   time in ms │ grade, practice, taken back, ticked, key points │ shown │ thinking
   *       8      │                        4                        │   5   │    5
   *
   * Shown and thinking are milliseconds; or, for seconds that are no whole milliseconds, 2²⁹ and the place in `odd`.
   */
  readonly rows: Line;
}

const WIDTH = { time: 8, bits: 4, duration: 5 };
const ROW_WIDTH = WIDTH.time + WIDTH.bits + 2 * WIDTH.duration;
const ODD = 2 ** 29;

/** The reviews of questions, one question after the other. What has no place in a row is added to `odd`. */
export function encodeReviews(
  questions: readonly (readonly ReviewState[])[],
  isTakenBack: (question: number, review: ReviewState) => boolean,
  odd: number[],
): ReviewRows<string> {
  const duration = (seconds: number): string => {
    const ms = Math.round(seconds * 1000);
    return encodeNumber(ms / 1000 === seconds ? ms : ODD + odd.push(seconds) - 1, WIDTH.duration);
  };
  const rowOf = (review: ReviewState, takenBack: boolean): string =>
    encodeNumber(review.at, WIDTH.time) +
    encodeNumber(bitsOf(review, takenBack), WIDTH.bits) +
    duration(review.shownSeconds) +
    duration(review.thinkingSeconds);
  const rows = questions.flatMap((reviews, question) =>
    reviews.map((review) => rowOf(review, isTakenBack(question, review))),
  );
  const ids = questions.flatMap((reviews) => reviews.map(({ event }) => event));
  return { ids: ids.join(), rows: rows.join('') };
}

function bitsOf({ grade, practice, ticked, keyPoints }: ReviewState, takenBack: boolean): number {
  return GRADES.indexOf(grade) + (practice ? 4 : 0) + (takenBack ? 8 : 0) + 16 * ticked + 16_384 * keyPoints;
}

/** Makes reviews of rows when they are asked for. */
export interface ReviewReader {
  /** Those of the question whose first one has this number. `effective` leaves out what is taken back. */
  read(first: number, count: number, which: 'all' | 'effective'): ReviewState[];
  /** The ids of all, whether taken back or not. */
  listIds(): readonly string[];
}

export function createReviewReader(
  { ids, rows }: ReviewRows<Uint8Array>,
  odd: readonly number[],
): ReviewReader {
  let split: readonly string[] | undefined;
  const listIds = () => (split ??= ids.length === 0 ? [] : decodeAscii(ids).split(','));
  return {
    listIds,
    read(first, count, which) {
      const reviews: ReviewState[] = [];
      for (let number = first; number < first + count; number++) {
        const start = number * ROW_WIDTH;
        const bits = decodeNumber(rows, start + WIDTH.time, WIDTH.bits);
        if (which === 'effective' && (bits & 8) !== 0) continue;
        reviews.push(decodeReview(rows, start, bits, listIds()[number] ?? '', odd));
      }
      return reviews;
    },
  };
}

function decodeReview(
  rows: Uint8Array,
  start: number,
  bits: number,
  event: string,
  odd: readonly number[],
): ReviewState {
  const shown = start + WIDTH.time + WIDTH.bits;
  return {
    event,
    at: decodeNumber(rows, start, WIDTH.time),
    grade: GRADES[bits & 3] ?? 'again',
    shownSeconds: decodeSeconds(rows, shown, odd),
    thinkingSeconds: decodeSeconds(rows, shown + WIDTH.duration, odd),
    ticked: (bits >> 4) & 1023,
    keyPoints: bits >> 14,
    practice: (bits & 4) !== 0,
  };
}

function decodeSeconds(rows: Uint8Array, start: number, odd: readonly number[]): number {
  const duration = decodeNumber(rows, start, WIDTH.duration);
  return duration >= ODD ? (odd[duration - ODD] ?? 0) : duration / 1000;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOfCode = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) valueOfCode[DIGITS.charCodeAt(value)] = value;

/** `value` in `width` digits of base 64. Multiplied, not shifted: a time has more than 32 bits. */
function encodeNumber(value: number, width: number): string {
  let text = '';
  for (let rest = value; text.length < width; rest = Math.floor(rest / 64)) {
    text = (DIGITS[rest % 64] ?? '') + text;
  }
  return text;
}

function decodeNumber(rows: Uint8Array, start: number, width: number): number {
  let value = 0;
  for (let at = start; at < start + width; at++) value = value * 64 + (valueOfCode[rows[at] ?? 0] ?? 0);
  return value;
}

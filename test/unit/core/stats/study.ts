import { parseDay, type CountedReview, type StatsInputs } from '../../../../src/core/stats/inputs';

/** Monday 23 November 2026. */
export const today = parseDay('2026-11-23') ?? NaN;

const hourMs = 3_600_000;

/** The day turns at four in the morning. */
const dayOf = (at: number) => Math.floor((at - 4 * hourMs) / (24 * hourMs));

/** What a review is, if nothing else is said: at noon of today, Good, 30 s of which 20 s thinking. */
export function aReview({
  daysAgo = 0,
  hour = 12,
  ...other
}: Partial<CountedReview> & { daysAgo?: number; hour?: number } = {}): CountedReview {
  const at = (today - daysAgo) * 24 * hourMs + hour * hourMs;
  return { at, grade: 'good', shownSeconds: 30, thinkingSeconds: 20, practice: false, ...other };
}

/** The day before today, two days before, … */
export const ago = (daysAgo: number, other: Partial<CountedReview> = {}) => aReview({ daysAgo, ...other });

interface Studied {
  readonly topic?: string;
  readonly reviews?: readonly CountedReview[];
  readonly suspended?: boolean;
  readonly buriedUntil?: string;
  readonly scheduledFrom?: number;
  /** Days from today; negative if overdue. */
  readonly dueIn?: number;
  /** The chance of recall today. It falls by a tenth a day. */
  readonly recall?: number;
  /** False for a question that the bank has no more. */
  readonly isInBank?: boolean;
}

/** A bank and its study log: questions by id. */
export function aStudy(
  questions: Readonly<Record<string, Studied>>,
  other: Partial<StatsInputs> = {},
): StatsInputs {
  return {
    questions: Object.entries(questions).flatMap(([id, { topic = 'math', isInBank = true }]) =>
      isInBank ? [{ id, topic }] : [],
    ),
    states: new Map(
      Object.entries(questions).map(
        ([id, { reviews = [], suspended = false, scheduledFrom = 0, buriedUntil }]) => [
          id,
          { id, suspended, reviews, scheduledFrom, ...(buriedUntil === undefined ? {} : { buriedUntil }) },
        ],
      ),
    ),
    recallOn(id, day) {
      const recall = questions[id]?.recall;
      return recall === undefined ? undefined : recall - 0.1 * (day - today);
    },
    dueDayOf(id) {
      const dueIn = questions[id]?.dueIn;
      return dueIn === undefined ? undefined : today + dueIn;
    },
    dayOf,
    today,
    interviewDay: undefined,
    ...other,
  };
}

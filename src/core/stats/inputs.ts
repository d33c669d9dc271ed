import type { Grade } from '../schedule/session';

/** What statistics are gathered from. A study day is a number: the days from 1970-01-01 to its date. */
export interface StatsInputs {
  /** The bank's questions. What is gathered names them by their positions in this list. */
  readonly questions: readonly StatsQuestion[];
  /** What the study log says, by id, also of questions that the bank has no more. */
  readonly states: ReadonlyMap<string, StudiedQuestion>;
  /** The chance of recalling a question on a day, 0 to 1; `undefined` for one never answered. */
  recallOn(id: string, day: number): number | undefined;
  /** The study day on which a question is due; `undefined` for one never answered. */
  dueDayOf(id: string): number | undefined;
  /** The study day of a moment in ms since the epoch. Called for every review, so it must be quick. */
  dayOf(at: number): number;
  readonly today: number;
  readonly interviewDay: number | undefined;
}

export interface StatsQuestion {
  readonly id: string;
  readonly topic: string;
}

/** What the study log says of one question, as far as it is counted. */
export interface StudiedQuestion {
  readonly id: string;
  readonly suspended: boolean;
  /** A study day as a date, `2026-11-24`: it is not asked before. */
  readonly buriedUntil?: string;
  /** Oldest first. */
  readonly reviews: readonly CountedReview[];
  /** The number of reviews before the question was last reset. */
  readonly scheduledFrom: number;
}

export interface CountedReview {
  /** In ms since the epoch. */
  readonly at: number;
  readonly grade: Grade;
  readonly shownSeconds: number;
  readonly thinkingSeconds: number;
  readonly practice: boolean;
}

const dayMs = 86_400_000;

/** `2026-11-24` as the number of its day; `undefined` for anything else. */
export function parseDay(date: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(ms) ? undefined : ms / dayMs;
}

/** A day's date at midnight UTC, for its year, month and day of the month. */
export function dateOfDay(day: number): Date {
  return new Date(day * dayMs);
}

/** Where each question stands in the list. */
export function positionsOf(questions: readonly StatsQuestion[]): ReadonlyMap<string, number> {
  return new Map(questions.map(({ id }, position) => [id, position]));
}

import type { Grade } from '../schedule/session';

/** What the log says, all of it. A question that nothing was done with is not there. */
export interface StudyState {
  readonly questions: ReadonlyMap<string, QuestionState>;
}

/** What the log says of one question. Reviews are in order of (at, id), undone ones left out. */
export interface QuestionState {
  readonly id: string;
  /** Its answer was shown, or it was reviewed, since it was last reset. */
  readonly seen: boolean;
  readonly bookmarked: boolean;
  readonly suspended: boolean;
  /** The first study day on which it may be asked again, `2026-11-24`. */
  readonly buriedUntil?: string;
  /** Markdown, never empty. */
  readonly note?: string;
  /** All effective reviews ever, oldest first. */
  readonly reviews: readonly ReviewState[];
  /** Reviews before this number do not count for scheduling: the question was reset after them. 0 if never. */
  readonly scheduledFrom: number;
}

export interface ReviewState {
  /** The id of the event. */
  readonly event: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly grade: Grade;
  readonly shownSeconds: number;
  readonly thinkingSeconds: number;
  /** How many key points were covered, of how many. */
  readonly ticked: number;
  readonly keyPoints: number;
  readonly practice: boolean;
}

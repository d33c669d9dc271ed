import type { Grade } from '../schedule/session';

/**
 * One thing that a person did, as one line of JSON in the study log. The log is the set of its events: their order in
 * files, and how often one is there, mean nothing. `docs/study-log.md` describes the format for other programs.
 */
export type StudyEvent = EventHead & EventBody;

export interface EventHead {
  /** The form of the line. A reader leaves lines of a higher form alone, and the log read-only. */
  readonly v: 1;
  /** Unique in all logs: lower-case letters, digits and `-`, 8 to 64 of them. */
  readonly id: string;
  /** When it happened, UTC with milliseconds: `2026-11-23T16:00:00.000Z`. */
  readonly at: string;
  /** What was done in one go, such as an import, and is undone in one go. */
  readonly batch?: string;
}

export type EventBody =
  | Reviewed
  | QuestionEvent<'seen'>
  | QuestionEvent<'suspended'>
  | QuestionEvent<'resumed'>
  | (QuestionEvent<'buried'> & {
      /** The first study day on which it may be asked again, `2026-11-24`. */
      readonly until: string;
    })
  | (QuestionEvent<'bookmarked'> & { readonly on: boolean })
  | (QuestionEvent<'noted'> & {
      /** Markdown; empty takes the note away. */
      readonly text: string;
    })
  /** The question is new again; what was before stays in the log. */
  | QuestionEvent<'reset'>
  | Undone;

export interface Reviewed extends QuestionEvent<'reviewed'> {
  readonly grade: Grade;
  /** From the question's appearance to the grade. */
  readonly shownSeconds: number;
  /** From the question's appearance to the answer's. */
  readonly thinkingSeconds: number;
  /** 0-based numbers of the key points that were covered, of how many there are. */
  readonly ticked: readonly number[];
  readonly keyPoints: number;
  /** A review that is for practice only: it moves no due date. */
  readonly practice?: true;
}

/** Takes events back: those with these ids, and those of these batches. Undone itself, it never happened. */
export interface Undone {
  readonly type: 'undone';
  readonly targets: readonly string[];
}

interface QuestionEvent<Type extends string> {
  readonly type: Type;
  readonly question: string;
}

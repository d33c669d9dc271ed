import type { StudyEvent } from './event';
import { parseInstant } from './instant';
import type { QuestionState, ReviewState } from './studyState';

/** An event other than a review: as much of it as the state needs. */
export interface MarkEntry {
  readonly event: string;
  readonly at: number;
  readonly type: Exclude<StudyEvent['type'], 'reviewed' | 'undone'>;
  /** What was set: `until`, `on` or `text`. */
  readonly value?: string | boolean;
}

export interface UndoneEntry {
  readonly event: string;
  readonly at: number;
  readonly targets: readonly string[];
}

export type Entry = ReviewState | MarkEntry | UndoneEntry;

/** All that was ever done with a question, whether it was taken back or not. */
export interface QuestionLog {
  readonly id: string;
  readonly reviews: ReviewState[];
  readonly marks: MarkEntry[];
  /** Whether both are known to be in order. */
  isSorted: boolean;
  /** Whether the question's state is older than its log. */
  isStale: boolean;
  /** The ids of the events that were taken back. */
  hidden: ReadonlySet<string>;
}

const nothingHidden: ReadonlySet<string> = new Set();

export function createQuestionLog(id: string): QuestionLog {
  return { id, reviews: [], marks: [], isSorted: true, isStale: false, hidden: nothingHidden };
}

export function isReview(entry: Entry): entry is ReviewState {
  return 'grade' in entry;
}

export function isUndone(entry: Entry): entry is UndoneEntry {
  return 'targets' in entry;
}

/** The order of time, and for one time that of ids. */
export function compareEntries(a: Entry, b: Entry): number {
  return a.at - b.at || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0);
}

export function entryOf(event: StudyEvent): Entry {
  const at = parseInstant(event.at);
  switch (event.type) {
    case 'reviewed':
      return {
        event: event.id,
        at,
        grade: event.grade,
        shownSeconds: event.shownSeconds,
        thinkingSeconds: event.thinkingSeconds,
        ticked: event.ticked.length,
        keyPoints: event.keyPoints,
        practice: event.practice === true,
      };
    case 'undone':
      return { event: event.id, at, targets: event.targets };
    case 'buried':
      return { event: event.id, at, type: event.type, value: event.until };
    case 'bookmarked':
      return { event: event.id, at, type: event.type, value: event.on };
    case 'noted':
      return { event: event.id, at, type: event.type, value: event.text };
    case 'seen':
    case 'suspended':
    case 'resumed':
    case 'reset':
      return { event: event.id, at, type: event.type };
  }
}

export function addEntry(log: QuestionLog, entry: ReviewState | MarkEntry): void {
  if (isReview(entry)) addTo(log, log.reviews, entry);
  else addTo(log, log.marks, entry);
}

function addTo<T extends Entry>(log: QuestionLog, entries: T[], entry: T): void {
  const last = entries.at(-1);
  if (last !== undefined && compareEntries(last, entry) > 0) log.isSorted = false;
  entries.push(entry);
}

export function removeEntry(log: QuestionLog, { event }: Entry): void {
  for (const entries of [log.reviews, log.marks]) {
    const place = entries.findIndex((entry) => entry.event === event);
    if (place !== -1) entries.splice(place, 1);
  }
}

/** What a question's log comes to; `undefined` when all of it was taken back. */
export function replayQuestion(log: QuestionLog): QuestionState | undefined {
  if (!log.isSorted) {
    log.reviews.sort(compareEntries);
    log.marks.sort(compareEntries);
    log.isSorted = true;
  }
  const reviews = shown(log.reviews, log.hidden);
  const marks = shown(log.marks, log.hidden);
  if (reviews.length === 0 && marks.length === 0) return undefined;
  const reset = marks.findLast(({ type }) => type === 'reset');
  const isSince = (entry: Entry) => reset === undefined || compareEntries(entry, reset) > 0;
  const scheduledFrom = reset === undefined ? 0 : reviews.filter((review) => !isSince(review)).length;
  const note = valueOf(marks, 'noted');
  const buried = marks.findLast(({ type }) => type === 'buried' || type === 'resumed')?.value;
  return {
    id: log.id,
    seen: scheduledFrom < reviews.length || marks.some((mark) => mark.type === 'seen' && isSince(mark)),
    bookmarked: valueOf(marks, 'bookmarked') === true,
    suspended: marks.findLast(({ type }) => type === 'suspended' || type === 'resumed')?.type === 'suspended',
    ...(typeof buried === 'string' ? { buriedUntil: buried } : {}),
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
    reviews,
    scheduledFrom,
  };
}

function shown<T extends Entry>(entries: readonly T[], hidden: ReadonlySet<string>): readonly T[] {
  return hidden.size === 0 ? entries.slice() : entries.filter(({ event }) => !hidden.has(event));
}

function valueOf(marks: readonly MarkEntry[], type: MarkEntry['type']): string | boolean | undefined {
  return marks.findLast((mark) => mark.type === type)?.value;
}

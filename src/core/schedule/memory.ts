import { fuzzIntervalDays, type Memory, type MemoryModel } from './fsrs';
import type { Grade } from './session';
import { dayNumberOf, nameOfDay, numberOfDay, type DayClock, type StudyDay } from './studyDay';

/** What decides when a question is due, besides its reviews. */
export interface Scheduling {
  readonly clock: DayClock;
  readonly model: MemoryModel;
  /** The probability of recall at which a question is due: 0.9. */
  readonly desiredRetention: number;
  readonly maximumDays: number;
  /** Whether intervals are moved a little, the same way each time they are computed. */
  readonly isFuzzed: boolean;
}

/** A review, as far as scheduling sees it. */
export interface ScheduledReview {
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly grade: Grade;
  readonly practice: boolean;
}

export interface ScheduledQuestion {
  readonly id: string;
  /** Oldest first; undone ones are left out, so that undo needs nothing of its own here. */
  readonly reviews: readonly ScheduledReview[];
  /** Reviews before this number do not count. */
  readonly scheduledFrom: number;
}

/** What a question's reviews come to. A value that JSON keeps as it is, so that a snapshot can hold it. */
export type Card = NewCard | StudiedCard;

export interface NewCard {
  readonly id: string;
  readonly state: 'new';
}

export interface StudiedCard {
  readonly id: string;
  /** *learning* and *relearning*: failed and not known since, for the first time or after it was known. */
  readonly state: 'learning' | 'review' | 'relearning';
  readonly memory: Memory;
  readonly firstDay: StudyDay;
  readonly lastDay: StudyDay;
  readonly dueDay: StudyDay;
  /** From the last day to the due day; 0 after Again, since the question comes back in the same session. */
  readonly intervalDays: number;
  readonly lastGrade: Grade;
  readonly reviewCount: number;
  /** How often it was known and then failed. */
  readonly lapses: number;
}

export function replayCard(question: ScheduledQuestion, scheduling: Scheduling): Card {
  const { id, reviews, scheduledFrom } = question;
  return advanceCard({ id, state: 'new' }, reviews.slice(scheduledFrom), scheduling);
}

/** The card after more reviews: from a snapshot, the same as a replay of all of them. */
export function advanceCard(
  card: Card,
  reviews: readonly ScheduledReview[],
  { clock, model, ...scheduling }: Scheduling,
): Card {
  const run = card.state === 'new' ? undefined : startRun(card);
  const end = reviews.reduce<Run | undefined>((known, review) => {
    if (review.practice) return known;
    const day = Math.max(dayNumberOf(review.at, clock), known?.last ?? -Infinity);
    const elapsedDays = known === undefined ? 0 : day - known.last;
    const isFailed = review.grade === 'again';
    const wasKnown = known !== undefined && known.state !== 'learning';
    return {
      state: !isFailed ? 'review' : wasKnown ? 'relearning' : 'learning',
      memory: model.nextMemory(known?.memory, review.grade, elapsedDays),
      first: known?.first ?? day,
      last: day,
      lastGrade: review.grade,
      reviewCount: (known?.reviewCount ?? 0) + 1,
      lapses: (known?.lapses ?? 0) + (isFailed && known?.state === 'review' ? 1 : 0),
    };
  }, run);
  return end === undefined ? card : finishRun(card.id, end, model, scheduling);
}

/** A card while it is replayed: days are numbers, and only its end has an interval. */
interface Run extends Pick<StudiedCard, 'state' | 'memory' | 'lastGrade' | 'reviewCount' | 'lapses'> {
  readonly first: number;
  readonly last: number;
}

function startRun({ state, memory, firstDay, lastDay, lastGrade, reviewCount, lapses }: StudiedCard): Run {
  const days = { first: numberOfDay(firstDay), last: numberOfDay(lastDay) };
  return { state, memory, ...days, lastGrade, reviewCount, lapses };
}

function finishRun(
  id: string,
  { first, last, ...run }: Run,
  model: MemoryModel,
  { desiredRetention, maximumDays, isFuzzed }: Omit<Scheduling, 'clock' | 'model'>,
): StudiedCard {
  const exact = model.nextIntervalDays(run.memory, desiredRetention, maximumDays);
  const known = isFuzzed ? fuzzIntervalDays(exact, `${id}:${run.reviewCount}`, maximumDays) : exact;
  const intervalDays = run.state === 'review' ? known : 0;
  return {
    ...run,
    id,
    firstDay: nameOfDay(first),
    lastDay: nameOfDay(last),
    dueDay: nameOfDay(last + intervalDays),
    intervalDays,
  };
}

import { countToday } from './limits';
import type { Scheduling, StudiedCard } from './memory';
import { queue, recallToday, statusOf, type Candidate, type QueueContext } from './queue';
import { addDays, daysBetween, type StudyDay } from './studyDay';

/** Where a question stands and why: the data of *Why is this due?*, worded elsewhere. */
export type DueReason =
  | { readonly type: 'new' }
  | { readonly type: 'suspended' }
  | { readonly type: 'buried'; readonly until: StudyDay }
  /** Failed and not known since. */
  | { readonly type: 'failed'; readonly lastDay: StudyDay }
  | ({ readonly type: 'due'; readonly overdueDays: number } & DueFacts)
  | ({ readonly type: 'notDue'; readonly inDays: number } & DueFacts);

export interface DueFacts {
  readonly lastDay: StudyDay;
  readonly dueDay: StudyDay;
  readonly intervalDays: number;
  /** What set the interval: the recall wanted, or the longest interval. */
  readonly setBy: 'desiredRetention' | 'maximumDays';
  /** The probability of recall today. */
  readonly recall: number;
  readonly desiredRetention: number;
  readonly stabilityDays: number;
}

export function explainDue(candidate: Candidate, today: StudyDay, scheduling: Scheduling): DueReason {
  const { card, buriedUntil } = candidate;
  if (candidate.isSuspended) return { type: 'suspended' };
  if (buriedUntil !== undefined && today < buriedUntil) return { type: 'buried', until: buriedUntil };
  if (card.state === 'new') return { type: 'new' };
  if (card.state !== 'review') return { type: 'failed', lastDay: card.lastDay };
  const inDays = daysBetween(today, card.dueDay);
  const facts = gatherFacts(card, today, scheduling);
  return inDays > 0 ? { type: 'notDue', inDays, ...facts } : { type: 'due', overdueDays: -inDays, ...facts };
}

function gatherFacts(card: StudiedCard, today: StudyDay, scheduling: Scheduling): DueFacts {
  const { lastDay, dueDay, intervalDays, memory } = card;
  const { desiredRetention, maximumDays, model } = scheduling;
  const wanted = model.nextIntervalDays(memory, desiredRetention, Infinity);
  return {
    lastDay,
    dueDay,
    intervalDays,
    setBy: wanted > maximumDays ? 'maximumDays' : 'desiredRetention',
    recall: recallToday(card, today, scheduling),
    desiredRetention,
    stabilityDays: memory.stability,
  };
}

/** Why *Quiz me* on what is due has nothing to ask, and what there is instead. */
export interface NothingDue {
  /** All that apply. */
  readonly reasons: readonly NothingDueReason[];
  /** The next day on which something is due, and how much. */
  readonly next?: { readonly day: StudyDay; readonly count: number };
}

export type NothingDueReason =
  /** Nothing was ever reviewed. */
  | { readonly type: 'notStarted'; readonly newCount: number }
  | { readonly type: 'reviewLimit'; readonly limit: number; readonly waiting: number }
  | { readonly type: 'suspended'; readonly count: number }
  | { readonly type: 'buried'; readonly count: number; readonly until: StudyDay }
  /** What was due has been answered, today or before. */
  | { readonly type: 'allAnswered'; readonly today: number };

/** `undefined` where something is due. */
export function explainNothingDue(
  candidates: readonly Candidate[],
  context: QueueContext,
): NothingDue | undefined {
  if (queue('due', candidates, context).length > 0) return undefined;
  const reasons = gatherReasons(candidates, context);
  const next = findNextDay(candidates, context);
  return next === undefined ? { reasons } : { reasons, next };
}

function gatherReasons(
  candidates: readonly Candidate[],
  { today, limits }: QueueContext,
): readonly NothingDueReason[] {
  const studied = candidates.filter(({ card }) => card.state !== 'new');
  if (studied.length === 0) return [{ type: 'notStarted', newCount: candidates.length }];
  const reasons: NothingDueReason[] = [];
  const waiting = studied.filter((candidate) => statusOf(candidate, today) === 'due').length;
  if (waiting > 0) reasons.push({ type: 'reviewLimit', limit: limits.reviewsPerDay, waiting });
  const done = countToday(
    studied.map(({ card }) => card),
    today,
  );
  if (waiting === 0) reasons.push({ type: 'allAnswered', today: done.reviews + done.news });
  return [...reasons, ...gatherSetAside(studied, today)];
}

/** What would be due were it not set aside. */
function gatherSetAside(studied: readonly Candidate[], today: StudyDay): NothingDueReason[] {
  const due = studied.filter(({ card }) => card.state !== 'new' && card.dueDay <= today);
  const suspended = due.filter((candidate) => statusOf(candidate, today) === 'suspended').length;
  const buried = due
    .filter((candidate) => statusOf(candidate, today) === 'buried')
    .flatMap(({ buriedUntil }) => buriedUntil ?? [])
    .sort();
  const [until] = buried;
  return [
    ...(suspended > 0 ? [{ type: 'suspended', count: suspended } as const] : []),
    ...(until === undefined ? [] : [{ type: 'buried', count: buried.length, until } as const]),
  ];
}

/** A buried question is due when it comes back, a limited one tomorrow. */
function findNextDay(
  candidates: readonly Candidate[],
  { today }: QueueContext,
): { readonly day: StudyDay; readonly count: number } | undefined {
  const days = candidates.flatMap(({ card, isSuspended, buriedUntil = '' }) => {
    if (card.state === 'new' || isSuspended) return [];
    const day = card.dueDay > buriedUntil ? card.dueDay : buriedUntil;
    return [day > today ? day : addDays(today, 1)];
  });
  const [day] = days.sort();
  return day === undefined ? undefined : { day, count: days.filter((other) => other === day).length };
}

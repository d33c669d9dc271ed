import { gatherLeeches, isLeech } from './leech';
import { remainingToday, type Limits } from './limits';
import type { Card, Scheduling, StudiedCard } from './memory';
import { daysBetween, type StudyDay } from './studyDay';

/** A question that might be asked. */
export interface Candidate {
  readonly card: Card;
  readonly isSuspended: boolean;
  /** The first study day on which it may be asked again. */
  readonly buriedUntil?: StudyDay;
}

export type StudyStatus = 'new' | 'learning' | 'due' | 'known' | 'suspended' | 'buried';

export type Scope = 'due' | 'new' | 'weak' | 'leeches' | 'ahead';

export interface QueueContext {
  readonly today: StudyDay;
  readonly scheduling: Pick<Scheduling, 'model' | 'desiredRetention'>;
  readonly limits: Limits;
  /** Study days before today on which anything was reviewed. */
  readonly studiedDays: readonly StudyDay[];
  /** What comes first ahead of time: what is due soonest, or what an interview plan asks, the least likely recalled. */
  readonly aheadBy: 'dueDay' | 'recall';
  /** The new questions that a plan has for today, in its order; where there is none, the limit counts. */
  readonly newToday?: readonly string[];
}

export function statusOf({ card, isSuspended, buriedUntil }: Candidate, today: StudyDay): StudyStatus {
  if (isSuspended) return 'suspended';
  if (buriedUntil !== undefined && today < buriedUntil) return 'buried';
  if (card.state === 'new') return 'new';
  if (card.state !== 'review') return 'learning';
  return card.dueDay <= today ? 'due' : 'known';
}

/** Whether a review of the card is for practice: ahead of its due day, and not asked to move it. */
export function isPractice(card: Card, today: StudyDay, movesDueDays: boolean): boolean {
  return !movesDueDays && card.state !== 'new' && card.dueDay > today;
}

/** The ids to ask, in order. What is suspended or buried is in no queue. */
export function queue(scope: Scope, candidates: readonly Candidate[], context: QueueContext): string[] {
  return queuedCards(scope, candidates, context).map(({ id }) => id);
}

function queuedCards(scope: Scope, candidates: readonly Candidate[], context: QueueContext): Card[] {
  const { today, limits } = context;
  const withStatus = (...wanted: StudyStatus[]) =>
    candidates.filter((candidate) => wanted.includes(statusOf(candidate, today))).map(({ card }) => card);
  const remaining = remainingToday(
    limits,
    candidates.map(({ card }) => card),
    today,
  );
  switch (scope) {
    case 'due': {
      const failed = studied(withStatus('learning'));
      return [...failed, ...orderBacklog(studied(withStatus('due')), context).slice(0, remaining.reviews)];
    }
    case 'new': {
      const { newToday } = context;
      const all = withStatus('new');
      return newToday === undefined ? all.slice(0, remaining.news) : inOrder(all, newToday);
    }
    case 'weak':
      return byRecall(studied(withStatus('learning', 'due', 'known')).filter(isWeak), context);
    case 'leeches':
      return gatherLeeches(withStatus('learning', 'due', 'known'));
    case 'ahead':
      return orderAhead(studied(withStatus('known')), context);
  }
}

/** Those of the cards that are listed, in the list's order. */
function inOrder(cards: readonly Card[], ids: readonly string[]): Card[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function orderAhead(known: readonly StudiedCard[], context: QueueContext): StudiedCard[] {
  const leastRecalled = byRecall(known, context);
  if (context.aheadBy === 'recall') return leastRecalled;
  return leastRecalled.sort((a, b) => compare(a.dueDay, b.dueDay));
}

/** After so many study days without being asked, a due card rises. */
const PASSED_OVER_DAYS = 7;

/** Of so many places in the backlog, the first is for a card that was passed over. */
const PASSED_OVER_EVERY = 4;

/**
 * The likeliest to be recalled first: they hold with one review, the others are lost already or a little later. So that
 * none waits for ever, every fourth place, from the first, goes to the card that was passed over longest:
 *
 *     risen, likely, likely, likely, risen, likely …
 */
function orderBacklog(due: readonly StudiedCard[], context: QueueContext): StudiedCard[] {
  const passedOver = new Map(due.map((card) => [card, countPassedOver(card, context.studiedDays)]));
  const waited = (card: StudiedCard) => passedOver.get(card) ?? 0;
  const risen = due.filter((card) => waited(card) >= PASSED_OVER_DAYS).sort((a, b) => waited(b) - waited(a));
  const ordered = new Set<StudiedCard>();
  const waiting = risen.values();
  for (const card of byRecall(due, context).reverse()) {
    while (ordered.size % PASSED_OVER_EVERY === 0) {
      const next = waiting.next();
      if (next.done === true) break;
      ordered.add(next.value);
    }
    ordered.add(card);
  }
  return [...ordered];
}

/** Days on which something was studied while the card was due. A month away passes nothing over. */
function countPassedOver({ dueDay }: StudiedCard, studiedDays: readonly StudyDay[]): number {
  return studiedDays.filter((day) => day >= dueDay).length;
}

const WEAK_DIFFICULTY = 7;

function isWeak(card: StudiedCard): boolean {
  const wasHard = card.lastGrade === 'again' || card.lastGrade === 'hard';
  return wasHard || card.memory.difficulty >= WEAK_DIFFICULTY || isLeech(card);
}

/** Least likely to be recalled today first. */
function byRecall(cards: readonly StudiedCard[], { today, scheduling }: QueueContext): StudiedCard[] {
  return cards
    .map((card) => ({ card, recall: recallToday(card, today, scheduling) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ card }) => card);
}

export function recallToday(
  { memory, lastDay }: StudiedCard,
  today: StudyDay,
  { model }: Pick<Scheduling, 'model'>,
): number {
  return model.retrievability(memory, Math.max(0, daysBetween(lastDay, today)));
}

function studied(cards: readonly Card[]): StudiedCard[] {
  return cards.filter((card) => card.state !== 'new');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

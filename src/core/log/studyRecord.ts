import { dayOf, type StudyDay } from '../schedule/studyDay';
import { replayCard, type Card, type Scheduling } from '../schedule/memory';
import { gatherOutcomes, type Outcome } from '../schedule/outcomes';
import {
  isPractice,
  queue,
  statusOf,
  type Candidate,
  type QueueContext,
  type Scope,
} from '../schedule/queue';
import type { Grade } from '../schedule/session';
import { explainDue, explainNothingDue, type DueReason, type NothingDue } from '../schedule/whyDue';
import type { Limits } from '../schedule/limits';
import type { EventBody, StudyEvent } from './event';
import type { Replay } from './replay';
import { stampEvent, type Stamps } from './stampEvent';
import type { StudyLog } from './studyLog';
import type { QuestionState } from './studyState';
import { lastAction, type Action } from './undo';

/** Where a person stands with a question. *Seen*: its answer was read, but it was never graded. */
export type Status = 'new' | 'seen' | 'learning' | 'due' | 'known' | 'suspended' | 'buried';

export const STATUSES: readonly Status[] = ['new', 'seen', 'learning', 'due', 'known', 'suspended', 'buried'];

/** What the settings say about studying. */
export interface StudyPlan {
  readonly scheduling: Scheduling;
  readonly limits: Limits;
  /** A day to come on which it shall be known. */
  readonly interviewDay: StudyDay | undefined;
}

/** What a person has done with the questions, and what follows from it. A replay of the study log. */
export interface StudyRecord {
  statusOf(id: string): Status;
  isBookmarked(id: string): boolean;
  /** Markdown, never empty; `undefined` when there is none. */
  noteOf(id: string): string | undefined;
  /** `undefined` when nothing was done with it yet. */
  stateOf(id: string): QuestionState | undefined;
  cardOf(id: string): Card;
  /** What is to be asked, of these questions, the first first. */
  queueOf(scope: Scope, ids: readonly string[]): string[];
  outcomesOf(id: string): Record<Grade, Outcome>;
  whyDue(id: string): DueReason;
  /** `undefined` where something is due. */
  whyNothingIsDue(ids: readonly string[]): NothingDue | undefined;
  today(): StudyDay;
  plan(): StudyPlan;
  /** Keeps a review, and gives the event that takes it back. It is practice where the question is not due. */
  review(review: ReviewGiven): Promise<string>;
  /** Keeps what was done, in one go. Rejects when it can't be kept. */
  append(...bodies: readonly EventBody[]): Promise<readonly string[]>;
  /** Keeps an import or a restored back-up, whose last event names the batch. Rejects when it can't be kept. */
  appendBatch(events: readonly StudyEvent[]): Promise<void>;
  /** Takes back what was done last, in this window if anything was; gives it, or `undefined` when there is nothing. */
  undo(): Promise<Action | undefined>;
}

export interface ReviewGiven {
  readonly question: string;
  readonly grade: Grade;
  readonly shownSeconds: number;
  readonly thinkingSeconds: number;
  readonly ticked: readonly number[];
  readonly keyPoints: number;
}

export interface StudyRecordOptions {
  readonly log: StudyLog;
  /** New ids and the time, for what this window does. */
  readonly stamps: Stamps;
  /** The same object for as long as the settings are the same. */
  plan(): StudyPlan;
  /** In ms since the epoch. */
  now(): number;
}

/** Rejects when the log can't be read. */
export async function loadStudyRecord({ log, stamps, plan, now }: StudyRecordOptions): Promise<StudyRecord> {
  const { replay } = await log.load();
  const { questions } = replay.state;
  const recent: string[] = [];
  const today = () => dayOf(now(), plan().scheduling.clock);
  const cardOf = createCards(replay, plan);
  const candidateOf = (id: string): Candidate => {
    const state = questions.get(id);
    return {
      card: cardOf(id),
      isSuspended: state?.suspended ?? false,
      ...(state?.buriedUntil === undefined ? {} : { buriedUntil: state.buriedUntil }),
    };
  };
  const contextOf = (): QueueContext => {
    const { scheduling, limits } = plan();
    const studiedDays = gatherStudiedDays(replay, scheduling);
    return { today: today(), scheduling, limits, studiedDays, aheadBy: 'dueDay' };
  };
  const append = async (...bodies: readonly EventBody[]) => {
    const events = bodies.map((body) => stampEvent(body, stamps, replay));
    await log.append(events);
    const ids = events.map(({ id }) => id);
    recent.push(...ids);
    return ids;
  };

  return {
    statusOf(id) {
      const status = statusOf(candidateOf(id), today());
      return status === 'new' && questions.get(id)?.seen === true ? 'seen' : status;
    },
    isBookmarked: (id) => questions.get(id)?.bookmarked ?? false,
    noteOf: (id) => questions.get(id)?.note,
    stateOf: (id) => questions.get(id),
    cardOf,
    queueOf: (scope, ids) => queue(scope, ids.map(candidateOf), contextOf()),
    outcomesOf: (id) => gatherOutcomes(cardOf(id), now(), plan().scheduling, false),
    whyDue: (id) => explainDue(candidateOf(id), today(), plan().scheduling),
    whyNothingIsDue: (ids) => explainNothingDue(ids.map(candidateOf), contextOf()),
    today,
    plan,
    async review(given) {
      const practice = isPractice(cardOf(given.question), today(), false);
      const [event = ''] = await append({ type: 'reviewed', ...given, ...(practice ? { practice } : {}) });
      return event;
    },
    append,
    async appendBatch(events) {
      if (events.length > 0) await log.append(events);
      const batch = events.at(-1)?.batch;
      if (batch !== undefined) recent.push(batch);
    },
    async undo() {
      const action = lastAction(replay, recent);
      if (action !== undefined) await append({ type: 'undone', targets: [action.target] });
      return action;
    },
  };
}

/** A question's card is replayed again only when its state or the plan is another one. */
function createCards({ state }: Replay, plan: () => StudyPlan): (id: string) => Card {
  const known = new Map<string, { state: QuestionState; scheduling: Scheduling; card: Card }>();
  return (id) => {
    const question = state.questions.get(id);
    if (question === undefined) return { id, state: 'new' };
    const { scheduling } = plan();
    const kept = known.get(id);
    if (kept?.state === question && kept.scheduling === scheduling) return kept.card;
    const card = replayCard(question, scheduling);
    known.set(id, { state: question, scheduling, card });
    return card;
  };
}

/** The days of the last weeks on which something was reviewed: what the order of a backlog looks at. */
function gatherStudiedDays({ state }: Replay, { clock }: Scheduling): StudyDay[] {
  const days = new Set<StudyDay>();
  for (const { reviews } of state.questions.values()) {
    for (const { at } of reviews.slice(-mostRecentReviews)) days.add(dayOf(at, clock));
  }
  return [...days].sort();
}

const mostRecentReviews = 10;

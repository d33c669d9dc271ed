import { queueInterview, type InterviewWork } from '../schedule/interviewWork';
import { isLeech } from '../schedule/leech';
import { replayCard, type Card, type Scheduling } from '../schedule/memory';
import { gatherOutcomes, type Outcome } from '../schedule/outcomes';
import { gatherPace, longestSeconds, type Pace } from '../schedule/pace';
import { queue, statusOf, type Candidate, type QueueContext, type Scope } from '../schedule/queue';
import type { Grade } from '../schedule/session';
import { dayOf, startOfDay, type StudyDay } from '../schedule/studyDay';
import { explainDue, explainNothingDue, type DueReason, type NothingDue } from '../schedule/whyDue';
import { createDailyPlan, type DailyPlanOptions, type Interview, type StudyPlan } from './dailyPlan';
import type { QuestionState, StudyState } from './studyState';

/** Where a person stands with a question. *Seen*: its answer was read, but it was never graded. */
export type Status = 'new' | 'seen' | 'learning' | 'due' | 'known' | 'suspended' | 'buried';

export const STATUSES: readonly Status[] = ['new', 'seen', 'learning', 'due', 'known', 'suspended', 'buried'];

/** Where a person stands with the questions, and what follows from it for today. */
export interface Standing {
  statusOf(id: string): Status;
  isBookmarked(id: string): boolean;
  /** Markdown, never empty; `undefined` when there is none. */
  noteOf(id: string): string | undefined;
  /** `undefined` when nothing was done with it yet. */
  stateOf(id: string): QuestionState | undefined;
  cardOf(id: string): Card;
  /** What is to be asked, of these questions, the first first. */
  queueOf(scope: Scope, ids: readonly string[]): string[];
  /** What is left of today's work for the interview, in order; nothing where there is none to come. */
  interviewQueueOf(ids: readonly string[]): string[];
  /** It was known and missed so often that it should be learned another way. */
  isLeech(id: string): boolean;
  /** How long this person takes for a question. */
  pace(): Pace;
  outcomesOf(id: string): Record<Grade, Outcome>;
  whyDue(id: string): DueReason;
  /** `undefined` where something is due. */
  whyNothingIsDue(ids: readonly string[]): NothingDue | undefined;
  today(): StudyDay;
  /** The same object for as long as study day, settings and bank are the same. */
  plan(): StudyPlan;
}

/** What stands follows from the state of the log, whatever happens to it. */
export function createStanding(options: DailyPlanOptions): Standing {
  const { state, settings, now } = options;
  const { questions } = state;
  const plan = createDailyPlan(options);
  const today = () => dayOf(now(), settings().scheduling.clock);
  const cardOf = createCards(state, plan);
  const candidateOf = (id: string) => createCandidate(cardOf(id), questions.get(id));
  const contextOf = () => createContext(plan(), state, today());
  return {
    statusOf(id) {
      const known = questions.get(id);
      if (known === undefined) return 'new';
      const status = statusOf(candidateOf(id), today());
      return status === 'new' && known.seen ? 'seen' : status;
    },
    isBookmarked: (id) => questions.get(id)?.bookmarked ?? false,
    noteOf: (id) => questions.get(id)?.note,
    stateOf: (id) => questions.get(id),
    cardOf,
    queueOf: (scope, ids) => queue(scope, ids.map(candidateOf), contextOf()),
    interviewQueueOf(ids) {
      const { interview, minutesPerDay, scheduling } = plan();
      if (interview === undefined) return [];
      const work = gatherWork(interview, minutesPerDay, gatherToday(state, today(), scheduling));
      return queueInterview(ids.map(candidateOf), contextOf(), work);
    },
    isLeech: (id) => isLeech(cardOf(id)),
    pace: () => gatherPace(questions.values()),
    outcomesOf: (id) => gatherOutcomes(cardOf(id), now(), plan().scheduling, plan().aheadMovesDueDays),
    whyDue: (id) => explainDue(candidateOf(id), today(), plan().scheduling),
    whyNothingIsDue: (ids) => explainNothingDue(ids.map(candidateOf), contextOf()),
    today,
    plan,
  };
}

function createCandidate(card: Card, state: QuestionState | undefined): Candidate {
  const { suspended = false, buriedUntil } = state ?? {};
  return { card, isSuspended: suspended, ...(buriedUntil === undefined ? {} : { buriedUntil }) };
}

function createContext(
  { scheduling, limits, interview }: StudyPlan,
  state: StudyState,
  today: StudyDay,
): QueueContext {
  const usual = { today, scheduling, limits, studiedDays: gatherStudiedDays(state, scheduling) };
  if (interview === undefined) return { ...usual, aheadBy: 'dueDay' };
  return { ...usual, aheadBy: 'recall', newToday: interview.newToday };
}

function gatherWork({ policy, pace }: Interview, minutesPerDay: number, today: DoneToday): InterviewWork {
  const secondsPerDay = minutesPerDay * 60;
  return {
    newShare: policy.newShare,
    secondsPerDay,
    secondsLeft: Math.max(0, secondsPerDay - today.seconds),
    pace,
    wasAnsweredToday: (id) => today.ids.has(id),
  };
}

/** A question's card is replayed again only when its state or the plan is another one. */
function createCards(state: StudyState, plan: () => StudyPlan): (id: string) => Card {
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
function gatherStudiedDays(state: StudyState, { clock }: Scheduling): StudyDay[] {
  const days = new Set<StudyDay>();
  for (const { reviews } of state.questions.values()) {
    for (const { at } of reviews.slice(-mostRecentReviews)) days.add(dayOf(at, clock));
  }
  return [...days].sort();
}

const mostRecentReviews = 10;

/** What was answered today, and the seconds that it took. */
interface DoneToday {
  readonly ids: ReadonlySet<string>;
  readonly seconds: number;
}

function gatherToday(state: StudyState, today: StudyDay, { clock }: Scheduling): DoneToday {
  const start = startOfDay(today, clock);
  const ids = new Set<string>();
  let seconds = 0;
  for (const { id, reviews } of state.questions.values()) {
    for (let number = reviews.length - 1; number >= 0; number -= 1) {
      const review = reviews[number];
      if (review === undefined || review.at < start) break;
      ids.add(id);
      seconds += Math.min(review.shownSeconds, longestSeconds);
    }
  }
  return { ids, seconds };
}

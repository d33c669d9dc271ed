import { createRandom } from '../util/random';
import type { Memory, MemoryModel } from './fsrs';
import { recallOnDay, simulate, type Habits, type Policy, type SimulatedCard } from './simulate';

export interface InterviewQuestion {
  readonly id: string;
  /** `undefined` while it is new. */
  readonly memory: Memory | undefined;
  /** Since it was last graded; 0 while it is new. */
  readonly elapsedDays: number;
  /** How much likelier than another it is to be asked: 1. */
  readonly weight: number;
}

export interface InterviewGoal {
  /** In the order in which new ones would be met without a plan. */
  readonly questions: readonly InterviewQuestion[];
  /** From today to the interview, which is on the day after the last one to study: at least 1. */
  readonly daysLeft: number;
  readonly minutesPerDay: number;
  /** The one of the settings, which stays where another gains nothing. */
  readonly desiredRetention: number;
  readonly maximumDays: number;
  readonly model: MemoryModel;
  readonly habits: Habits;
}

/** What to do today. Made again every day, it follows how things went. */
export interface InterviewPlan {
  readonly desiredRetention: number;
  /** Ids of the new questions for today; they come before what is due. */
  readonly newToday: readonly string[];
  /** Ids of all new questions, in the order in which to meet them. */
  readonly newOrder: readonly string[];
  /** The mean probability of recall on the day, if the plan is kept; what is never met counts as 0. */
  readonly expectedRecall: number;
  readonly policy: Policy;
}

const RETENTIONS = [0.7, 0.8, 0.85, 0.9, 0.95, 0.97];
const NEW_SHARES = [0, 0.5, 1];

/** Recall less apart than this is the same: the futures are random. */
const SAME_RECALL = 0.002;

/** Any seed will do, as long as a plan made twice on one day is the same. */
const SEED = 20_220_201;

/**
 * Lives through the days to the interview once per way of spending them, and takes the way after which most is recalled.
 * Little time favours meeting every question once, a little more favours a lower retention than usual. Minutes in which
 * nothing is due go to what is least likely to be recalled.
 */
export function planInterview(goal: InterviewGoal): InterviewPlan {
  const questions = orderQuestions(goal.questions);
  const tried = RETENTIONS.flatMap((desiredRetention) =>
    NEW_SHARES.map((newShare) => tryPolicy(goal, questions, createPolicy(goal, desiredRetention, newShare))),
  );
  const most = Math.max(...tried.map(({ expectedRecall }) => expectedRecall));
  const unusual = ({ policy }: Try) => Math.abs(policy.desiredRetention - goal.desiredRetention);
  const best = tried
    .filter(({ expectedRecall }) => expectedRecall >= most - SAME_RECALL)
    .reduce((a, b) => (unusual(b) < unusual(a) ? b : a));
  const newOrder = questions.filter(({ memory }) => memory === undefined).map(({ id }) => id);
  return {
    desiredRetention: best.policy.desiredRetention,
    newToday: newOrder.slice(0, best.newToday),
    newOrder,
    expectedRecall: best.expectedRecall,
    policy: best.policy,
  };
}

/** What is likelier to be asked is met earlier; among equals the given order stays. */
function orderQuestions(questions: readonly InterviewQuestion[]): InterviewQuestion[] {
  return [...questions].sort((a, b) => b.weight - a.weight);
}

function createPolicy({ maximumDays }: InterviewGoal, desiredRetention: number, newShare: number): Policy {
  return { desiredRetention, maximumDays, newShare, newPerDay: Infinity, studyAhead: 'leastRecalled' };
}

interface Try extends Pick<InterviewPlan, 'policy' | 'expectedRecall'> {
  /** How many new questions the first day holds. */
  readonly newToday: number;
}

function tryPolicy(goal: InterviewGoal, questions: readonly InterviewQuestion[], policy: Policy): Try {
  const { daysLeft, minutesPerDay, model, habits } = goal;
  const { cards, days } = simulate({
    cards: questions.map(toSimulated),
    days: daysLeft,
    secondsPerDay: minutesPerDay * 60,
    policy,
    model,
    habits,
    random: createRandom(SEED),
  });
  return { policy, newToday: days[0]?.news ?? 0, expectedRecall: recallOnDay(cards, daysLeft, model) };
}

function toSimulated({ memory, elapsedDays, weight }: InterviewQuestion): SimulatedCard {
  return { memory, lastDay: -elapsedDays, weight };
}

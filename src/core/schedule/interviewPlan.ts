import { createRandom } from '../util/random';
import type { Memory, MemoryModel } from './fsrs';
import {
  recallOnDay,
  simulate,
  type Habits,
  type Policy,
  type SimulatedCard,
  type SimulationResult,
} from './simulate';

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
  /** Whether what is studied ahead of its due day counts as a review, or is for practice only. */
  readonly aheadCounts: boolean;
  readonly model: MemoryModel;
  readonly habits: Habits;
}

/** What to do today. Made again every day, it follows how things went. */
export interface InterviewPlan {
  readonly desiredRetention: number;
  /** Ids of the new questions for today, in order. */
  readonly newToday: readonly string[];
  /** Ids of all new questions, in the order in which to meet them. */
  readonly newOrder: readonly string[];
  /** The mean probability of recall on the day, if the plan is kept; what is never met counts as 0. */
  readonly expectedRecall: number;
  /** With the share of the day that new questions get before what is due. */
  readonly policy: Policy;
}

const RETENTIONS = [0.7, 0.8, 0.85, 0.9, 0.95, 0.97];
const NEW_SHARES = [0, 0.5, 1];

/** Recall less apart than this is the same: the futures are random. */
const SAME_RECALL = 0.002;

/** What lies further off is planned as if it were so far off. */
const LONGEST_DAYS = 365;

/** So many questions, times days, are lived through for each way; more are sampled. 18 ways take some 200 ms. */
const MOST_QUESTION_DAYS = 40_000;

/** An answer costs as much as passing over a question on so many days. */
const ANSWER_COST = 12;

const SMALLEST_SAMPLE = 50;

/** Any seed will do, as long as a plan made twice on one day is the same. */
const SEED = 20_220_201;

/**
 * Lives through the days to the interview once per way of spending them, and takes the way after which most is recalled.
 * Little time favours meeting every question once, a little more favours a lower retention than usual. Where studying
 * ahead counts, minutes in which nothing is due go to what is least likely to be recalled.
 */
export function planInterview(goal: InterviewGoal): InterviewPlan {
  const questions = orderQuestions(goal.questions);
  const sample = takeSample(goal, questions);
  const tried = RETENTIONS.flatMap((desiredRetention) =>
    NEW_SHARES.map((newShare) => tryPolicy(goal, sample, createPolicy(goal, desiredRetention, newShare))),
  );
  const most = Math.max(...tried.map(({ expectedRecall }) => expectedRecall));
  const unusual = ({ policy }: Try) => Math.abs(policy.desiredRetention - goal.desiredRetention);
  const best = tried
    .filter(({ expectedRecall }) => expectedRecall >= most - SAME_RECALL)
    .reduce((a, b) => (unusual(b) < unusual(a) ? b : a));
  const newOrder = questions.filter(({ memory }) => memory === undefined).map(({ id }) => id);
  return {
    desiredRetention: best.policy.desiredRetention,
    newToday: newOrder.slice(0, countNewToday(goal, questions, best.policy)),
    newOrder,
    expectedRecall: best.expectedRecall,
    policy: best.policy,
  };
}

/** What is likelier to be asked is met earlier; among equals the given order stays. */
function orderQuestions(questions: readonly InterviewQuestion[]): InterviewQuestion[] {
  return [...questions].sort((a, b) => b.weight - a.weight);
}

/** Questions spread over all, with their share of a day. */
interface Sample {
  readonly questions: readonly InterviewQuestion[];
  readonly secondsPerDay: number;
  readonly isPart: boolean;
}

/** All, unless living through the days with all of them would take long. */
function takeSample(goal: InterviewGoal, questions: readonly InterviewQuestion[]): Sample {
  const secondsPerDay = goal.minutesPerDay * 60;
  const answersPerQuestion = Math.min(1, secondsPerDay / goal.habits.recalledSeconds / questions.length);
  const cost = 1 + (goal.aheadCounts ? ANSWER_COST * answersPerQuestion : 0);
  const affordable = Math.max(SMALLEST_SAMPLE, Math.floor(MOST_QUESTION_DAYS / daysOf(goal) / cost));
  if (affordable >= questions.length) return { questions, secondsPerDay, isPart: false };
  const every = questions.length / affordable;
  const spread = Array.from({ length: affordable }, (_, place) => Math.floor((place + 0.5) * every));
  return {
    questions: spread.flatMap((place) => questions[place] ?? []),
    secondsPerDay: secondsPerDay / every,
    isPart: true,
  };
}

function daysOf({ daysLeft }: InterviewGoal): number {
  return Math.min(daysLeft, LONGEST_DAYS);
}

function createPolicy(
  { maximumDays, aheadCounts }: InterviewGoal,
  desiredRetention: number,
  newShare: number,
): Policy {
  const studyAhead = aheadCounts ? 'leastRecalled' : 'no';
  return { desiredRetention, maximumDays, newShare, newPerDay: Infinity, studyAhead };
}

type Try = Pick<InterviewPlan, 'policy' | 'expectedRecall'>;

function tryPolicy(goal: InterviewGoal, sample: Sample, policy: Policy): Try {
  const days = daysOf(goal);
  const { cards } = live(goal, sample, policy, days);
  return { policy, expectedRecall: recallOnDay(cards, days, goal.model) };
}

/** How many new questions the first day holds. */
function countNewToday(goal: InterviewGoal, questions: readonly InterviewQuestion[], policy: Policy): number {
  const all = { questions, secondsPerDay: goal.minutesPerDay * 60, isPart: false };
  const { days } = live(goal, all, policy, 1);
  return days[0]?.news ?? 0;
}

function live(
  { model, habits }: InterviewGoal,
  { questions, secondsPerDay, isPart }: Sample,
  policy: Policy,
  days: number,
): SimulationResult {
  const random = createRandom(SEED);
  const cards = questions.map(toSimulated);
  return simulate({ cards, days, secondsPerDay, carriesOver: isPart, policy, model, habits, random });
}

function toSimulated({ memory, elapsedDays, weight }: InterviewQuestion): SimulatedCard {
  return { memory, lastDay: -elapsedDays, weight };
}

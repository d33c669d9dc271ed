import { createMemoryModel, type MemoryModel } from '../../src/core/schedule/fsrs';
import { planInterview } from '../../src/core/schedule/interviewPlan';
import {
  DEFAULT_HABITS,
  forecastLoad,
  recallOnDay,
  simulate,
  type Policy,
  type SimulatedCard,
  type Simulation,
  type SimulationResult,
} from '../../src/core/schedule/simulate';
import { createRandom } from '../../src/core/util/random';
import { percentile, type ReportRow } from './report';

const LEARNERS = 1_000;
const QUESTIONS = 222;
const LONGEST = 36_500;

/**
 * The published default parameters of FSRS-6. Each learner has parameters of their own around them, which the scheduler
 * knows, as after fitting them to a long log.
 */
const PUBLISHED = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

interface Learner {
  readonly model: MemoryModel;
  random(): number;
}

function createLearner(seed: number): Learner {
  const random = createRandom(seed);
  const parameters = PUBLISHED.map(
    (value, index) => value * Math.exp((index < 4 ? 0.3 : 0.1) * normal(random)),
  );
  return { model: createMemoryModel(parameters), random };
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const createLearners = () => Array.from({ length: LEARNERS }, (_, seed) => createLearner(seed));

const newCards = (): SimulatedCard[] =>
  Array.from({ length: QUESTIONS }, () => ({ memory: undefined, lastDay: 0, weight: 1 }));

function aSimulation(
  { model, random }: Learner,
  changes: Partial<Simulation>,
  policy: Partial<Policy>,
): Simulation {
  return {
    cards: newCards(),
    days: 365,
    secondsPerDay: Infinity,
    policy: {
      desiredRetention: 0.9,
      maximumDays: LONGEST,
      newShare: 0,
      newPerDay: 5,
      studyAhead: 'no',
      ...policy,
    },
    model,
    habits: DEFAULT_HABITS,
    random,
    ...changes,
  };
}

/** Simulated learners: is the desired retention met, does the forecast hold, and does the interview plan help? */
export function benchSimulation(report: ReportRow): void {
  for (const desiredRetention of [0.8, 0.9, 0.95]) reportRetention(report, desiredRetention);
  reportLoad(report);
  reportInterview(report);
}

function reportRetention(report: ReportRow, desiredRetention: number): void {
  let due = 0;
  let recalled = 0;
  for (const learner of createLearners()) {
    for (const day of simulate(aSimulation(learner, {}, { desiredRetention })).days) {
      due += day.due;
      recalled += day.recalled;
    }
  }
  const points = 100 * (recalled / due - desiredRetention);
  report({
    what: `recall of ${due.toLocaleString('en')} due reviews, ${LEARNERS.toLocaleString('en')} learners, a year, ${100 * desiredRetention}% desired`,
    figure: `${((100 * recalled) / due).toFixed(1)}%`,
    budget: 'within 2 points',
    holds: Math.abs(points) <= 2,
  });
}

const FORECAST_FROM = 60;
const FORECAST_DAYS = 30;

function reportLoad(report: ReportRow): void {
  const runs = createLearners().map((learner, seed) => {
    const { cards } = simulate(aSimulation(learner, { days: FORECAST_FROM }, {}));
    const later = shift(cards, FORECAST_FROM);
    const next = aSimulation(learner, { cards: later, days: FORECAST_DAYS }, {});
    const predicted = sum(forecastLoad({ ...next, random: createRandom(seed + LEARNERS) }, 8));
    return { predicted, actual: sum(simulate(next).days.map(({ due }) => due)) };
  });
  const predicted = sum(runs.map((run) => run.predicted));
  const actual = sum(runs.map((run) => run.actual));
  const errors = runs.map((run) => Math.abs(run.predicted - run.actual) / run.actual);
  const part = Math.abs(predicted - actual) / actual;
  report({
    what: `predicted load of ${FORECAST_DAYS} days, all learners`,
    figure: `${percent(predicted / actual - 1, 2)} off`,
    budget: 'within 10%',
    holds: part <= 0.1,
  });
  report({
    what: `predicted load of ${FORECAST_DAYS} days, one learner, median and p95 error`,
    figure: `${percent(percentile(errors, 0.5))} and ${percent(percentile(errors, 0.95))}`,
    budget: 'median within 10%',
    holds: percentile(errors, 0.5) <= 0.1,
  });
}

const GOALS = [
  { days: 14, minutes: 20 },
  { days: 30, minutes: 10 },
  { days: 30, minutes: 20 },
  { days: 60, minutes: 10 },
];

/** How often the plan is made again; the extension makes it every day. */
const PLAN_DAYS = 7;

interface Outcome {
  /** On the interview date. */
  readonly recall: number;
  /** Spent in all. */
  readonly minutes: number;
}

/** A fourth of the learners has each goal. Everyone lives through it twice: with the plan, and with plain FSRS. */
function reportInterview(report: ReportRow): void {
  for (const [number, { days, minutes }] of GOALS.entries()) {
    const seeds = Array.from(
      { length: LEARNERS / GOALS.length },
      (_, index) => index * GOALS.length + number,
    );
    const runs = seeds.map((seed) => ({
      planned: studyByPlan(createLearner(seed), days, minutes),
      plain: studyPlainly(createLearner(seed), days, minutes),
    }));
    const planned = meanOutcome(runs.map((run) => run.planned));
    const plain = meanOutcome(runs.map((run) => run.plain));
    const better = runs.filter((run) => run.planned.recall > run.plain.recall).length / runs.length;
    report({
      what: `recall on the interview date of ${QUESTIONS} questions, ${days} days, ${minutes} minutes a day: plan, plain FSRS`,
      figure: `${percent(planned.recall)} in ${planned.minutes.toFixed(0)} minutes, ${percent(plain.recall)} in ${plain.minutes.toFixed(0)}; better for ${percent(better, 0)} of ${runs.length} learners`,
      budget: 'above plain FSRS',
      holds: planned.recall > plain.recall,
    });
  }
}

function studyByPlan(learner: Learner, daysLeft: number, minutes: number): Outcome {
  let cards = newCards();
  let spent = 0;
  for (let left = daysLeft; left > 0; left -= PLAN_DAYS) {
    const { policy } = planInterview({
      questions: cards.map(({ memory, lastDay, weight }) => ({
        id: '',
        memory,
        elapsedDays: -lastDay,
        weight,
      })),
      daysLeft: left,
      minutesPerDay: minutes,
      desiredRetention: 0.9,
      maximumDays: LONGEST,
      aheadCounts: true,
      model: learner.model,
      habits: DEFAULT_HABITS,
    });
    const days = Math.min(PLAN_DAYS, left);
    const studied = simulate(aSimulation(learner, { cards, days, secondsPerDay: minutes * 60 }, policy));
    cards = shift(studied.cards, days);
    spent += minutesOf(studied);
  }
  return { recall: recallOnDay(cards, 0, learner.model), minutes: spent };
}

/** 90%, what is due first, then new ones as far as the minutes go, and what is due soonest with minutes left over. */
function studyPlainly(learner: Learner, days: number, minutes: number): Outcome {
  const plain = { newPerDay: Infinity, studyAhead: 'soonestDue' } as const;
  const studied = simulate(aSimulation(learner, { days, secondsPerDay: minutes * 60 }, plain));
  return { recall: recallOnDay(studied.cards, days, learner.model), minutes: minutesOf(studied) };
}

function minutesOf({ days }: SimulationResult): number {
  return sum(days.map(({ seconds }) => seconds)) / 60;
}

function meanOutcome(outcomes: readonly Outcome[]): Outcome {
  return {
    recall: sum(outcomes.map(({ recall }) => recall)) / outcomes.length,
    minutes: sum(outcomes.map(({ minutes }) => minutes)) / outcomes.length,
  };
}

/** The cards as seen that many days later. */
function shift(cards: readonly SimulatedCard[], days: number): SimulatedCard[] {
  return cards.map((card) => ({ ...card, lastDay: card.lastDay - days }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)}%`;
}

import type { Memory, MemoryModel } from './fsrs';
import type { Grade } from './session';

/** What is known of how a person grades, and how long it takes. */
export interface Habits {
  /** How often the first grade of a question is each. */
  readonly firstGrades: Readonly<Record<Grade, number>>;
  /** How often a question that is recalled gets each. */
  readonly recalledGrades: Readonly<Record<Exclude<Grade, 'again'>, number>>;
  readonly newSeconds: number;
  readonly recalledSeconds: number;
  /** With the answer read again, and the second try in the session. */
  readonly failedSeconds: number;
}

/**
 * How often is the average of many people that Anki assumes (`src/optimal_retention.rs` in
 * open-spaced-repetition/fsrs-rs). How long
 * is our guess for a question whose answer is a page: flash cards take a fifth of it.
 */
export const DEFAULT_HABITS: Habits = {
  firstGrades: { again: 0.24, hard: 0.094, good: 0.495, easy: 0.171 },
  recalledGrades: { hard: 0.224, good: 0.631, easy: 0.145 },
  newSeconds: 90,
  recalledSeconds: 30,
  failedSeconds: 60,
};

/** How a person spends a day. */
export interface Policy {
  readonly desiredRetention: number;
  readonly maximumDays: number;
  /** The share of a day's seconds that new questions get before what is due; the rest of the day they come after it. */
  readonly newShare: number;
  readonly newPerDay: number;
  /** What the day's last seconds go to, when nothing is due and no question is new. */
  readonly studyAhead: 'no' | 'soonestDue' | 'leastRecalled';
}

/** A question in a simulation; days are counted from the first one simulated. */
export interface SimulatedCard {
  readonly memory: Memory | undefined;
  readonly lastDay: number;
  /** How much it counts in the recall on a day: 1. */
  readonly weight: number;
}

export interface Simulation {
  readonly cards: readonly SimulatedCard[];
  readonly days: number;
  readonly secondsPerDay: number;
  /** Whether a day that took longer shortens the next one: for a sample of the questions, whose days are short. */
  readonly carriesOver?: boolean;
  readonly policy: Policy;
  readonly model: MemoryModel;
  readonly habits: Habits;
  /** Numbers in [0, 1). */
  random(): number;
}

export interface SimulatedDay {
  readonly news: number;
  /** Reviews of what was due, and how many were recalled. */
  readonly due: number;
  readonly recalled: number;
  readonly ahead: number;
  readonly seconds: number;
}

export interface SimulationResult {
  readonly cards: readonly SimulatedCard[];
  readonly days: readonly SimulatedDay[];
}

/** Lets a person with that memory study for some days. New questions come in the order of the cards. */
export function simulate(simulation: Simulation): SimulationResult {
  const cards = simulation.cards.map((card) => withDueDay(card, simulation));
  let over = 0;
  const days = Array.from({ length: simulation.days }, (_, day) => {
    const secondsToday = simulation.secondsPerDay - over;
    const done = simulateDay(simulation, cards, day, secondsToday);
    if (simulation.carriesOver === true) over = Math.max(0, done.seconds - secondsToday);
    return done;
  });
  return { cards, days };
}

/** Kept with the card, since asking FSRS on every day for every card is most of the work. */
interface ScheduledCard extends SimulatedCard {
  readonly dueDay: number;
}

function withDueDay(card: SimulatedCard, { policy, model }: Simulation): ScheduledCard {
  const { memory, lastDay, weight } = card;
  if (memory === undefined) return { memory, lastDay, weight, dueDay: Infinity };
  const intervalDays = model.nextIntervalDays(memory, policy.desiredRetention, policy.maximumDays);
  return { memory, lastDay, weight, dueDay: lastDay + intervalDays };
}

/** Studies one day, in place. */
function simulateDay(
  simulation: Simulation,
  cards: ScheduledCard[],
  day: number,
  secondsToday: number,
): SimulatedDay {
  const { policy } = simulation;
  const done = { news: 0, due: 0, recalled: 0, ahead: 0, seconds: 0 };
  const study = (numbers: readonly number[], kind: 'news' | 'due' | 'ahead', seconds: number) => {
    for (const number of numbers) {
      const card = cards[number];
      if (done.seconds >= seconds || card === undefined) return;
      const { after, spent, isRecalled } = answer(card, day, simulation);
      cards[number] = withDueDay(after, simulation);
      done.seconds += spent;
      done[kind] += 1;
      if (kind === 'due' && isRecalled) done.recalled += 1;
    }
  };
  const news = findNumbers(cards, ({ memory }) => memory === undefined).slice(0, policy.newPerDay);
  const due = findNumbers(cards, ({ dueDay }) => dueDay <= day);
  study(news, 'news', secondsToday * policy.newShare);
  study(
    rank(cards, due, (card) => forgotten(card, day)),
    'due',
    secondsToday,
  );
  study(news.slice(done.news), 'news', secondsToday);
  if (policy.studyAhead !== 'no' && done.seconds < secondsToday) {
    const others = findNumbers(cards, ({ memory, lastDay }) => memory !== undefined && lastDay < day);
    const isSoonest = policy.studyAhead === 'soonestDue';
    study(
      rank(cards, others, (card) => (isSoonest ? card.dueDay : -forgotten(card, day))),
      'ahead',
      secondsToday,
    );
  }
  return done;
}

/** Grows as the probability of recall falls, and costs less to compute. */
function forgotten({ memory, lastDay }: SimulatedCard, day: number): number {
  return memory === undefined ? Infinity : (day - lastDay) / memory.stability;
}

function findNumbers(cards: readonly ScheduledCard[], isWanted: (card: ScheduledCard) => boolean): number[] {
  return cards.flatMap((card, number) => (isWanted(card) ? [number] : []));
}

/** The numbers, lowest rank first. */
function rank(
  cards: readonly ScheduledCard[],
  numbers: readonly number[],
  rankOf: (card: ScheduledCard) => number,
): number[] {
  return numbers
    .flatMap((number) => {
      const card = cards[number];
      return card === undefined ? [] : [{ number, rank: rankOf(card) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ number }) => number);
}

/** One question answered; a failed one is asked again in the same session, and is then known. */
function answer(
  { memory, lastDay, weight }: SimulatedCard,
  day: number,
  { model, habits, random }: Simulation,
): { after: SimulatedCard; spent: number; isRecalled: boolean } {
  const elapsedDays = memory === undefined ? 0 : day - lastDay;
  const isRecalled = memory === undefined || random() < model.retrievability(memory, elapsedDays);
  const grades = memory === undefined ? habits.firstGrades : habits.recalledGrades;
  const grade = isRecalled ? drawGrade(grades, random()) : 'again';
  const first = model.nextMemory(memory, grade, elapsedDays);
  const last = grade === 'again' ? model.nextMemory(first, 'good', 0) : first;
  const { newSeconds, recalledSeconds, failedSeconds } = habits;
  const spent = memory === undefined ? newSeconds : isRecalled ? recalledSeconds : failedSeconds;
  return { after: { memory: last, lastDay: day, weight }, spent, isRecalled };
}

function drawGrade(shares: Readonly<Partial<Record<Grade, number>>>, drawn: number): Grade {
  let left = drawn;
  for (const grade of ['again', 'hard', 'good', 'easy'] as const) {
    left -= shares[grade] ?? 0;
    if (left < 0) return grade;
  }
  return 'good';
}

/** The weighted mean probability of recall on a day; a question never asked counts as not recalled. */
export function recallOnDay(cards: readonly SimulatedCard[], day: number, model: MemoryModel): number {
  let recall = 0;
  let weights = 0;
  for (const { memory, lastDay, weight } of cards) {
    weights += weight;
    if (memory !== undefined) recall += weight * model.retrievability(memory, day - lastDay);
  }
  return weights === 0 ? 0 : recall / weights;
}

/** Reviews of due questions on each of the coming days: the mean of some simulated futures. */
export function forecastLoad(simulation: Simulation, futures: number): number[] {
  const runs = Array.from({ length: futures }, () => simulate(simulation).days);
  return Array.from(
    { length: simulation.days },
    (_, day) => runs.reduce((sum, run) => sum + (run[day]?.due ?? 0), 0) / futures,
  );
}

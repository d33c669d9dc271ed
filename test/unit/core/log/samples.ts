import type { EventBody, Reviewed, StudyEvent } from '../../../../src/core/log/event';
import { formatInstant } from '../../../../src/core/log/instant';
import type { Replay } from '../../../../src/core/log/replay';
import type { Stamps } from '../../../../src/core/log/stampEvent';
import type { QuestionState, StudyState } from '../../../../src/core/log/studyState';
import { GRADES } from '../../../../src/core/schedule/session';
import { createRandom, pick, repeat } from '../../random';

export const MONDAY = Date.UTC(2026, 10, 23, 16);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function aReview(fields: Partial<Reviewed> = {}): Reviewed {
  return {
    type: 'reviewed',
    question: 'q1',
    grade: 'good',
    shownSeconds: 20.5,
    thinkingSeconds: 12,
    ticked: [0, 2],
    keyPoints: 4,
    ...fields,
  };
}

/** An event with the id `sample-<name>`, so many minutes after Monday, 16:00. */
export function anEvent(
  name: string,
  minutes: number,
  body: EventBody = aReview(),
  batch?: string,
): StudyEvent {
  const head = { v: 1 as const, id: `sample-${name}`, at: formatInstant(MONDAY + minutes * MINUTE) };
  return { ...head, ...(batch === undefined ? {} : { batch }), ...body };
}

export const undone = (...names: readonly string[]): EventBody => ({
  type: 'undone',
  targets: names.map((name) => (name.includes('-') ? name : `sample-${name}`)),
});

/** A clock that goes on by a minute whenever it is asked, and ids that are the same in every run. */
export function createStamps(seed = 1, start = MONDAY + 30 * DAY): Stamps {
  let now = start;
  return { random: createRandom(seed), now: () => (now += MINUTE) };
}

/** Few ids, times and questions, so that copies, conflicts, rings of undones and equal times all happen. */
export function inventEvents(random: () => number, most = 40): StudyEvent[] {
  return repeat(random, 0, most, () => inventEvent(random));
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] as const;
const batches = ['batch-one', 'batch-two'] as const;

function inventEvent(random: () => number): StudyEvent {
  const body = inventBody(random);
  const batch = random() < 0.2 ? pick(random, batches) : undefined;
  return anEvent(pick(random, letters) + pick(random, letters), Math.floor(random() * 20), body, batch);
}

export function inventBody(random: () => number): EventBody {
  const question = pick(random, ['q1', 'q2', 'a question of a deck: π?']);
  const target = () =>
    random() < 0.2 ? pick(random, batches) : `sample-${pick(random, letters)}${pick(random, letters)}`;
  return pick<() => EventBody>(random, [
    () => inventReview(random, question),
    () => inventReview(random, question),
    () => ({ type: 'undone', targets: repeat(random, 0, 6, target) }),
    () => ({ type: 'bookmarked', question, on: random() < 0.5 }),
    () => ({ type: 'noted', question, text: pick(random, ['', 'a "note"\nof two lines', 'ü']) }),
    () => ({ type: 'buried', question, until: pick(random, ['2026-11-24', '2028-02-29']) }),
    () => ({ type: pick(random, ['seen', 'suspended', 'resumed', 'reset']), question }),
  ])();
}

function inventReview(random: () => number, question: string): Reviewed {
  const keyPoints = Math.floor(random() * 5);
  const ticked = Array.from({ length: keyPoints }, (_, number) => number).filter(() => random() < 0.5);
  return {
    type: 'reviewed',
    question,
    grade: pick(random, [...GRADES] as [(typeof GRADES)[number]]),
    shownSeconds: pick(random, [0, 1.5, 59.999, 1 / 3, 86_400]),
    thinkingSeconds: Math.round(random() * 1e5) / 1e3,
    ticked,
    keyPoints,
    ...(random() < 0.2 ? { practice: true as const } : {}),
  };
}

/** A copy that later changes of a replay don't reach. */
export function copyOf({ questions }: StudyState): Map<string, QuestionState> {
  return new Map(questions);
}

/** A state in a line for each question: `q1 seen bookmarked due:good,again|easy note`, `|` where it was reset. */
export function show(replay: Pick<Replay, 'state'>): string[] {
  return [...replay.state.questions.values()].map(showQuestion).sort();
}

function showQuestion(state: QuestionState): string {
  const grades = state.reviews.map(({ grade }) => grade);
  const reviews = [grades.slice(0, state.scheduledFrom), grades.slice(state.scheduledFrom)];
  return [
    state.id,
    ...(state.seen ? ['seen'] : []),
    ...(state.bookmarked ? ['bookmarked'] : []),
    ...(state.suspended ? ['suspended'] : []),
    ...(state.buriedUntil === undefined ? [] : [`until ${state.buriedUntil}`]),
    ...(state.note === undefined ? [] : [`"${state.note}"`]),
    ...(state.scheduledFrom > 0 ? [reviews.map((list) => list.join()).join('|')] : [grades.join()]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

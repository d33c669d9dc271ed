import type { Reviewed, StudyEvent } from '../../../src/core/log/event';
import { createId } from '../../../src/core/log/stampEvent';
import { GRADES } from '../../../src/core/schedule/session';
import { createRandom } from '../../../src/core/util/random';
import { pick } from '../search/random';

/** Each is reviewed about fifty times in 100,000 reviews. */
export const questionIds = Array.from({ length: 2_000 }, (_, number) => `topic-question-${number}`);

const firstMs = Date.UTC(2024, 0, 1, 18);
const dayMs = 86_400_000;
const reviewsPerDay = 100;
const secondsPerReview = 40;

/** Of a hundred grades: what people who are asked at 90% give. */
const grades = GRADES.flatMap((grade) => Array<typeof grade>(gradeShare(grade)).fill(grade));

function gradeShare(grade: (typeof GRADES)[number]): number {
  return { again: 10, hard: 20, good: 57, easy: 13 }[grade];
}

/** Reviews as a person makes them, a hundred each evening; in order of time and the same ones each time. */
export function generateReviews(count: number): StudyEvent[] {
  const random = createRandom(count);
  return Array.from({ length: count }, (_, number) => {
    const day = Math.floor(number / reviewsPerDay);
    const seconds = (number % reviewsPerDay) * secondsPerReview + Math.floor(random() * secondsPerReview);
    const ms = firstMs + day * dayMs + seconds * 1000;
    const stamps = { now: () => ms, random };
    return { v: 1, id: createId(stamps), at: new Date(ms).toISOString(), ...generateReview(random) };
  });
}

function generateReview(random: () => number): Reviewed {
  const keyPoints = 3 + Math.floor(random() * 5);
  const thinking = Math.round(50 + random() * 200);
  return {
    type: 'reviewed',
    question: pick(questionIds, random),
    grade: pick(grades, random),
    shownSeconds: (thinking + Math.round(random() * 150)) / 10,
    thinkingSeconds: thinking / 10,
    ticked: Array.from({ length: keyPoints }, (_, point) => point).filter(() => random() < 0.7),
    keyPoints,
  };
}

/** Events by their month, `2024-01`. */
export function byMonth(events: readonly StudyEvent[]): ReadonlyMap<string, readonly StudyEvent[]> {
  const months = new Map<string, StudyEvent[]>();
  for (const event of events) {
    const month = event.at.slice(0, 7);
    const known = months.get(month);
    if (known === undefined) months.set(month, [event]);
    else known.push(event);
  }
  return months;
}

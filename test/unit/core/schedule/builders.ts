import { defaultModel } from '../../../../src/core/schedule/fsrs';
import {
  replayCard,
  type Card,
  type ScheduledReview,
  type Scheduling,
} from '../../../../src/core/schedule/memory';
import type { Candidate, QueueContext } from '../../../../src/core/schedule/queue';
import type { Grade } from '../../../../src/core/schedule/session';
import { numberOfDay, type DayClock, type StudyDay } from '../../../../src/core/schedule/studyDay';
import { pick } from '../../random';

const DAY = 86_400_000;

const utc: DayClock = { turnHour: 0, offsetMinutesAt: () => 0 };

export function aScheduling(changes: Partial<Scheduling> = {}): Scheduling {
  return {
    clock: utc,
    model: defaultModel,
    desiredRetention: 0.9,
    maximumDays: 36_500,
    isFuzzed: false,
    ...changes,
  };
}

/** Noon of a day in UTC. */
export function noonOf(day: StudyDay): number {
  return (numberOfDay(day) + 0.5) * DAY;
}

/** `good 3 again`: a good, and an again three days later; without a number, on the same day. */
export function reviewsOf(script: string, firstDay: StudyDay = '2026-11-01'): ScheduledReview[] {
  let at = noonOf(firstDay);
  const reviews: ScheduledReview[] = [];
  for (const word of script.split(' ').filter((part) => part !== '')) {
    if (/^\d+$/.test(word)) at += Number(word) * DAY;
    else {
      const [grade = '', mark] = word.split('/');
      at += 60_000;
      reviews.push({ at, grade: grade as Grade, practice: mark === 'practice' });
    }
  }
  return reviews;
}

export function aCard(script: string, { id = 'q', firstDay = '2026-11-01' } = {}): Card {
  return replayCard({ id, reviews: reviewsOf(script, firstDay), scheduledFrom: 0 }, aScheduling());
}

/** Candidates from `name: script` lines; a trailing `suspended` or `buried until 2026-11-09` sets one aside. */
export function someCandidates(lines: Record<string, string>, firstDay?: StudyDay): Candidate[] {
  return Object.entries(lines).map(([id, line]) => {
    const [script = '', setAside = ''] = line.split('|').map((part) => part.trim());
    const until = /\d{4}-\d\d-\d\d/.exec(setAside)?.[0];
    return {
      card: aCard(script, firstDay === undefined ? { id } : { id, firstDay }),
      isSuspended: setAside === 'suspended',
      ...(until === undefined ? {} : { buriedUntil: until }),
    };
  });
}

export function aContext(today: StudyDay, changes: Partial<QueueContext> = {}): QueueContext {
  return {
    today,
    scheduling: aScheduling(),
    limits: { newPerDay: 10, reviewsPerDay: 200 },
    studiedDays: [],
    aheadBy: 'dueDay',
    ...changes,
  };
}

/** Reviews in time order with gaps from none to months, a tenth of them for practice. */
export function randomReviews(random: () => number, count: number): ScheduledReview[] {
  let at = noonOf('2026-01-01');
  return Array.from({ length: count }, () => {
    const isSameDay = random() < 0.3;
    at += isSameDay ? 60_000 : Math.floor(1 + random() ** 3 * 90) * DAY;
    return { at, grade: pick(random, ['again', 'hard', 'good', 'easy']), practice: random() < 0.1 };
  });
}

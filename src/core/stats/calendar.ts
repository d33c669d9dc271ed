import type { StatsInputs } from './inputs';
import { addOnce, visitReviews } from './reviews';

/** The study days of a year. */
export interface Calendar {
  readonly firstDay: number;
  /** Today. */
  readonly lastDay: number;
  /** The days with reviews, in order. */
  readonly days: readonly CalendarDay[];
  readonly reviews: number;
}

export interface CalendarDay {
  readonly day: number;
  readonly reviews: number;
  /** 1 to 4, the more the busier: quarters of what nine in ten of the year's days stay below. */
  readonly level: number;
  /** Positions of the questions answered. */
  readonly questions: readonly number[];
}

const daysShown = 365;

export function gatherCalendar(
  inputs: Pick<StatsInputs, 'questions' | 'states' | 'dayOf' | 'today'>,
): Calendar {
  const firstDay = inputs.today - daysShown + 1;
  const counts = new Uint32Array(daysShown);
  const questions = Array.from({ length: daysShown }, (): number[] => []);
  visitReviews(inputs, (_review, day, _stage, position) => {
    const list = questions[day - firstDay];
    if (list === undefined) return;
    counts[day - firstDay] = (counts[day - firstDay] ?? 0) + 1;
    addOnce(list, position);
  });
  const busy = busyCount(counts);
  const days = Array.from(counts, (reviews, number) => ({
    day: firstDay + number,
    reviews,
    level: Math.min(4, Math.ceil((4 * reviews) / busy)),
    questions: questions[number] ?? [],
  }));
  return {
    firstDay,
    lastDay: inputs.today,
    days: days.filter(({ reviews }) => reviews > 0),
    reviews: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** What nine in ten of the days with reviews stay below, so that one long day doesn't make the others look empty. */
function busyCount(counts: Uint32Array): number {
  const studied = counts.filter((count) => count > 0).sort();
  return studied[Math.floor(0.9 * (studied.length - 1))] ?? 1;
}

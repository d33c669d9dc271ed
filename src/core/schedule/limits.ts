import type { Card } from './memory';
import type { StudyDay } from './studyDay';

/** How much a person wants to do on one study day. */
export interface Limits {
  /** New questions. */
  readonly newPerDay: number;
  /** Questions that are due. One that was failed today comes back whatever the limit. */
  readonly reviewsPerDay: number;
}

export interface DoneToday {
  readonly news: number;
  readonly reviews: number;
}

/** Questions, not grades: one that was graded four times today counts once. */
export function countToday(cards: readonly Card[], today: StudyDay): DoneToday {
  const studied = cards.filter((card) => card.state !== 'new').filter(({ lastDay }) => lastDay === today);
  const news = studied.filter(({ firstDay }) => firstDay === today).length;
  return { news, reviews: studied.length - news };
}

/** What the limits leave for the rest of the day. */
export function remainingToday(limits: Limits, cards: readonly Card[], today: StudyDay): DoneToday {
  const done = countToday(cards, today);
  return {
    news: Math.max(0, limits.newPerDay - done.news),
    reviews: Math.max(0, limits.reviewsPerDay - done.reviews),
  };
}

import type { Pace } from './pace';
import { queue, type Candidate, type QueueContext } from './queue';

export interface InterviewWork {
  /** The share of the day that new questions get before what is due. */
  readonly newShare: number;
  readonly secondsPerDay: number;
  /** How many of them are left today. */
  readonly secondsLeft: number;
  readonly pace: Pace;
  /** What has been answered today need not be looked at again ahead of its day. */
  wasAnsweredToday(id: string): boolean;
}

/**
 * What is left of today's work for an interview, in the order in which the plan wants it:
 *
 *     missed today | new, up to their share | due | the other new ones of today | the least likely to be recalled
 *
 * as far as the day's minutes reach. What was missed comes back whatever the minutes.
 */
export function queueInterview(
  candidates: readonly Candidate[],
  context: QueueContext,
  work: InterviewWork,
): string[] {
  const failed = candidates.filter(({ card }) => card.state === 'learning' || card.state === 'relearning');
  const isFailed = new Set(failed.map(({ card }) => card.id));
  const due = queue('due', candidates, context);
  const news = queue('new', candidates, context);
  const ahead = queue('ahead', candidates, context).filter((id) => !work.wasAnsweredToday(id));
  const { newSeconds, reviewSeconds } = work.pace;
  const secondsSpent = work.secondsPerDay - work.secondsLeft;
  const newUpTo = Math.max(0, work.secondsPerDay * work.newShare - secondsSpent);
  const firstNews = news.slice(0, Math.ceil(newUpTo / newSeconds));
  const isNew = new Set(news);
  const ordered = [
    ...due.filter((id) => isFailed.has(id)),
    ...firstNews,
    ...due.filter((id) => !isFailed.has(id)),
    ...news.slice(firstNews.length),
    ...ahead,
  ];
  let seconds = 0;
  return ordered.filter((id) => {
    const fits = isFailed.has(id) || seconds < work.secondsLeft;
    if (fits) seconds += isNew.has(id) ? newSeconds : reviewSeconds;
    return fits;
  });
}

import { advanceCard, type Card, type Scheduling } from './memory';
import { isPractice } from './queue';
import { GRADES, type Grade } from './session';
import { daysBetween, dayOf, type StudyDay } from './studyDay';

/** What a grade button leads to. */
export type Outcome =
  /** It comes back in the same session, and stays due until it is known. */
  | { readonly type: 'session' }
  | { readonly type: 'days'; readonly days: number; readonly dueDay: StudyDay }
  /** A review for practice: the due day stays, which is so many days away. */
  | { readonly type: 'practice'; readonly days: number; readonly dueDay: StudyDay };

/** Computed by grading, so that what the buttons say is what happens. */
export function gatherOutcomes(
  card: Card,
  at: number,
  scheduling: Scheduling,
  movesDueDays: boolean,
): Record<Grade, Outcome> {
  const today = dayOf(at, scheduling.clock);
  const practice = isPractice(card, today, movesDueDays);
  const entries = GRADES.map((grade): [Grade, Outcome] => {
    if (grade === 'again') return [grade, { type: 'session' }];
    const after = advanceCard(card, [{ at, grade, practice }], scheduling);
    if (after.state === 'new') return [grade, { type: 'session' }];
    const days = daysBetween(today, after.dueDay);
    return [grade, { type: practice ? 'practice' : 'days', days, dueDay: after.dueDay }];
  });
  return Object.fromEntries(entries) as Record<Grade, Outcome>;
}

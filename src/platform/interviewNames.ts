import { l10n } from 'vscode';
import type { Interview } from '../core/log/dailyPlan';

/** The interview as the subject of a quiz: `For your interview on 2027-01-15: 12 days left`. */
export function describeInterview({ day, daysLeft }: Pick<Interview, 'day' | 'daysLeft'>): string {
  return l10n.t('For your interview on {0}: {1}', day, describeDaysLeft(daysLeft));
}

function describeDaysLeft(daysLeft: number): string {
  if (daysLeft === 0) return l10n.t('today');
  return daysLeft === 1 ? l10n.t('tomorrow') : l10n.t('{0} days left', daysLeft);
}

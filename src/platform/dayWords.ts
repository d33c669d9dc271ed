import { l10n } from 'vscode';

/** How far away a day to come is: `tomorrow`, `in 7 days`, `in 3 months`. */
export function describeDays(days: number): string {
  if (days <= 0) return l10n.t('today');
  if (days === 1) return l10n.t('tomorrow');
  if (days < 60) return l10n.t('in {0} days', days);
  if (days < 730) return l10n.t('in {0} months', Math.round(days / 30.4));
  return l10n.t('in {0} years', (days / 365).toFixed(1));
}

/** How long ago a day was: `yesterday`, `7 days ago`. */
export function describeDaysAgo(days: number): string {
  if (days <= 0) return l10n.t('today');
  return days === 1 ? l10n.t('yesterday') : l10n.t('{0} days ago', days);
}

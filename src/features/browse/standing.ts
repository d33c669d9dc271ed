import { l10n } from 'vscode';
import type { StudyRecord } from '../../core/log/studyRecord';
import { daysBetween } from '../../core/schedule/studyDay';
import { describeDays, describeDaysAgo } from '../../platform/dayWords';
import { nameOfGroup } from '../../platform/groupNames';
import { nameOfStatus } from '../../platform/statusNames';

/** For a row: `known` and `in 7 days`, or the status alone where it says enough. */
export function describeStatus(record: StudyRecord, id: string): string[] {
  const reason = record.whyDue(id);
  const status = nameOfStatus(record.statusOf(id));
  switch (reason.type) {
    case 'notDue':
      return [status, describeDays(reason.inDays)];
    case 'buried':
      return [status, l10n.t('back {0}', describeDays(daysBetween(record.today(), reason.until)))];
    case 'new':
    case 'suspended':
    case 'failed':
    case 'due':
      return [status];
  }
}

/** For a tooltip: `Known · due on 2026-12-03, in 7 days · reviewed 4 times · 1 lapse`. */
export function describeStanding(record: StudyRecord, id: string): string {
  const status = record.statusOf(id);
  return [
    nameOfGroup({ key: `status/${status}`, title: status }),
    ...describeDueDay(record, id),
    ...describeReviews(record, id),
    ...(record.isBookmarked(id) ? [l10n.t('bookmarked')] : []),
    ...(record.isLeech(id) ? [l10n.t('leech: known and missed again and again')] : []),
  ].join(' · ');
}

function describeDueDay(record: StudyRecord, id: string): string[] {
  const reason = record.whyDue(id);
  switch (reason.type) {
    case 'new':
      return [];
    case 'suspended':
      return [l10n.t('not asked until you resume it')];
    case 'buried':
      return [
        l10n.t('until {0}, {1}', reason.until, describeDays(daysBetween(record.today(), reason.until))),
      ];
    case 'failed':
      return [l10n.t('missed on {0} and due until you know it', reason.lastDay)];
    case 'due':
      return [
        reason.overdueDays === 0
          ? l10n.t('today')
          : l10n.t('since {0}, {1}', reason.dueDay, describeDaysAgo(reason.overdueDays)),
      ];
    case 'notDue':
      return [l10n.t('due on {0}, {1}', reason.dueDay, describeDays(reason.inDays))];
  }
}

/** How often it was graded since it was last new, for practice too, and how often it was known and then missed. */
function describeReviews(record: StudyRecord, id: string): string[] {
  const { reviews = [], scheduledFrom = 0 } = record.stateOf(id) ?? {};
  const count = reviews.length - scheduledFrom;
  const card = record.cardOf(id);
  const lapses = card.state === 'new' ? 0 : card.lapses;
  if (count === 0) return [];
  return [
    count === 1 ? l10n.t('reviewed once') : l10n.t('reviewed {0} times', count),
    ...(lapses === 0 ? [] : [lapses === 1 ? l10n.t('1 lapse') : l10n.t('{0} lapses', lapses)]),
  ];
}

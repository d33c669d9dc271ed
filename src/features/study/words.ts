import { l10n } from 'vscode';
import type { Action } from '../../core/log/undo';
import type { DueReason, NothingDue, NothingDueReason } from '../../core/schedule/whyDue';
import { describeDays, describeDaysAgo } from '../../platform/dayWords';

/** What sets the recall that is aimed at. */
type Aim = 'settings' | 'interview';

/** *Why is this due?*, in words. */
export function describeDue(reason: DueReason, aim: Aim): string {
  switch (reason.type) {
    case 'new':
      return l10n.t('It is new: you have not graded it yet.');
    case 'suspended':
      return l10n.t('It is suspended, and not asked until you resume it.');
    case 'buried':
      return l10n.t('It is set aside until {0}.', reason.until);
    case 'failed':
      return l10n.t('You missed it on {0} and have not known it since, so it is due.', reason.lastDay);
    case 'due':
    case 'notDue':
      return `${describePlace(reason)} ${describeInterval(reason, aim)}`;
  }
}

type Scheduled = Extract<DueReason, { type: 'due' | 'notDue' }>;

function describePlace(reason: Scheduled): string {
  const recall = percent(reason.recall);
  if (reason.type === 'notDue') {
    return l10n.t(
      'It is due on {0}, {1}. Today you would recall it with {2}.',
      reason.dueDay,
      describeDays(reason.inDays),
      recall,
    );
  }
  return reason.overdueDays === 0
    ? l10n.t('It is due today. You would recall it with {0}.', recall)
    : l10n.t(
        'It was due on {0}, {1}. You would recall it with {2}.',
        reason.dueDay,
        describeDaysAgo(reason.overdueDays),
        recall,
      );
}

/** What to do with a question that was known and missed again and again. */
export function describeLeech(lapses: number): string {
  return l10n.t(
    'It is a leech: you knew it and then missed it {0} times. Say its explanation in your own words, or suspend it.',
    lapses,
  );
}

function describeInterval(reason: Scheduled, aim: Aim): string {
  const { setBy, intervalDays, lastDay, desiredRetention, stabilityDays } = reason;
  const last = l10n.t(
    'You last answered it on {0}, and it was set to come back after {1} days:',
    lastDay,
    intervalDays,
  );
  const why =
    setBy === 'maximumDays'
      ? l10n.t('the longest interval that your settings allow.')
      : aim === 'interview'
        ? l10n.t(
            'by then recall falls to the {0} that the plan for your interview aims at (its memory lasts {1} days to 90%).',
            percent(desiredRetention),
            Math.round(stabilityDays),
          )
        : l10n.t(
            'by then recall falls to the {0} that you aim at (its memory lasts {1} days to 90%).',
            percent(desiredRetention),
            Math.round(stabilityDays),
          );
  return `${last} ${why}`;
}

/** Why *Quiz Me* on what is due has nothing to ask. */
export function describeNothingDue({ reasons, next }: NothingDue): string {
  const when =
    next === undefined
      ? ''
      : next.count === 1
        ? l10n.t('The next one is due on {0}.', next.day)
        : l10n.t('The next {0} are due on {1}.', next.count, next.day);
  return [l10n.t('Nothing is due.'), ...reasons.map(describeReason), when].filter(Boolean).join(' ');
}

function describeReason(reason: NothingDueReason): string {
  switch (reason.type) {
    case 'notStarted':
      return l10n.t('You have graded no question yet; {0} are new.', reason.newCount);
    case 'reviewLimit':
      return l10n.t('Your limit of {0} reviews a day is reached; {1} wait.', reason.limit, reason.waiting);
    case 'suspended':
      return l10n.t('{0} are suspended.', reason.count);
    case 'buried':
      return l10n.t('{0} are set aside, the first until {1}.', reason.count, reason.until);
    case 'allAnswered':
      return reason.today > 0
        ? l10n.t('You have answered all that was, {0} today.', reason.today)
        : l10n.t('You have answered all that was.');
  }
}

/** What becomes of the reviews of a question that is forgotten; nothing where it has none. */
export function describeForgotten(reviews: number): string[] {
  if (reviews === 0) return [];
  return reviews === 1
    ? [l10n.t('Its review stays in the log and counts no more.')]
    : [l10n.t('Its {0} reviews stay in the log and count no more.', reviews)];
}

/** What was taken back. */
export function describeAction(type: Action['type'], title: string): string {
  switch (type) {
    case 'reviewed':
      return l10n.t('the grade of "{0}"', title);
    case 'bookmarked':
      return l10n.t('the bookmark of "{0}"', title);
    case 'suspended':
    case 'resumed':
    case 'buried':
      return l10n.t('when "{0}" is asked', title);
    case 'noted':
      return l10n.t('the note on "{0}"', title);
    case 'reset':
      return l10n.t('forgetting "{0}"', title);
    case 'import':
      return l10n.t('the import');
    case 'restore':
      return l10n.t('restoring the back-up');
    case 'seen':
    case 'undone':
      return l10n.t('the last action');
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

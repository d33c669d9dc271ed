import { l10n } from 'vscode';
import type { Group, GroupBy } from '../../core/bank/grouping';
import type { Filter } from './tree';

/** A group's name for people: levels and statuses are named here, the rest by the bank. */
export function labelOf({ key, title }: Pick<Group, 'key' | 'title'>): string {
  switch (key) {
    case 'level/easy':
      return l10n.t('Easy');
    case 'level/medium':
      return l10n.t('Medium');
    case 'level/hard':
      return l10n.t('Hard');
    case 'status/new':
      return l10n.t('New');
    case 'status/seen':
      return l10n.t('Seen, never answered');
    case 'status/learning':
      return l10n.t('Learning');
    case 'status/due':
      return l10n.t('Due');
    case 'status/known':
      return l10n.t('Known');
    case 'status/suspended':
      return l10n.t('Suspended');
    case 'status/buried':
      return l10n.t('Set aside');
    default:
      return title;
  }
}

export function labelOfGrouping(by: GroupBy): string {
  switch (by) {
    case 'topic':
      return l10n.t('By topic');
    case 'collection':
      return l10n.t('By collection');
    case 'level':
      return l10n.t('By level');
    case 'status':
      return l10n.t('By status');
  }
}

export function labelOfFilter(filter: Filter): string {
  switch (filter) {
    case 'all':
      return l10n.t('All questions');
    case 'due':
      return l10n.t('Due');
    case 'new':
      return l10n.t('Never graded');
    case 'bookmarked':
      return l10n.t('Bookmarked');
    case 'leeches':
      return l10n.t('Leeches');
  }
}

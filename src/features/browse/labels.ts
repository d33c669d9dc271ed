import { l10n } from 'vscode';
import type { GroupBy } from '../../core/bank/grouping';
import type { Filter } from './tree';

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
    case 'unanswered':
      return l10n.t('Not answered yet');
  }
}

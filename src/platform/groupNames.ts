import { l10n } from 'vscode';
import type { Group } from '../core/bank/grouping';

/** A group's name for people: levels and statuses are named here, the rest by the bank or the deck. */
export function nameOfGroup({ key, title }: Pick<Group, 'key' | 'title'>): string {
  switch (key) {
    case 'level/easy':
      return l10n.t('Easy');
    case 'level/medium':
      return l10n.t('Medium');
    case 'level/hard':
      return l10n.t('Hard');
    case 'level/none':
      return l10n.t('No level');
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
    case 'status/unanswered':
      return l10n.t('Not answered yet');
    default:
      return title;
  }
}

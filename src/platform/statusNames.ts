import { l10n } from 'vscode';
import type { Status } from '../core/log/standing';

/** A status in one word, as it stands in a sentence. */
export function nameOfStatus(status: Status): string {
  switch (status) {
    case 'new':
      return l10n.t('new');
    case 'seen':
      return l10n.t('seen');
    case 'learning':
      return l10n.t('learning');
    case 'due':
      return l10n.t('due');
    case 'known':
      return l10n.t('known');
    case 'suspended':
      return l10n.t('suspended');
    case 'buried':
      return l10n.t('set aside');
  }
}

import { FileSystemError, l10n, type Uri } from 'vscode';
import { describePlace, plainName } from './names';

/** Whether nothing is there: not that it can't be read. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'FileNotFound';
}

/** For people: what is wrong with a deck's place and what to do. */
export function describeFailure(error: unknown, place: Uri): string {
  const name = plainName(describePlace(place));
  switch (codeOf(error)) {
    case 'FileNotFound':
      return l10n.t('"{0}" is not there. Bring it back, or remove the deck.', name);
    case 'NoPermissions':
      return l10n.t('There is no permission to read "{0}". Change that, or remove the deck.', name);
    case 'Unavailable':
      return l10n.t('The file system of "{0}" does not answer. Connect it, or remove the deck.', name);
    default:
      return l10n.t(
        '"{0}" could not be read: {1}',
        name,
        plainName(error instanceof Error ? error.message : String(error)),
      );
  }
}

/** Nobody has registered a file system for a scheme: then the error is no `FileSystemError` everywhere. */
function codeOf(error: unknown): string {
  if (error instanceof Error && /\bENOPRO\b/.test(error.message)) return 'Unavailable';
  return error instanceof FileSystemError ? error.code : '';
}

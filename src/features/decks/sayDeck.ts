import { l10n, window } from 'vscode';
import type { Deck } from '../../core/decks/deck';
import { executeCommand } from '../../platform/commands';
import type { ErrorReporter } from '../../platform/errors';

/** For people: `12 questions, 3 without an answer`. */
export function describeCounts({ questions }: Pick<Deck, 'questions'>): string {
  const count = questions.length;
  const open = questions.filter(({ isUnanswered }) => isUnanswered === true).length;
  const all = count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
  return open === 0 ? all : l10n.t('{0}, {1} without an answer', all, open);
}

/**
 * Says what has become of a deck, with a way to its questions. `what` begins the sentence; `deck` is `undefined` where it
 * was not read.
 */
export function sayDeck(what: string, deck: Deck | undefined, errors: ErrorReporter): void {
  const show = l10n.t('Show Questions');
  const counts = deck === undefined ? '' : `: ${describeCounts(deck)}`;
  window
    .showInformationMessage(`LLM Study: ${what}${counts}.`, show)
    .then((choice) => (choice === show ? executeCommand('llmStudy.browse.showDeck', deck?.id) : undefined))
    .then(undefined, (error: unknown) => errors.show(l10n.t('show the questions'), error));
}

import { l10n } from 'vscode';
import { onOneLine } from '../../core/decks/hiddenCharacters';
import type { SkipReason } from '../../core/decks/deck';
import type { OtherPlace, Problem } from '../../core/decks/problems/problem';

/** What a problem is, and what to do about it. Texts of the deck are cut: they may be of any length. */
export function describeProblem(problem: Problem): string {
  switch (problem.code) {
    case 'duplicate':
      return l10n.t(
        'The deck asks this twice: also in {0}. Take one of the two out.',
        placeOf(problem.others[0]),
      );
    case 'nearly-duplicate':
      return l10n.t(
        'The deck asks nearly the same in {0}: "{1}". If it is the same, take one of the two out.',
        placeOf(problem.others[0]),
        cut(problem.others[0]?.title ?? ''),
      );
    case 'unanswered':
      return l10n.t('This question has no answer yet. "Write the Answer" opens a place for it.');
    case 'lone-dollar':
      return problem.isPrice
        ? l10n.t('This "$" is a price, but makes the next one look like a formula. Write it as "\\$".')
        : l10n.t(
            'This "$" has no partner, so it is shown as it is. Close the formula, with no space inside its dollars, or write "\\$".',
          );
    case 'tex':
      return l10n.t(
        'KaTeX refuses this formula: {0}. Until it is mended, its source is shown.',
        cut(problem.reason),
      );
    case 'link':
    case 'image':
      return describeLink(problem);
    case 'same-id':
      return l10n.t(
        'The id "{0}" is that of another question, in {1}. Give this one an id of its own, so that each keeps its history.',
        cut(problem.id),
        placeOf(problem.other),
      );
    case 'passed-over':
      return l10n.t('This looks like a question, but was passed over: {0}', explain(problem.reason));
  }
}

function describeLink({
  code,
  target,
  cause,
  suggestion,
}: Extract<Problem, { code: 'link' | 'image' }>): string {
  if (cause === 'heading') {
    return l10n.t(
      'The link "{0}" names a heading that is not there. Write it as the heading is now.',
      cut(target),
    );
  }
  if (suggestion !== undefined) {
    return l10n.t('The link "{0}" leads nowhere. Did you mean "{1}"?', cut(target), cut(suggestion));
  }
  return code === 'image'
    ? l10n.t('The image "{0}" is not there. Put it there, or mend its path.', cut(target))
    : l10n.t('The link "{0}" leads nowhere. Mend it, or add the file.', cut(target));
}

function explain(reason: SkipReason): string {
  if (reason === 'heading')
    return l10n.t('it was taken for the heading of a section. Write an answer below it.');
  if (reason === 'tooLarge') return l10n.t('the file is too large. Split it.');
  if (reason === 'unreadable')
    return l10n.t('what is around it could not be read. Put a blank line before it.');
  return l10n.t('it stands in running text. Make it a heading, a bold line or an item of a list.');
}

function placeOf(other: OtherPlace | undefined): string {
  return other === undefined ? '' : l10n.t('{0}, line {1}', cut(other.file), other.line);
}

const longest = 120;

/** A piece of a deck's text for people: short, in one line, and without marks that nobody sees or that turn text round. */
export function cut(text: string): string {
  const line = onOneLine(text.slice(0, 10 * longest));
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

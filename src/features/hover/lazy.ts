import { Hover, Range, type Position, type TextDocument } from 'vscode';
import { createQuestionLineMatcher, type QuestionLineMatcher } from '../../core/hover/questionLine';
import { createTermMatcher, type TermMatcher } from '../../core/terms/termMatcher';
import { keepPerIndex } from '../../platform/perIndex';
import { findDeckOf, findQuestionAt } from '../../platform/deckOf';
import { createQuestionHover, markHovered } from '../../platform/questionHover';
import type { Services } from '../../platform/services';

interface Matchers {
  readonly terms: TermMatcher;
  readonly lines: QuestionLineMatcher;
}

/**
 * The matchers over bank and decks; built on the first hover, and anew on the first one after decks have changed. A
 * question without an answer has nothing to reveal.
 */
export const loadMatchers: (services: Services) => Promise<Matchers> = keepPerIndex(({ questions }) => {
  const answered = questions.filter(({ isUnanswered }) => isUnanswered !== true);
  return { terms: createTermMatcher(answered), lines: createQuestionLineMatcher(answered) };
});

/** The hover for the question or the term at a place; `undefined` where there is none. */
export async function findHover(
  services: Services,
  document: TextDocument,
  { line, character }: Position,
): Promise<Hover | undefined> {
  if (await isQuestionOfDeck(services, document, line)) return undefined;
  const { terms, lines } = await loadMatchers(services);
  const { text, range, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const asked = document.languageId === 'markdown' ? lines.match(text) : undefined;
  const match =
    asked === undefined
      ? terms.matchAt(text, character)
      : { ids: [asked], start: firstNonWhitespaceCharacterIndex, end: range.end.character };
  const id = match?.ids[0];
  if (match === undefined || id === undefined) return undefined;
  const question = await services.library.loadQuestion(id);
  if (question === undefined) return undefined;
  const contents = createQuestionHover(question, await services.library.loadFormulas(id));
  await markHovered();
  return new Hover(contents, new Range(line, match.start, line, match.end));
}

/** Where a deck asks, its own hover answers: a second one would say the same again. */
async function isQuestionOfDeck(
  { library }: Services,
  document: TextDocument,
  line: number,
): Promise<boolean> {
  const file = findDeckOf(await library.loadDecks(), document.uri);
  return file !== undefined && findQuestionAt(file, document, line) !== undefined;
}

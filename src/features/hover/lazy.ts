import {
  ColorThemeKind,
  Hover,
  MarkdownString,
  Range,
  window,
  type Position,
  type TextDocument,
} from 'vscode';
import { createQuestionLineMatcher, type QuestionLineMatcher } from '../../core/hover/questionLine';
import { renderHoverMarkdown, type HoverTheme } from '../../core/hover/renderHover';
import { createTermMatcher, type TermMatcher } from '../../core/terms/termMatcher';
import { setContextKey } from '../../platform/contextKeys';
import { createCommandLink } from '../../platform/links';
import { keepPerIndex } from '../../platform/perIndex';
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
  const { terms, lines } = await loadMatchers(services);
  const { text, range, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const asked = document.languageId === 'markdown' ? lines.match(text) : undefined;
  const match =
    asked === undefined
      ? terms.matchAt(text, character)
      : { ids: [asked], start: firstNonWhitespaceCharacterIndex, end: range.end.character };
  const id = match?.ids[0];
  if (match === undefined || id === undefined) return undefined;
  const contents = await loadHoverMarkdown(services, id);
  if (contents === undefined) return undefined;
  await markHovered();
  return new Hover(contents, new Range(line, match.start, line, match.end));
}

let hasHovered = false;

async function markHovered(): Promise<void> {
  if (hasHovered) return;
  hasHovered = true;
  await setContextKey('llmStudy.hasHovered', true);
}

/** The question, its short answer, its main formula, and links that open it or quiz on it. */
async function loadHoverMarkdown({ library }: Services, id: string): Promise<MarkdownString | undefined> {
  const question = await library.loadQuestion(id);
  if (question === undefined) return undefined;
  const markdown = new MarkdownString(
    renderHoverMarkdown(question, await library.loadFormulas(id), {
      theme: currentTheme(),
      links: {
        open: createCommandLink('llmStudy.answer.open', question.id),
        quiz: createCommandLink('llmStudy.quiz.questions', { title: question.title, ids: [question.id] }),
      },
    }),
  );
  markdown.isTrusted = { enabledCommands: ['llmStudy.answer.open', 'llmStudy.quiz.questions'] };
  return markdown;
}

function currentTheme(): HoverTheme {
  switch (window.activeColorTheme.kind) {
    case ColorThemeKind.Light:
      return 'light';
    case ColorThemeKind.Dark:
      return 'dark';
    case ColorThemeKind.HighContrast:
      return 'highContrast';
    case ColorThemeKind.HighContrastLight:
      return 'highContrastLight';
  }
}

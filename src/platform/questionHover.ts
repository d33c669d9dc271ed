import { ColorThemeKind, MarkdownString, window } from 'vscode';
import type { FormulaImage } from '../core/bank/bankFiles';
import type { Question } from '../core/bank/question';
import { renderHoverMarkdown, type HoverTheme } from '../core/hover/renderHover';
import { setContextKey } from './contextKeys';
import { createCommandLink } from './links';

/** What a hover shows of a question: its short answer, its main formula, and links that open it or quiz on it. */
export function createQuestionHover(question: Question, formulas: readonly FormulaImage[]): MarkdownString {
  const markdown = new MarkdownString(
    renderHoverMarkdown(question, formulas, {
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

let hasHovered = false;

/** For the walkthrough: its step is done with the first hover. */
export async function markHovered(): Promise<void> {
  if (hasHovered) return;
  hasHovered = true;
  await setContextKey('llmStudy.hasHovered', true);
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

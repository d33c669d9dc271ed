import {
  ColorThemeKind,
  Hover,
  MarkdownString,
  Range,
  window,
  type Position,
  type TextDocument,
} from 'vscode';
import { renderHoverMarkdown, type HoverTheme } from '../../core/hover/renderHover';
import { createTermMatcher, type TermMatcher } from '../../core/terms/termMatcher';
import { setContextKey } from '../../platform/contextKeys';
import { createCommandLink } from '../../platform/links';
import type { Services } from '../../platform/services';

let loading: Promise<TermMatcher> | undefined;

/** The matcher over all terms of the bank; built on the first hover. */
export function loadMatcher({ bank }: Services): Promise<TermMatcher> {
  loading ??= bank.loadIndex().then(({ questions }) => createTermMatcher(questions));
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The hover for the term at a place; `undefined` where there is none. */
export async function findHover(
  services: Services,
  document: TextDocument,
  { line, character }: Position,
): Promise<Hover | undefined> {
  const match = (await loadMatcher(services)).matchAt(document.lineAt(line).text, character);
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
async function loadHoverMarkdown({ bank }: Services, id: string): Promise<MarkdownString | undefined> {
  const question = await bank.loadQuestion(id);
  if (question === undefined) return undefined;
  const markdown = new MarkdownString(
    renderHoverMarkdown(question, await bank.loadFormulas(id), {
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

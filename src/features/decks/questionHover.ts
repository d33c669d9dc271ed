import {
  Hover,
  MarkdownString,
  l10n,
  languages,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import type { DeckQuestion } from '../../core/decks/deck';
import { escapeMarkdown } from '../../core/hover/renderHover';
import { findDeckOf, findQuestionAt } from '../../platform/deckOf';
import { createCommandLink } from '../../platform/links';
import { createQuestionHover, markHovered } from '../../platform/questionHover';
import type { Services } from '../../platform/services';
import { getSetting } from '../../platform/settings';
import { deckFiles } from './codeLens';

/** Over a question's line in a deck's file: its answer, or an offer to write it. */
export function registerQuestionHovers(services: Services): Disposable {
  return languages.registerHoverProvider(deckFiles, {
    async provideHover(document, position) {
      if (!getSetting('hover.enabled')) return undefined;
      try {
        return await findHover(services, document, position);
      } catch (error) {
        services.errors.log('show the answer over a question', error);
        return undefined;
      }
    },
  });
}

async function findHover(
  { library }: Services,
  document: TextDocument,
  { line }: Position,
): Promise<Hover | undefined> {
  const file = findDeckOf(await library.loadDecks(), document.uri);
  const question = file && findQuestionAt(file, document, line);
  if (question === undefined) return undefined;
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  await markHovered();
  const contents =
    question.isUnanswered === true ? offerToWrite(question) : createQuestionHover(question, []);
  return new Hover(contents, range.with(range.start.translate(0, firstNonWhitespaceCharacterIndex)));
}

function offerToWrite({ id, title }: DeckQuestion): MarkdownString {
  const markdown = new MarkdownString(
    `${escapeMarkdown(title.slice(0, 500))}\n\n*${l10n.t('Not answered yet.')}* [${l10n.t('Write the answer')}](${createCommandLink('llmStudy.decks.writeAnswer', id)})`,
  );
  markdown.isTrusted = { enabledCommands: ['llmStudy.decks.writeAnswer'] };
  return markdown;
}

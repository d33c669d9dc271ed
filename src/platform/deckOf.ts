import type { TextDocument, Uri } from 'vscode';
import type { DeckQuestion } from '../core/decks/deck';
import { findTitleLine } from '../core/decks/titleLine';
import type { OpenDeck, OpenDecks } from './library/decks';

/** A file of a deck. */
export interface FileOfDeck {
  readonly open: OpenDeck;
  /** Below the deck's folder. */
  readonly path: string;
}

/** The deck that a file is of, the first one of several; `undefined` for a file of none. */
export function findDeckOf(decks: Pick<OpenDecks, 'deckOf'>, uri: Uri): FileOfDeck | undefined {
  const found = decks.deckOf(uri);
  return found === undefined ? undefined : { open: found.deck, path: found.path };
}

/** The questions that stand in a file of a deck, from top to bottom. */
export function questionsIn({ open: { deck }, path }: FileOfDeck): DeckQuestion[] {
  return deck.questions
    .filter(({ place }) => place.file === path)
    .sort((a, b) => a.place.line - b.place.line);
}

/** The question whose title a line, from 0, has. None where lines have moved since the deck was read. */
export function findQuestionAt(
  { open: { deck }, path }: FileOfDeck,
  document: TextDocument,
  line: number,
): DeckQuestion | undefined {
  const lineAt = (at: number) => (at < document.lineCount ? document.lineAt(at).text : undefined);
  return deck.questions.find(
    (question) =>
      question.place.file === path &&
      question.place.line <= line + 1 &&
      question.place.endLine > line &&
      findTitleLine(lineAt, question) === line,
  );
}

import type { CancellationToken, TextDocument } from 'vscode';
import { findDeckOf, type FileOfDeck } from '../../platform/deckOf';
import type { OpenDecks } from '../../platform/library/decks';
import type { Services } from '../../platform/services';
import { createDebounced } from '../../platform/timers';

/** A deck is read again soon after an edit; a reading that is still older by then is all there is. */
const longestWaitMs = 3000;

/**
 * The deck's file that a document is, once the deck was read with the text that the document has now; `undefined` where
 * it is none, or nobody waits any more.
 */
export function waitUntilRead(
  services: Services,
  document: TextDocument,
  token?: CancellationToken,
): Promise<FileOfDeck | undefined> {
  return waitFor(services, document, (decks) => findDeckOf(decks, document.uri), token);
}

/** As `waitUntilRead`, for the file as one deck has it: it may be of several, which are read one after the other. */
export function waitUntilReadIn(
  services: Services,
  document: TextDocument,
  { open: { deck }, path }: FileOfDeck,
): Promise<FileOfDeck | undefined> {
  return waitFor(services, document, ({ list }) => {
    const open = list.find((each) => each.deck.id === deck.id);
    return open?.has(path) === true ? { open, path } : undefined;
  });
}

async function waitFor(
  { library }: Services,
  document: TextDocument,
  find: (decks: OpenDecks) => FileOfDeck | undefined,
  token?: CancellationToken,
): Promise<FileOfDeck | undefined> {
  const decks = await library.loadDecks();
  for (;;) {
    const file = find(decks);
    if (file === undefined || isCurrent(file, document)) return file;
    const isChanged = await waitForChange(library, token);
    if (token?.isCancellationRequested === true) return undefined;
    if (!isChanged) return find(decks);
  }
}

/** Whether the deck was read with the text that the document has now. Line ends may differ. */
export function isCurrent({ open, path }: FileOfDeck, document: TextDocument): boolean {
  const read = open.textOf(path) ?? '';
  const text = document.getText();
  return read === text || plain(read) === plain(text);
}

function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function waitForChange({ onDidChange }: Services['library'], token?: CancellationToken): Promise<boolean> {
  return new Promise((resolve) => {
    const time = createDebounced(longestWaitMs);
    const end = (isChanged: boolean) => {
      time.dispose();
      changed.dispose();
      cancelled?.dispose();
      resolve(isChanged);
    };
    const changed = onDidChange(() => end(true));
    const cancelled = token?.onCancellationRequested(() => end(false));
    time.call(() => end(false));
  });
}

import type { CancellationToken, TextDocument } from 'vscode';
import { findDeckOf, type FileOfDeck } from '../../platform/deckOf';
import type { Services } from '../../platform/services';
import { createDebounced } from '../../platform/timers';

/** A deck is read again soon after an edit; a reading that is still older by then is all there is. */
const longestWaitMs = 3000;

/**
 * The deck's file that a document is, once the deck was read with the text that the document has now; `undefined` where
 * it is none, or nobody waits any more.
 */
export async function waitUntilRead(
  { library }: Services,
  document: TextDocument,
  token?: CancellationToken,
): Promise<FileOfDeck | undefined> {
  const decks = await library.loadDecks();
  for (;;) {
    const file = findDeckOf(decks, document.uri);
    if (file === undefined || isCurrent(file, document)) return file;
    const isChanged = await waitForChange(library, token);
    if (token?.isCancellationRequested === true) return undefined;
    if (!isChanged) return findDeckOf(decks, document.uri);
  }
}

/** Whether the deck was read with the text that the document has now. Line ends may differ. */
function isCurrent({ open, path }: FileOfDeck, document: TextDocument): boolean {
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

import type { Deck, DeckFile } from '../../core/decks/deck';
import type { DeckReader } from '../../core/decks/readDeck';
import { pause } from '../timers';
import type { DeckContent } from './deckFiles';

/** How much text is read before everything else in the window has its turn. */
const sliceLength = 512 * 1024;

/**
 * Reads a deck's files, a slice at a time: the reader keeps what it has read of a beginning, so the last reading, of all
 * files, has little left to do. Of files that it knows, it does nothing twice.
 */
export async function readContent(
  reader: DeckReader,
  id: string,
  title: string,
  { files, skipped }: DeckContent,
  isKnown: (file: DeckFile) => boolean,
): Promise<Deck> {
  let length = 0;
  for (const [at, file] of files.entries()) {
    if (isKnown(file)) continue;
    if (length > 0 && length + file.text.length > sliceLength) {
      await pause();
      reader.read(id, title, files.slice(0, at));
      length = 0;
    }
    length += file.text.length;
  }
  await pause();
  const deck = reader.read(id, title, files);
  return skipped.length === 0 ? deck : { ...deck, skipped: [...skipped, ...deck.skipped] };
}

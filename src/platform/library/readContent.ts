import type { Deck, DeckFile } from '../../core/decks/deck';
import type { DeckReader } from '../../core/decks/readDeck';
import { pause } from '../timers';
import type { DeckContent } from './deckFiles';

/** How much text is read before everything else in the window has its turn: a fraction of a second's work. */
const sliceLength = 1024 * 1024;

/** Each slice is joined to those before, so more of them would cost more than they give. */
const mostSlices = 16;

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
  const total = files.reduce((sum, file) => (isKnown(file) ? sum : sum + file.text.length), 0);
  const longest = Math.max(sliceLength, total / mostSlices);
  let length = 0;
  for (const [at, file] of files.entries()) {
    if (isKnown(file)) continue;
    if (length > 0 && length + file.text.length > longest) {
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

import { withoutHiddenCharacters } from '../decks/hiddenCharacters';

const width = 120;

/** How much stands before the word, and how much longer a snippet may be to end where a word does. */
const [before, slack] = [width / 3, 20];

/** A piece of the text around the first of the words that it has; `undefined` when it has none. */
export function createSnippet(text: string, words: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  const places = words.filter((word) => word.length > 2).map((word) => findWord(lower, word));
  const at = Math.min(...places.filter((place) => place >= 0));
  if (!Number.isFinite(at)) return undefined;
  const from = at < before ? 0 : findStart(text, at);
  const end = findEnd(text, from + width);
  const piece = withoutHiddenCharacters(text.slice(from, end));
  return `${from > 0 ? '… ' : ''}${piece}${end < text.length ? ' …' : ''}`;
}

/** Where a word of the text begins so, else where the letters stand inside one; -1 where they don't. */
function findWord(text: string, word: string): number {
  const anywhere = text.indexOf(word);
  for (let at = anywhere; at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at;
  }
  return anywhere;
}

function findStart(text: string, at: number): number {
  const space = text.indexOf(' ', at - before);
  return space === -1 || space >= at ? at : space + 1;
}

function findEnd(text: string, least: number): number {
  if (least >= text.length) return text.length;
  const space = text.indexOf(' ', least);
  const end = space === -1 ? text.length : space;
  return end > least + slack ? least : end;
}

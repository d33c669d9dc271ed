import type { DeckQuestion } from './deck';
import { withoutHiddenCharacters } from './hiddenCharacters';

/** A question's title stands on the first line of its place or soon below: under a number, a tag, in a front matter. */
const mostLines = 6;
const mostLinesOfFrontMatter = 200;

/** So many of a title's first words have to be in the line. */
const mostWords = 5;

/**
 * The line, from 0, that has the words of the title, whatever marks stand between; `undefined` where the text has changed
 * since it was read. `lineAt` gives a line's text, and none below the last.
 */
export function findTitleLine(
  lineAt: (line: number) => string | undefined,
  { title, place }: Pick<DeckQuestion, 'title' | 'place'>,
): number | undefined {
  const words = wordsOf(title).slice(0, mostWords);
  const first = place.line - 1;
  const isFrontMatter = first === 0 && lineAt(0)?.trimEnd() === '---';
  const most = isFrontMatter ? mostLinesOfFrontMatter : mostLines;
  for (let line = first; line < Math.min(place.endLine, first + most); line++) {
    const text = lineAt(line);
    if (text === undefined) return undefined;
    const written = new Set(wordsOf(withoutHiddenCharacters(text.slice(0, 2000))));
    if (words.every((word) => written.has(word))) return line;
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

import { longestNote } from '../notes/note';
import { createPhraseScore } from './phrase';
import { plainText } from './plainText';
import type { QueryWord } from './prefilter';
import { dropCommon, tokenize } from './words';

/** The notes of one's own that are searched, by the numbers of their documents. */
export interface Notes {
  /** Plain text, in one line. */
  readonly texts: ReadonlyMap<number, string>;
  /** How much of a query one line of each of these documents' notes says: 0 for nothing. */
  score(words: readonly QueryWord[], numbers: readonly number[]): Map<number, number>;
}

/** A line of a note is what a term is, and a little less. */
const [density, share] = [0.5, 0.9];

/** `markdown`: the notes by the numbers of their documents. */
export function createNotes(markdown: ReadonlyMap<number, string>): Notes {
  const heads = [...markdown].map(([number, note]) => [number, note.slice(0, longestNote)] as const);
  const lines = new Map(
    heads.map(([number, note]) => [
      number,
      note.split('\n').map((line) => dropCommon(tokenize(plainText(line)))),
    ]),
  );
  return {
    texts: new Map(heads.map(([number, note]) => [number, plainText(note)])),
    score(words, numbers) {
      if (lines.size === 0) return new Map();
      const score = createPhraseScore(words);
      return new Map(
        numbers.map((number) => {
          const scores = (lines.get(number) ?? []).map((line) => score(line, density));
          return [number, share * scores.reduce((best, each) => Math.max(best, each), 0)];
        }),
      );
    },
  };
}

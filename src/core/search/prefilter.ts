import { FIELDS, fieldOf, mostWeight, numberOf, weightOf, type Field, type Postings } from './postings';
import { createVocabulary, type Meaning } from './vocabulary';

/** A word of a query, understood. */
export interface QueryWord {
  /** None when the documents have nothing like it. */
  readonly meanings: readonly Meaning[];
  /** The rarer the word, the more. */
  readonly weight: number;
}

/** A document that has some of a query's words. */
export interface Candidate {
  readonly number: number;
  /** How much of the query it covers: 1 is all of it, in the best places. */
  readonly coverage: number;
  /** The best of these places. */
  readonly field: Field;
}

export interface Prefilter {
  understand(words: readonly string[]): QueryWord[];
  /** Those that cover the query best, the best first. */
  pick(words: readonly QueryWord[], count: number, accepts: (number: number) => boolean): Candidate[];
}

export function createPrefilter(postings: Postings, total: number): Prefilter {
  const frequencyOf = (word: string) => postings.get(word)?.length ?? 0;
  const vocabulary = createVocabulary([...postings.keys()], frequencyOf);
  const sheet = createSheet(total);
  return {
    understand(words) {
      return words.map((word) => {
        const meanings = vocabulary.find(word, words);
        const highest = Math.max(...meanings.map(({ likeness }) => likeness));
        const meant = meanings.filter(({ likeness }) => likeness === highest);
        const frequency = Math.max(0, ...meant.map((meaning) => frequencyOf(meaning.word)));
        return { meanings, weight: meanings.length === 0 ? 0 : 0.15 + Math.log(1 + total / (1 + frequency)) };
      });
    },
    pick(words, count, accepts) {
      const whole = words.reduce((sum, { weight }) => sum + weight, 0);
      for (const word of words) addWord(sheet, word, postings);
      const picked = pickBest(sheet, count, accepts).map((number) => ({
        number,
        coverage: (sheet.sums[number] ?? 0) / whole,
        field: FIELDS[sheet.places[number] ?? 0] ?? 'answer',
      }));
      clear(sheet);
      return picked;
    },
  };
}

/** Room to add up what the documents have of a query, kept from search to search. */
interface Sheet {
  /** By the document's number: what it has of all words, and of the word that is being added. */
  readonly sums: Float32Array;
  readonly current: Float32Array;
  /** By the document's number: its best place so far. */
  readonly places: Uint8Array;
  /** The documents that have anything; `count` of them. */
  readonly touched: Int32Array;
  count: number;
}

function createSheet(total: number): Sheet {
  const [sums, current] = [new Float32Array(total), new Float32Array(total)];
  const places = new Uint8Array(total).fill(FIELDS.length);
  return { sums, current, places, touched: new Int32Array(total), count: 0 };
}

/** Of a word's meanings, the one counts that a document has best. */
function addWord(sheet: Sheet, { meanings, weight }: QueryWord, postings: Postings): void {
  const { sums, current, places, touched } = sheet;
  for (const { word, likeness } of meanings) {
    const factor = (weight * likeness) / mostWeight;
    for (const posting of postings.get(word) ?? []) {
      const number = numberOf(posting);
      const place = fieldOf(posting);
      const value = factor * weightOf(posting);
      const known = current[number] ?? 0;
      if (places[number] === FIELDS.length) touched[sheet.count++] = number;
      if (place < (places[number] ?? 0)) places[number] = place;
      if (value <= known) continue;
      current[number] = value;
      sums[number] = (sums[number] ?? 0) + value - known;
    }
  }
  for (let at = 0; at < sheet.count; at++) current[touched[at] ?? 0] = 0;
}

/** The best by their sums; of equals, the first document. */
function pickBest(
  { sums, touched, count }: Sheet,
  most: number,
  accepts: (number: number) => boolean,
): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number) => {
    const difference = (sums[a] ?? 0) - (sums[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  for (let at = 0; at < count; at++) {
    const number = touched[at] ?? 0;
    const worst = best[most - 1];
    if ((worst !== undefined && !isBetter(number, worst)) || !accepts(number)) continue;
    let place = Math.min(best.length, most - 1);
    for (; place > 0 && isBetter(number, best[place - 1] ?? 0); place--) best[place] = best[place - 1] ?? 0;
    best[place] = number;
  }
  return best;
}

function clear(sheet: Sheet): void {
  for (let at = 0; at < sheet.count; at++) {
    const number = sheet.touched[at] ?? 0;
    sheet.sums[number] = 0;
    sheet.places[number] = FIELDS.length;
  }
  sheet.count = 0;
}

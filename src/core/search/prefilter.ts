import { FIELDS, fieldOf, mostWeight, numberOf, weightOf, type Field, type Postings } from './postings';
import { createVocabulary, type Meaning, type Vocabulary } from './vocabulary';

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
  /** Takes these for what notes say of the documents, instead of what was given before. */
  setNotes(postings: Postings): void;
}

/** Words and where they stand. Notes are a layer over the documents, so that a new note changes nothing below. */
interface Layer {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
}

function createLayer(postings: Postings): Layer {
  const frequencyOf = (word: string) => postings.get(word)?.length ?? 0;
  return { postings, vocabulary: createVocabulary([...postings.keys()], frequencyOf) };
}

export function createPrefilter(postings: Postings, total: number): Prefilter {
  const documents = createLayer(postings);
  let layers: readonly Layer[] = [documents];
  const frequencyOf = (word: string) =>
    layers.reduce((sum, layer) => sum + (layer.postings.get(word)?.length ?? 0), 0);
  const sheet = createSheet(total);
  return {
    understand(words) {
      return words.map((word) => {
        const meanings = layers.flatMap(({ vocabulary }) => vocabulary.find(word, words));
        const highest = Math.max(...meanings.map(({ likeness }) => likeness));
        const meant = meanings.filter(({ likeness }) => likeness === highest);
        const frequency = Math.max(0, ...meant.map((meaning) => frequencyOf(meaning.word)));
        return { meanings, weight: meanings.length === 0 ? 0 : 0.15 + Math.log(1 + total / (1 + frequency)) };
      });
    },
    pick(words, count, accepts) {
      const whole = words.reduce((sum, { weight }) => sum + weight, 0);
      for (const word of words) addWord(sheet, word, layers);
      const picked = pickBest(sheet, count, accepts).map((number) => ({
        number,
        coverage: (sheet.sums[number] ?? 0) / whole,
        field: FIELDS[sheet.places[number] ?? 0] ?? 'answer',
      }));
      clear(sheet);
      return picked;
    },
    setNotes(notes) {
      layers = notes.size === 0 ? [documents] : [documents, createLayer(notes)];
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
function addWord(sheet: Sheet, { meanings, weight }: QueryWord, layers: readonly Layer[]): void {
  const { current, touched } = sheet;
  for (const { word, likeness } of meanings) {
    const factor = (weight * likeness) / mostWeight;
    for (const { postings } of layers) addMeaning(sheet, factor, postings.get(word) ?? []);
  }
  for (let at = 0; at < sheet.count; at++) current[touched[at] ?? 0] = 0;
}

function addMeaning(sheet: Sheet, factor: number, postings: Iterable<number>): void {
  const { sums, current, places, touched } = sheet;
  for (const posting of postings) {
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

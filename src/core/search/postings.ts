import type { SearchDocument } from './searchIndex';
import { compoundsOf, dropCommon, initialsOf, joinWords, tokenize } from './words';

/** The places of a document, the best first. */
export const FIELDS = ['title', 'term', 'note', 'topic', 'answer'] as const;

export type Field = (typeof FIELDS)[number];

/**
 * For each word the documents that have it, each in one integer, in the order of the documents:
 *
 *   │ number of the document (22 bits) │ field (3) │ weight (6) │
 */
export type Postings = ReadonlyMap<string, Int32Array>;

export const numberOf = (posting: number): number => posting >> 9;
/** The place of the field in `FIELDS`. */
export const fieldOf = (posting: number): number => (posting >> 6) & 7;
/** 1 to `mostWeight`. */
export const weightOf = (posting: number): number => posting & mostWeight;

export const mostWeight = 63;

/** What a word counts for, by the best place where a document has it. */
const weights = { title: 1, term: 0.95, note: 0.8, topic: 0.5, answer: 0.2 } as const;

/** An abbreviation that is only made up counts for less than one that is written. */
const initialsShare = 0.85;

export function collectPostings(documents: readonly SearchDocument[]): Postings {
  return collect(documents.map((document, number) => [number, placesOf(document)]));
}

/** The same for notes, by the number of the document that each is about. */
export function collectNotePostings(notes: ReadonlyMap<number, string>): Postings {
  const places = Math.round(mostWeight * weights.note) + FIELDS.indexOf('note') * 64;
  return collect(
    [...notes].map(([number, text]) => [
      number,
      new Map(dropCommon(tokenize(text)).map((word) => [word, places])),
    ]),
  );
}

function collect(documents: readonly (readonly [number, ReadonlyMap<string, number>])[]): Postings {
  const lists = new Map<string, number[]>();
  for (const [number, places] of documents) {
    for (const [word, place] of places) {
      const posting = number * 512 + place;
      const known = lists.get(word);
      if (known === undefined) lists.set(word, [posting]);
      else known.push(posting);
    }
  }
  return new Map([...lists].map(([word, list]) => [word, Int32Array.from(list)]));
}

/** Each word of a document with its best place: field and weight in one number. */
function placesOf({ title, terms, topic, topicName = topic, text }: SearchDocument): Map<string, number> {
  const places = new Map<string, number>();
  const add = (words: readonly string[], field: Field, share: number) => {
    const weight = Math.max(1, Math.round(mostWeight * share * weights[field]));
    const order = FIELDS.indexOf(field);
    for (const word of words) {
      const known = places.get(word);
      const best = known === undefined ? order : Math.min(order, fieldOf(known));
      places.set(word, best * 64 + Math.max(weight, weightOf(known ?? 0)));
    }
  };
  const titleWords = tokenize(title);
  add([...titleWords, ...compoundsOf(title)], 'title', lengthShare(dropCommon(titleWords).length, 0.03));
  terms.forEach((term, rank) => {
    const words = tokenize(term);
    const weight = lengthShare(dropCommon(words).length, 0.06) * lengthShare(rank + 1, 0.02);
    add([...words, ...compoundsOf(term), ...joinWords(words)], 'term', weight);
    add(initialsOf(words), 'term', initialsShare * weight);
  });
  add(tokenize(topicName), 'topic', 1);
  add(dropCommon(tokenize(text)), 'answer', 1);
  return places;
}

/** One word of a few says more than one of many. */
function lengthShare(count: number, loss: number): number {
  return 1 / (1 + loss * Math.max(0, count - 1));
}

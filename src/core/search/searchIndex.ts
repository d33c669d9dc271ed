import type { Level } from '../bank/question';
import { createFuse } from './fuse';
import { createSnippet } from './snippet';
import { createVocabulary, tokenize, type Vocabulary } from './vocabulary';

/** What a question is found by. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly terms: readonly string[];
  /** The topic's id. */
  readonly topic: string;
  readonly level: Level;
  /** The answer as plain text; may be empty. */
  readonly text: string;
}

export interface SearchHit {
  readonly id: string;
  /** The best place that matched. */
  readonly matched: 'title' | 'term' | 'topic' | 'answer';
  /** A line around the match, when it is inside the answer only. */
  readonly snippet?: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
}

export interface SearchOptions {
  /** 50 by default. */
  readonly limit?: number;
  readonly accepts?: (document: SearchDocument) => boolean;
}

export interface SearchIndex {
  /** The best first. An empty text finds everything that is accepted, in the order of the documents. */
  search(text: string, options?: SearchOptions): SearchHit[];
}

/** How many of the prefilter's candidates Fuse scores. */
const candidates = 40;

/** What a match counts for, by the place where it is. */
const fields = { title: 1, term: 0.95, topic: 0.5, answer: 0.2 } as const;

type Field = keyof typeof fields;

/** A document that has a word, and the best place where it has it. */
interface Posting {
  readonly number: number;
  readonly field: Field;
}

/** Longer queries are passages; the rest of them changes nothing. */
const longestQuery = 300;
const mostQueryWords = 24;

/*
 *   query ─▶ words ─▶ vocabulary (exact, prefix, typo, split, joined, initials) ─▶ postings ─▶ best 40 ─▶ Fuse ─▶ order
 *
 * Fuse alone scans every character of every document on every keystroke; the vocabulary is a few thousand words
 * whatever the number of documents.
 */
export function createSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const postings = collectPostings(documents);
  const vocabulary = createVocabulary([...postings.keys()]);
  const lengths = documents.map(({ title }) => tokenize(title).length);
  const fuse = createFuse(documents);

  const listAll = ({ limit = 50, accepts = () => true }: SearchOptions): SearchHit[] => {
    const hits: SearchHit[] = [];
    for (const document of documents) {
      if (hits.length >= limit) break;
      if (accepts(document)) hits.push({ id: document.id, matched: 'title', score: 0 });
    }
    return hits;
  };

  return {
    search(text, options = {}) {
      const { limit = 50, accepts = () => true } = options;
      const query = text.slice(0, longestQuery);
      const words = tokenize(query).slice(0, mostQueryWords);
      if (words.length === 0) return listAll(options);
      const scores = scoreDocuments(words, vocabulary, postings, documents.length);
      const best = [...scores]
        .filter(([number]) => {
          const document = documents[number];
          return document !== undefined && accepts(document);
        })
        .map(([number, { score, field }]) => ({
          number,
          field,
          score: score - 0.004 * (lengths[number] ?? 0),
        }))
        .sort((a, b) => b.score - a.score || a.number - b.number);
      const fuzzy = fuse.score(
        query,
        best.slice(0, candidates).map(({ number }) => number),
      );
      const likeness = (number: number) => 0.35 * (1 - (fuzzy.get(number) ?? 1));
      return best
        .slice(0, Math.max(limit, candidates))
        .map(({ number, score, field }) => ({ number, field, score: score + likeness(number) }))
        .sort((a, b) => b.score - a.score || a.number - b.number)
        .slice(0, limit)
        .flatMap(({ number, field, score }) => {
          const document = documents[number];
          if (document === undefined) return [];
          const snippet = field === 'answer' ? createSnippet(document.text, words) : undefined;
          return [{ id: document.id, matched: field, score, ...(snippet === undefined ? {} : { snippet }) }];
        });
    },
  };
}

function collectPostings(documents: readonly SearchDocument[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  documents.forEach(({ title, terms, topic, text }, number) => {
    const seen = new Set<string>();
    const add = (words: readonly string[], field: Field) => {
      for (const word of words) {
        if (seen.has(word)) continue;
        seen.add(word);
        const known = postings.get(word);
        if (known === undefined) postings.set(word, [{ number, field }]);
        else known.push({ number, field });
      }
    };
    add([...tokenize(title), ...initialsOf(title)], 'title');
    for (const term of terms) add([...tokenize(term), ...initialsOf(term)], 'term');
    add(tokenize(topic), 'topic');
    add(tokenize(text), 'answer');
  });
  return postings;
}

/** `retrieval-augmented generation` is looked for as `rag`. */
function initialsOf(text: string): string[] {
  const words = tokenize(text);
  if (words.length < 2 || words.length > 5) return [];
  return [words.map((word) => word[0] ?? '').join('')];
}

interface Scored {
  readonly score: number;
  readonly field: Field;
}

/** For each document, how well it covers the words: a rare word weighs more, and so does a place in the title. */
function scoreDocuments(
  words: readonly string[],
  vocabulary: Vocabulary,
  postings: ReadonlyMap<string, readonly Posting[]>,
  total: number,
): Map<number, Scored> {
  const weights = words.map((word) => {
    const found = vocabulary.find(word, words);
    const rarest = Math.min(...found.map(({ word: known }) => postings.get(known)?.length ?? total), total);
    return { found, weight: 0.15 + Math.log(1 + total / (1 + rarest)) };
  });
  const sum = weights.reduce((all, { weight }) => all + weight, 0);
  const scores = new Map<number, Scored>();
  for (const { found, weight } of weights) {
    const best = new Map<number, Scored>();
    for (const { word, likeness } of found) {
      for (const { number, field } of postings.get(word) ?? []) {
        const score = (likeness * fields[field] * weight) / sum;
        if (score > (best.get(number)?.score ?? 0)) best.set(number, { score, field });
      }
    }
    for (const [number, { score, field }] of best) {
      const known = scores.get(number);
      scores.set(number, {
        score: score + (known?.score ?? 0),
        field: known !== undefined && fields[known.field] > fields[field] ? known.field : field,
      });
    }
  }
  return scores;
}

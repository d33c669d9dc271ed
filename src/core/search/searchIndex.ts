import type { Level } from '../bank/question';
import { createFuse } from './fuse';
import { createPhraseScorer } from './phrase';
import { createNotes, type Notes } from './notes';
import { collectNotePostings, collectPostings, type Field } from './postings';
import { createPrefilter, type Candidate, type QueryWord } from './prefilter';
import { createSnippet } from './snippet';
import { dropCommon, tokenize } from './words';

/** What a question is found by. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly terms: readonly string[];
  /** The topic's id. */
  readonly topic: string;
  /** What the topic is called; `undefined` where its id says it. */
  readonly topicName?: string;
  readonly level?: Level;
  /** The deck's id; `undefined` for a question of the bank. */
  readonly deck?: string;
  readonly isUnanswered?: true;
  /** The answer as plain text; may be empty. */
  readonly text: string;
}

export interface SearchHit {
  readonly id: string;
  /** The best place that matched. */
  readonly matched: Field;
  /** A line around the match, when it is in the note, or in the answer only. */
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
  /**
   * From the next search on, documents are found by these notes of one's own, too: Markdown by the documents' ids. That
   * takes time by the notes, not by the documents.
   */
  setNotes(notes: ReadonlyMap<string, string>): void;
}

/** How many of the prefilter's candidates Fuse scores. */
const candidates = 40;

/** What a score is made of: the words anywhere, the words together in one title or term, and Fuse's score. */
const shares = { coverage: 0.35, phrase: 0.5, fuse: 0.15 };

/** Longer queries are passages; the rest of them changes nothing. */
const longestQuery = 300;
const mostQueryWords = 24;

/*
 *   query ─▶ words ─▶ vocabulary (exact, prefix, typo, split, joined) ─▶ postings ─▶ best 40 ─▶ phrases, Fuse ─▶ order
 *
 * Fuse alone scans every character of every document on every keystroke; the vocabulary is a few thousand words
 * whatever the number of documents. Notes of one's own are a second, small layer of words and postings.
 */
export function createSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const prefilter = createPrefilter(collectPostings(documents), documents.length);
  const phrases = createPhraseScorer(documents);
  const fuse = createFuse(documents);
  let notes: Notes = createNotes(new Map());
  let nextNotes: ReadonlyMap<string, string> | undefined;

  const takeNotes = () => {
    if (nextNotes === undefined) return;
    notes = createNotes(byNumber(documents, nextNotes));
    nextNotes = undefined;
    prefilter.setNotes(collectNotePostings(notes.texts));
  };
  const rank = (words: readonly string[], understood: readonly QueryWord[], picked: readonly Candidate[]) => {
    const scored = picked.slice(0, candidates).map(({ number }) => number);
    const phraseScores = phrases.score(understood, scored);
    const noteScores = notes.score(understood, scored);
    const fuseScores = fuse.score(words.join(' '), scored);
    const rate = ({ number, coverage, field }: Candidate) => {
      const [phrase, note] = [phraseScores.get(number) ?? 0, noteScores.get(number) ?? 0];
      const score =
        shares.coverage * coverage +
        shares.phrase * Math.max(phrase, note) +
        shares.fuse * (fuseScores.get(number) ?? 0);
      return { number, field: note > phrase ? 'note' : field, score };
    };
    return picked.map(rate).sort((a, b) => b.score - a.score || a.number - b.number);
  };

  const snippetOf = (number: number, field: Field, words: readonly string[]) => {
    if (field === 'note') return createSnippet(notes.texts.get(number) ?? '', words);
    return field === 'answer' ? createSnippet(documents[number]?.text ?? '', words) : undefined;
  };

  return {
    setNotes: (next) => void (nextNotes = next),
    search(text, { limit = 50, accepts = () => true } = {}) {
      takeNotes();
      const words = dropCommon(tokenize(text.slice(0, longestQuery)).slice(0, mostQueryWords));
      if (words.length === 0) return listAll(documents, limit, accepts);
      const isAccepted = (number: number) => {
        const document = documents[number];
        return document !== undefined && accepts(document);
      };
      const understood = prefilter.understand(words);
      const picked = prefilter.pick(understood, Math.max(limit, candidates), isAccepted);
      const shown = [...words, ...understood.flatMap(likeliestOf)];
      return rank(words, understood, picked)
        .slice(0, limit)
        .flatMap(({ number, field, score }) => {
          const document = documents[number];
          if (document === undefined) return [];
          const snippet = snippetOf(number, field, shown);
          return [{ id: document.id, matched: field, score, ...(snippet === undefined ? {} : { snippet }) }];
        });
    },
  };
}

/** Of the notes, those on documents that there are. */
function byNumber(
  documents: readonly SearchDocument[],
  notes: ReadonlyMap<string, string>,
): Map<number, string> {
  const numbered = new Map<number, string>();
  if (notes.size === 0) return numbered;
  documents.forEach(({ id }, number) => {
    const note = notes.get(id);
    if (note !== undefined) numbered.set(number, note);
  });
  return numbered;
}

/** What a word most probably means: the word itself, or what it is a typo of. */
function likeliestOf({ meanings }: QueryWord): string[] {
  const [likeliest] = [...meanings].sort((a, b) => b.likeness - a.likeness);
  return likeliest === undefined ? [] : [likeliest.word];
}

function listAll(
  documents: readonly SearchDocument[],
  limit: number,
  accepts: (document: SearchDocument) => boolean,
): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const document of documents) {
    if (hits.length >= limit) break;
    if (accepts(document)) hits.push({ id: document.id, matched: 'title', score: 0 });
  }
  return hits;
}

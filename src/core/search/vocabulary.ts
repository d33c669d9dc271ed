import { stem } from './words';

/** A word of the vocabulary that a word of a query may mean. */
export interface Meaning {
  readonly word: string;
  /** 1 for the same word, less for what is only near. */
  readonly likeness: number;
}

export interface Vocabulary {
  /** What a word may mean, among the other words of its query (`fine` before `tuning` may be `finetuning`). */
  find(word: string, query: readonly string[]): readonly Meaning[];
}

const likenesses = { same: 1, joined: 0.97, split: 0.93, prefix: 0.9, typo: 0.8, twoTypos: 0.62 };

/** Of all words that begin so, the most frequent ones. */
const mostPrefixed = 40;

/** Fewer letters with a typo begin almost every word. */
const shortestMistypedPrefix = 5;

/** `frequencyOf` says how many documents have a word. */
export function createVocabulary(
  words: readonly string[],
  frequencyOf: (word: string) => number = () => 1,
): Vocabulary {
  const known = new Set(words);
  const sorted = [...words].sort();
  const deletions = collectDeletions(words);
  const cache = new Map<string, readonly Meaning[]>();

  const findAlone = (word: string): readonly Meaning[] => {
    const meanings = new Map<string, number>();
    const add = (meaning: string, likeness: number) => {
      meanings.set(meaning, Math.max(likeness, meanings.get(meaning) ?? 0));
    };
    if (known.has(word)) add(word, likenesses.same);
    const longer = withPrefix(sorted, word).sort((a, b) => frequencyOf(b) - frequencyOf(a));
    for (const each of longer.slice(0, mostPrefixed)) add(each, likenesses.prefix * shareOf(word, each));
    if (!known.has(word)) {
      for (const part of splitIn(word, known)) add(part, likenesses.split);
      for (const near of typosOf(word, deletions)) add(near.word, near.likeness);
    }
    return [...meanings].map(([meaning, likeness]) => ({ word: meaning, likeness }));
  };

  const findCached = (word: string): readonly Meaning[] => {
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const found = findAlone(word);
    if (cache.size > 5000) cache.clear();
    cache.set(word, found);
    return found;
  };

  /** Two words as one; where one of the two is unknown, the one may be a beginning or mistyped, too. */
  const findJoined = (first = '', second = ''): readonly Meaning[] => {
    const joined = stem(first + second);
    if (first === '' || second === '') return [];
    if (known.has(joined)) return [{ word: joined, likeness: likenesses.joined }];
    if (known.has(first) && known.has(second)) return [];
    return findCached(joined).map(({ word, likeness }) => ({ word, likeness: likeness * likenesses.joined }));
  };

  return {
    find(word, query) {
      const at = query.indexOf(word);
      const joined = [...findJoined(query[at - 1], word), ...findJoined(word, query[at + 1])];
      return [...joined, ...findCached(word)];
    },
  };
}

/** A beginning is the more like a word the more of it is there. */
function shareOf(beginning: string, word: string): number {
  return 0.8 + 0.2 * Math.min(1, beginning.length / word.length);
}

function withPrefix(sorted: readonly string[], prefix: string): string[] {
  const from = firstNotBelow(sorted, prefix);
  const to = firstNotBelow(sorted, `${prefix}\uffff`);
  return sorted.slice(from, to).filter((word) => word !== prefix);
}

function firstNotBelow(sorted: readonly string[], word: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `finetuning` as `fine` and `tuning`, when both are words. */
function splitIn(word: string, known: ReadonlySet<string>): string[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), stem(word.slice(at))];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return [];
}

/** How many typos a word may have, by its length. */
function mostTypos(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Longer words are typed by nobody. */
const longestMistyped = 32;

/** The first letters tell words apart well enough; the rest would only fill memory. */
const lettersOfSpelling = 7;

/**
 * All words by each spelling of their beginning that leaves out up to so many letters as they may have typos (the
 * symmetric delete method, W. Garbe 2012): words that are near share such a spelling.
 */
function collectDeletions(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const deletions = new Map<string, string[]>();
  for (const word of words) {
    for (const spelling of deletionsOf(word)) {
      const known = deletions.get(spelling);
      if (known === undefined) deletions.set(spelling, [word]);
      else known.push(word);
    }
  }
  return deletions;
}

function deletionsOf(word: string): Set<string> {
  if (word.length < 4 || word.length > longestMistyped) return new Set();
  const spellings = new Set([word.slice(0, lettersOfSpelling)]);
  for (let round = mostTypos(word.length); round > 0; round--) {
    for (const spelling of [...spellings]) {
      for (let at = 0; at < spelling.length; at++) {
        spellings.add(spelling.slice(0, at) + spelling.slice(at + 1));
      }
    }
  }
  return spellings;
}

/** Words that a mistyped word may be, or may be the beginning of. */
function typosOf(word: string, deletions: ReadonlyMap<string, readonly string[]>): Meaning[] {
  const candidates = new Set([...deletionsOf(word)].flatMap((spelling) => deletions.get(spelling) ?? []));
  return [...candidates].flatMap((near) => {
    const { whole, beginning } = editDistances(word, near);
    const likenessAt = (distance: number) => (distance === 1 ? likenesses.typo : likenesses.twoTypos);
    const most = mostTypos(Math.min(word.length, near.length));
    if (whole > 0 && whole <= most) return [{ word: near, likeness: likenessAt(whole) }];
    if (word.length < shortestMistypedPrefix || beginning === 0 || beginning > most) return [];
    return [{ word: near, likeness: likenessAt(beginning) * likenesses.prefix * shareOf(word, near) }];
  });
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (Damerau–Levenshtein, optimal string alignment) from one
 * word to another, and to the nearest beginning of it.
 */
function editDistances(a: string, b: string): { readonly whole: number; readonly beginning: number } {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, number) => number);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) distance = Math.min(distance, (above[j - 2] ?? 0) + 1);
      next.push(distance);
    }
    above = row;
    row = next;
  }
  return { whole: row[b.length] ?? 0, beginning: Math.min(...row) };
}

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

/** Lower case, no accents, one word per run of letters and digits; `KVCache` and `kv_cache` are two words. */
export function tokenize(text: string): string[] {
  return (
    text
      .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem);
}

/** A plural finds its singular: enough stemming for questions, and none that surprises. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

const likenesses = { same: 1, joined: 0.97, split: 0.93, prefix: 0.9, typo: 0.8, twoTypos: 0.62 };

/** Words of one or two letters are not taken for the beginning of every other word. */
const shortestPrefix = 2;

/** Beyond so many, a prefix says nothing yet. */
const mostPrefixed = 60;

export function createVocabulary(words: readonly string[]): Vocabulary {
  const known = new Set(words);
  const sorted = [...words].sort();
  const deletions = collectDeletions(words);
  const cache = new Map<string, readonly Meaning[]>();

  const findAlone = (word: string): readonly Meaning[] => {
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const meanings = new Map<string, number>();
    const add = (meaning: string, likeness: number) => {
      meanings.set(meaning, Math.max(likeness, meanings.get(meaning) ?? 0));
    };
    if (known.has(word)) add(word, likenesses.same);
    if (word.length >= shortestPrefix) {
      for (const longer of withPrefix(sorted, word)) {
        add(longer, likenesses.prefix * (0.8 + (0.2 * word.length) / longer.length));
      }
    }
    for (const meaning of splitIn(word, known)) add(meaning, likenesses.split);
    for (const near of typosOf(word, deletions)) {
      const distance = editDistance(word, near);
      if (distance > 0 && distance <= mostTypos(Math.min(word.length, near.length))) {
        add(near, distance === 1 ? likenesses.typo : likenesses.twoTypos);
      }
    }
    const found = [...meanings].map(([meaning, likeness]) => ({ word: meaning, likeness }));
    if (cache.size > 5000) cache.clear();
    cache.set(word, found);
    return found;
  };

  return {
    find(word, query) {
      const at = query.indexOf(word);
      const joined = [(query[at - 1] ?? '') + word, word + (query[at + 1] ?? '')]
        .map(stem)
        .filter((each) => each !== word && known.has(each));
      return [...joined.map((each) => ({ word: each, likeness: likenesses.joined })), ...findAlone(word)];
    },
  };
}

function withPrefix(sorted: readonly string[], prefix: string): string[] {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < prefix) from = middle + 1;
    else to = middle;
  }
  const found: string[] = [];
  for (let at = from; found.length < mostPrefixed && (sorted[at]?.startsWith(prefix) ?? false); at++) {
    const word = sorted[at];
    if (word !== undefined && word !== prefix) found.push(word);
  }
  return found;
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

/**
 * All words by each spelling that leaves out up to so many letters as they may have typos (the symmetric delete
 * method, W. Garbe 2012): two words are near when they share such a spelling.
 */
function collectDeletions(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const deletions = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4 || word.length > 24) continue;
    for (const spelling of deletionsOf(word)) {
      const known = deletions.get(spelling);
      if (known === undefined) deletions.set(spelling, [word]);
      else known.push(word);
    }
  }
  return deletions;
}

function deletionsOf(word: string): Set<string> {
  const spellings = new Set([word]);
  for (let round = mostTypos(word.length); round > 0; round--) {
    for (const spelling of [...spellings]) {
      for (let at = 0; at < spelling.length; at++)
        spellings.add(spelling.slice(0, at) + spelling.slice(at + 1));
    }
  }
  return spellings;
}

function typosOf(word: string, deletions: ReadonlyMap<string, readonly string[]>): Set<string> {
  if (word.length < 4 || word.length > 24) return new Set();
  return new Set([...deletionsOf(word)].flatMap((spelling) => deletions.get(spelling) ?? []));
}

/** Insertions, deletions, replacements and swaps of neighbours (Damerau–Levenshtein, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [previous, current]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, number) => number)];
  for (let i = 1; i <= a.length; i++) {
    const above: readonly number[] = current ?? [];
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min((above[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) distance = Math.min(distance, (previous?.[j - 2] ?? 0) + 1);
      next.push(distance);
    }
    previous = current;
    current = next;
  }
  return current?.[b.length] ?? 0;
}

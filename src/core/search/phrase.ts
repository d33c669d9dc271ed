import type { QueryWord } from './prefilter';
import type { SearchDocument } from './searchIndex';
import { dropCommon, tokenize } from './words';

export interface PhraseScorer {
  /** How much of a query one title or one term of a document says, and little else: 1 when it says just that. */
  score(words: readonly QueryWord[], numbers: readonly number[]): Map<number, number>;
}

/** A title says more than its subject, so that it is measured less by what it says besides. */
const density = { title: 0.3, term: 0.5 };

/** Of the score, what words of the query count for that stand side by side in its order. */
const orderShare = 0.2;

/** The later a term stands in its list, the less the document is about it. */
const lossByRank = 0.03;

export function createPhraseScorer(documents: readonly SearchDocument[]): PhraseScorer {
  const phrases: Phrases[] = [];
  const phrasesOf = (number: number) => (phrases[number] ??= splitPhrases(documents[number]));
  return {
    score(words, numbers) {
      const scorePhrase = createPhraseScore(words);
      return new Map(
        numbers.map((number) => {
          const { title, terms } = phrasesOf(number);
          const scores = terms.map((term, rank) => scorePhrase(term, density.term) / (1 + lossByRank * rank));
          return [number, Math.max(scorePhrase(title, density.title), ...scores)];
        }),
      );
    },
  };
}

/** Scores phrases for one query: the higher `densityShare`, the less a phrase may say besides. */
export function createPhraseScore(
  words: readonly QueryWord[],
): (phrase: readonly string[], densityShare: number) => number {
  const meant = collectMeant(words);
  return (phrase, densityShare) => scorePhrase(phrase, words, meant, densityShare);
}

interface Phrases {
  readonly title: readonly string[];
  readonly terms: readonly (readonly string[])[];
}

function splitPhrases(document: SearchDocument | undefined): Phrases {
  const split = (text: string) => dropCommon(tokenize(text));
  return { title: split(document?.title ?? ''), terms: document?.terms.map(split) ?? [] };
}

/** Which word of the query a word of a document stands for, and how well. */
type Meant = ReadonlyMap<string, { readonly at: number; readonly likeness: number }>;

function collectMeant(words: readonly QueryWord[]): Meant {
  const meant = new Map<string, { at: number; likeness: number }>();
  words.forEach(({ meanings }, at) => {
    for (const { word, likeness } of meanings) {
      if (likeness > (meant.get(word)?.likeness ?? 0)) meant.set(word, { at, likeness });
    }
  });
  return meant;
}

function scorePhrase(
  phrase: readonly string[],
  words: readonly QueryWord[],
  meant: Meant,
  densityShare: number,
): number {
  const best = words.map(() => 0);
  let [hits, pairs, previous] = [0, 0, -2];
  for (const word of phrase) {
    const found = meant.get(word);
    if (found !== undefined) {
      hits++;
      if (found.at === previous + 1) pairs++;
      best[found.at] = Math.max(best[found.at] ?? 0, found.likeness);
    }
    previous = found?.at ?? -2;
  }
  if (hits === 0) return 0;
  let [covered, whole] = [0, 0];
  words.forEach(({ weight }, at) => {
    covered += weight * (best[at] ?? 0);
    whole += weight;
  });
  const order = words.length < 2 ? 1 : Math.min(1, pairs / (words.length - 1));
  const share = 1 - densityShare + densityShare * (hits / phrase.length);
  return (covered / whole) * share * (1 - orderShare + orderShare * order);
}

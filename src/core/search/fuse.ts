import Fuse from 'fuse.js';
import type { SearchDocument } from './searchIndex';

/** Fuse.js, for the candidates that the prefilter picked. */
export interface FuseScorer {
  /** Document number to score: 0 is a perfect match, 1 none. What Fuse finds no match in is left out. */
  score(query: string, numbers: readonly number[]): Map<number, number>;
}

const options = {
  keys: [
    { name: 'title', weight: 0.7 },
    { name: 'terms', weight: 0.3 },
  ],
  includeScore: true,
  ignoreLocation: true,
  threshold: 0.6,
};

/** Bitap, which Fuse matches with, takes patterns of up to 32 characters at once; more only costs time. */
const longestPattern = 32;

export function createFuse(documents: readonly SearchDocument[]): FuseScorer {
  return {
    score(query, numbers) {
      const picked = numbers.map((number) => documents[number]).filter((document) => document !== undefined);
      const found = new Fuse(picked, options).search(query.slice(0, longestPattern));
      return new Map(found.map(({ refIndex, score = 1 }) => [numbers[refIndex] ?? -1, score]));
    },
  };
}

import Fuse, { type FuseIndex } from 'fuse.js/basic';
import type { SearchDocument } from './searchIndex';

/** Fuse.js, for the candidates that the prefilter picked. */
export interface FuseScorer {
  /** For each document number how well Fuse matches it: 1 perfectly, 0 not at all. */
  score(query: string, numbers: readonly number[]): Map<number, number>;
}

const keys = [
  { name: 'title', weight: 0.6 },
  { name: 'terms', weight: 0.4 },
];

const options = { keys, includeScore: true, ignoreLocation: true, shouldSort: false, threshold: 0.4 };

/** Bitap, which Fuse matches with, takes patterns of up to 32 characters at once; more only costs time. */
const longestPattern = 32;

export function createFuse(documents: readonly SearchDocument[]): FuseScorer {
  const records: FuseIndex<SearchDocument>['records'] = [];

  /** A document as Fuse keeps it, made when it is a candidate for the first time. */
  const recordOf = (document: SearchDocument, number: number) =>
    (records[number] ??= Fuse.createIndex(keys, [document]).records[0] ?? { i: 0 });

  return {
    score(query, numbers) {
      const picked = numbers.flatMap((number) => documents[number] ?? []);
      const found = picked.map((document, i) => ({ ...recordOf(document, numbers[i] ?? 0), i }));
      const index = Fuse.parseIndex<SearchDocument>({ keys: parsedKeys, records: found });
      const results = new Fuse(picked, options, index).search(query.slice(0, longestPattern));
      return new Map(results.map(({ refIndex, score = 1 }) => [numbers[refIndex] ?? -1, 1 - score]));
    },
  };
}

const parsedKeys = Fuse.createIndex<SearchDocument>(keys, []).keys;

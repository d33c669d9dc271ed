import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import { createSearchIndex, type SearchDocument } from '../../../src/core/search/searchIndex';

/** Ids, the best first, as many as a Quick Pick shows. */
export type Find = (query: string) => readonly string[];

/** The peers look at titles and terms only: with the answers, each is slower and finds worse. */
export interface Engine {
  readonly name: string;
  create(documents: readonly SearchDocument[]): Find;
}

const limit = 50;

export const ours: Engine = {
  name: 'our search',
  create(documents) {
    const index = createSearchIndex(documents);
    return (query) => index.search(query, { limit }).map(({ id }) => id);
  },
};

/** Fuse finds better so than with equal weights. */
const titleAndTerms = [
  { name: 'title', weight: 0.7 },
  { name: 'terms', weight: 0.3 },
];

/** Fuse as it comes, but for its habit of looking at the first characters of a text only. */
export const plainFuse: Engine = {
  name: 'plain Fuse',
  create(documents) {
    const fuse = new Fuse(documents, { keys: titleAndTerms, ignoreLocation: true });
    return (query) => fuse.search(query, { limit }).map(({ item }) => item.id);
  },
};

/** Fuse's own search word by word, with the rarity of words. */
const tokenFuse: Engine = {
  name: 'Fuse token search',
  create(documents) {
    const fuse = new Fuse(documents, { keys: titleAndTerms, ignoreLocation: true, useTokenSearch: true });
    return (query) => fuse.search(query, { limit }).map(({ item }) => item.id);
  },
};

const miniSearch: Engine = {
  name: 'MiniSearch',
  create(documents) {
    const index = new MiniSearch<SearchDocument>({
      fields: ['title', 'terms'],
      extractField: (document, field) => {
        const value = document[field as keyof SearchDocument];
        return Array.isArray(value) ? value.join(' ') : String(value ?? '');
      },
      searchOptions: { prefix: true, fuzzy: 0.2 },
    });
    index.addAll(documents);
    return (query) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => id as string);
  },
};

/** The value of `uFuzzy.IntraMode.SingleError`, which can't be named from outside its module. */
const oneTypoPerWord = { intraMode: 1 };

const uFuzzyEngine: Engine = {
  name: 'uFuzzy',
  create(documents) {
    const lines = documents.map(({ title, terms }) => [title, ...terms].join(' · '));
    const index = new uFuzzy({ ...oneTypoPerWord });
    const [wordsInAnyOrder, mostRanked] = [4, 1000];
    return (query) => {
      const [found, info, order] = index.search(lines, query, wordsInAnyOrder, mostRanked);
      const ranked = order?.map((place) => info.idx[place] ?? -1) ?? found ?? [];
      return ranked.slice(0, limit).flatMap((number) => documents[number]?.id ?? []);
    };
  },
};

const fuzzysortEngine: Engine = {
  name: 'fuzzysort',
  create(documents) {
    const snapshot = fuzzysort.snapshot(documents, {
      keys: ['title', ({ terms }: SearchDocument) => terms.join(' · ')],
    });
    return (query) => fuzzysort.go(query, snapshot, { limit, threshold: 0 }).map(({ obj }) => obj.id);
  },
};

export const peers: readonly Engine[] = [tokenFuse, miniSearch, uFuzzyEngine, fuzzysortEngine];

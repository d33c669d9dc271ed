import type { BankIndex } from '../bank/bankFiles';
import type { SearchDocument } from './searchIndex';

/** One condition of a query. */
export interface QueryFilter {
  readonly kind: 'topic' | 'level' | 'deck' | 'is' | 'tag';
  /** Of a topic or a deck its id. */
  readonly value: string;
}

/** What was typed, taken apart. */
export interface Query {
  /** Without the filters. */
  readonly text: string;
  /** Several of one kind mean any of them; kinds are all required. */
  readonly filters: readonly QueryFilter[];
  /** What was not understood, and what could be written instead. */
  readonly hints: readonly string[];
}

/** What filters can name. */
export interface QueryVocabulary {
  readonly topics: readonly QueryChoice[];
  readonly decks: readonly QueryChoice[];
  readonly statuses: readonly string[];
}

/** A topic or a deck that a filter can name. */
export interface QueryChoice {
  readonly id: string;
  /** What may be written for it, in lower case with hyphens for spaces; the first is what a hint shows. */
  readonly names: readonly [string, ...string[]];
}

/** A topic of the bank is named by its id before its title, one of a deck and a deck itself the other way round. */
export function queryVocabularyOf(
  { topics, decks }: Pick<BankIndex, 'topics' | 'decks'>,
  statuses: readonly string[],
): QueryVocabulary {
  return {
    topics: topics.map(({ id, title, deck }) => ({
      id,
      names: deck === undefined ? [id, normalize(title)] : [normalize(title), id],
    })),
    decks: decks.map(({ id, title }) => ({ id, names: [normalize(title), id] })),
    statuses,
  };
}

function normalize(name: string): string {
  return name.replaceAll('"', '').trim().toLowerCase().replace(/\s+/g, '-');
}

const levels = ['easy', 'medium', 'hard'];

/** Reads `topic:attention level:hard is:new #lora some words`. A value with spaces stands in quotes. */
export function parseQuery(input: string, vocabulary: QueryVocabulary): Query {
  const filters: QueryFilter[] = [];
  const hints: string[] = [];
  const choices = {
    topic: vocabulary.topics,
    level: levels.map(choiceOf),
    deck: vocabulary.decks,
    is: vocabulary.statuses.map(choiceOf),
  };
  const text = input
    .slice(0, 1000)
    .replace(/(?:^|\s)(?:(topic|level|deck|is):("[^"]*"?|\S*)|#(\S+))/gi, (...groups) => {
      const [, kind, quoted, tag] = groups as (string | undefined)[];
      if (kind === undefined) filters.push({ kind: 'tag', value: (tag ?? '').toLowerCase() });
      else {
        const name = kind.toLowerCase() as keyof typeof choices;
        const value = normalize(quoted ?? '');
        const found = findChoices(value, choices[name]);
        filters.push(...found.map(({ id }) => ({ kind: name, value: id })));
        if (found.length === 0) hints.push(describeChoices(name, value, choices[name]));
      }
      return ' ';
    });
  const unknown = /(?:^|\s)([a-z]+):(?=["\p{L}\p{N}])/iu.exec(text)?.[1];
  if (unknown !== undefined)
    hints.push(`"${unknown}:" is no filter. Use topic:, level:, deck:, is: or #tag.`);
  return { text: text.replace(/\s+/g, ' ').trim(), filters, hints };
}

function choiceOf(name: string): QueryChoice {
  return { id: name, names: [name] };
}

/** Those of that name, or of the only name that begins so: several decks may have a topic of one name. */
function findChoices(value: string, choices: readonly QueryChoice[]): readonly QueryChoice[] {
  if (value === '') return [];
  const named = choices.filter(({ names }) => names.includes(value));
  if (named.length > 0) return named;
  const beginning = choices.filter(({ names }) => names.some((name) => name.startsWith(value)));
  return new Set(beginning.map(({ names }) => names[0])).size === 1 ? beginning : [];
}

function describeChoices(kind: string, value: string, choices: readonly QueryChoice[]): string {
  const names = [...new Set(choices.map((choice) => choice.names[0]))];
  if (names.length === 0) return `${kind}: there is none yet.`;
  const near = names.filter((name) => value === '' || name[0] === value[0]);
  const list = (near.length > 0 ? near : names).slice(0, 8).join(', ');
  return value === '' ? `${kind}: ${list} …` : `${kind}:${value} is not known. Try ${list}.`;
}

type Filterable = Pick<SearchDocument, 'id' | 'topic' | 'level' | 'terms' | 'deck' | 'isUnanswered'>;

/** Tells whether a question meets all of a query's filters. */
export function createQueryTest(
  { filters }: Pick<Query, 'filters'>,
  hasStatus: (question: Filterable, status: string) => boolean,
): (question: Filterable) => boolean {
  const kinds = groupByKind(filters);
  return (question) =>
    [...kinds.values()].every((alternatives) =>
      alternatives.some((filter) => meets(question, filter, hasStatus)),
    );
}

function groupByKind(filters: readonly QueryFilter[]): Map<string, QueryFilter[]> {
  const kinds = new Map<string, QueryFilter[]>();
  for (const filter of filters) kinds.set(filter.kind, [...(kinds.get(filter.kind) ?? []), filter]);
  return kinds;
}

function meets(
  question: Filterable,
  { kind, value }: QueryFilter,
  hasStatus: (question: Filterable, status: string) => boolean,
): boolean {
  switch (kind) {
    case 'topic':
      return question.topic === value;
    case 'level':
      return question.level === value;
    case 'deck':
      return question.deck === value;
    case 'is':
      return hasStatus(question, value);
    case 'tag':
      return [question.topic, ...question.terms].some(
        (term) => term.toLowerCase().replace(/\s+/g, '-') === value,
      );
  }
}

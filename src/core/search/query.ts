import type { SearchDocument } from './searchIndex';

/** One condition of a query. */
export interface QueryFilter {
  readonly kind: 'topic' | 'level' | 'is' | 'tag';
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
  readonly topics: readonly string[];
  readonly statuses: readonly string[];
}

const levels = ['easy', 'medium', 'hard'];

/** Reads `topic:attention level:hard is:new #lora some words`. A value with spaces stands in quotes. */
export function parseQuery(input: string, vocabulary: QueryVocabulary): Query {
  const filters: QueryFilter[] = [];
  const hints: string[] = [];
  const choices = { topic: vocabulary.topics, level: levels, is: vocabulary.statuses };
  const text = input
    .slice(0, 1000)
    .replace(/(?:^|\s)(?:(topic|level|is):("[^"]*"?|\S*)|#(\S+))/gi, (...groups) => {
      const [, kind, quoted, tag] = groups as (string | undefined)[];
      if (kind === undefined) filters.push({ kind: 'tag', value: (tag ?? '').toLowerCase() });
      else {
        const name = kind.toLowerCase() as keyof typeof choices;
        const value = (quoted ?? '').replaceAll('"', '').trim().toLowerCase().replace(/\s+/g, '-');
        const found = findChoice(value, choices[name]);
        if (found !== undefined) filters.push({ kind: name, value: found });
        else hints.push(describeChoices(name, value, choices[name]));
      }
      return ' ';
    });
  const unknown = /(?:^|\s)([a-z]+):(?=["\p{L}\p{N}])/iu.exec(text)?.[1];
  if (unknown !== undefined) hints.push(`"${unknown}:" is no filter. Use topic:, level:, is: or #tag.`);
  return { text: text.replace(/\s+/g, ' ').trim(), filters, hints };
}

/** The value itself, or the only one that begins so. */
function findChoice(value: string, choices: readonly string[]): string | undefined {
  if (value === '') return undefined;
  const beginning = choices.filter((choice) => choice.startsWith(value));
  return choices.find((choice) => choice === value) ?? (beginning.length === 1 ? beginning[0] : undefined);
}

function describeChoices(kind: string, value: string, choices: readonly string[]): string {
  const near = choices.filter((choice) => value === '' || choice[0] === value[0]);
  const list = (near.length > 0 ? near : choices).slice(0, 8).join(', ');
  return value === '' ? `${kind}: ${list} …` : `${kind}:${value} is not known. Try ${list}.`;
}

type Filterable = Pick<SearchDocument, 'id' | 'topic' | 'level' | 'terms'>;

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
    case 'is':
      return hasStatus(question, value);
    case 'tag':
      return [question.topic, ...question.terms].some(
        (term) => term.toLowerCase().replace(/\s+/g, '-') === value,
      );
  }
}

import type { Collection, QuestionSummary, Topic } from './question';
import type { QuestionMeta } from './parseQuestion';

/** `index.json` of the compiled bank; with decks, their topics and questions stand after the bank's. */
export interface BankIndex {
  readonly topics: readonly Topic[];
  /** In learning order: by topic, then as `topics.yaml` lists them. */
  readonly questions: readonly QuestionSummary[];
  readonly collections: readonly Collection[];
  /** Old id to the id that a question has now. */
  readonly formerly: Readonly<Record<string, string>>;
  /** None in the bank's own index. */
  readonly decks: readonly DeckSummary[];
}

/** What the index knows of a deck. Its questions and topics name it. */
export interface DeckSummary {
  readonly id: string;
  readonly title: string;
  /** Where it is, for people: a path. */
  readonly about: string;
  /** Why it can't be read and what to do, one sentence or two; `undefined` where it can. */
  readonly fault?: string;
}

/** A display formula of an answer, drawn when the bank was built. */
export interface FormulaImage {
  /** The TeX, which is also the image's alternative text. */
  readonly tex: string;
  /** An SVG document that draws in `currentColor`. */
  readonly svg: string;
  /** In CSS pixels at a 14 px font. */
  readonly width: number;
  readonly height: number;
}

/** `<topic>.formulas.json`: question id to the formulas that its hover may show. */
export type TopicFormulas = Readonly<Record<string, readonly FormulaImage[]>>;

/*
 * `index.json` is written short, since every start reads it: a question is a row in its topic, a collection
 * names questions by their number in that order.
 *
 *   { topics: [[id, title, about, [[question id, title, level 0–2, terms], …]], …],
 *     collections: [[id, title, about, [[section title or null, [number, …]], …]], …],
 *     formerly: { old: new } }
 */
type QuestionRow = readonly [id: string, title: string, level: number, terms: readonly string[]];
interface CompactIndex {
  readonly topics: readonly (readonly [string, string, string, readonly QuestionRow[]])[];
  readonly collections: readonly (readonly [
    string,
    string,
    string,
    readonly (readonly [string | null, readonly number[]])[],
  ])[];
  readonly formerly: Readonly<Record<string, string>>;
}

const levels = ['easy', 'medium', 'hard'] as const;

/** The text of `index.json`. Collections may only name questions of the index. */
export function formatBankIndex(index: BankIndex): string {
  const numbers = new Map(index.questions.map(({ id }, number) => [id, number]));
  const numberOf = (id: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`a collection names ${id}, which the index does not have`);
    return number;
  };
  const compact: CompactIndex = {
    topics: index.topics.map(({ id, title, about }) => [
      id,
      title,
      about,
      index.questions
        .filter((question) => question.topic === id)
        .map(({ id: name, title: asked, level = 'medium', terms }) => [
          name,
          asked,
          levels.indexOf(level),
          terms,
        ]),
    ]),
    collections: index.collections.map(({ id, title, about, sections }) => [
      id,
      title,
      about,
      sections.map((section) => [section.title ?? null, section.questions.map(numberOf)]),
    ]),
    formerly: index.formerly,
  };
  return JSON.stringify(compact);
}

/** Reads what `formatBankIndex` wrote. The file is the build's own: it is trusted, not checked. */
export function parseBankIndex(text: string): BankIndex {
  const compact = JSON.parse(text) as CompactIndex;
  const questions = compact.topics.flatMap(([topic, , , rows]) =>
    rows.map(([id, title, level, terms]) => ({ id, title, level: levels[level] ?? 'medium', topic, terms })),
  );
  return {
    topics: compact.topics.map(([id, title, about]) => ({ id, title, about })),
    questions,
    collections: compact.collections.map(([id, title, about, sections]) => ({
      id,
      title,
      about,
      sections: sections.map(([sectionTitle, numbers]) => ({
        ...(sectionTitle === null ? {} : { title: sectionTitle }),
        questions: numbers.flatMap((number) => questions[number]?.id ?? []),
      })),
    })),
    formerly: compact.formerly,
    decks: [],
  };
}

/** A question in a topic's file: what the index lacks, and the Markdown below the front matter. */
export interface TopicEntry {
  readonly meta: Pick<QuestionMeta, 'id' | 'related' | 'checked'>;
  readonly body: string;
}

const entryMark = '<!-- question ';

/** The text of `<topic>.md`: each question's Markdown below a comment line with its meta as JSON. */
export function formatTopicFile(entries: readonly TopicEntry[]): string {
  return entries
    .map(({ meta, body }) => `${entryMark}${JSON.stringify(meta)} -->\n${body.trim()}\n`)
    .join('\n');
}

/** Reads what `formatTopicFile` wrote. */
export function parseTopicFile(text: string): TopicEntry[] {
  return text
    .split(/^(?=<!-- question \{)/m)
    .filter((entry) => entry.startsWith(entryMark))
    .map((entry) => {
      const end = entry.indexOf('\n');
      const json = entry.slice(entryMark.length, end).replace(/ -->\s*$/, '');
      return { meta: JSON.parse(json) as TopicEntry['meta'], body: entry.slice(end + 1) };
    });
}

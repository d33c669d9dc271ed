import {
  formatBankIndex,
  formatTopicFile,
  type BankIndex,
  type FormulaImage,
  type TopicFormulas,
} from '../core/bank/bankFiles';
import { LEVELS, type Collection } from '../core/bank/question';
import { checkBank } from './checkBank';
import { sortFaults, type Fault } from './fault';
import { readBank, type BankSource, type CollectionSource, type SourceFiles } from './readBank';
import type { QuestionSource } from './readQuestion';

export const mostIndexBytes = 60 * 1024;

export interface Compiled {
  readonly bank: BankSource;
  readonly index: BankIndex;
  /** All at once, in the order of files and lines. Where there is one, nothing may be written. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Checks the bank and builds its index. `today` is `YYYY-MM-DD`. */
export function compileBank(files: SourceFiles, today: string): Compiled {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const bank = readBank(files, faults);
  checkBank(bank, today, faults, warnings);
  const index = createIndex(bank);
  const bytes = new TextEncoder().encode(formatBankIndex(index)).length;
  if (bytes > mostIndexBytes) {
    faults.push({
      file: 'topics.yaml',
      line: 1,
      message: `the index has ${bytes} bytes. Keep it to ${mostIndexBytes}.`,
    });
  }
  return { bank, index, faults: sortFaults(faults), warnings: sortFaults(warnings) };
}

function createIndex({ topics, questions, collections }: BankSource): BankIndex {
  const order = (source: QuestionSource) => LEVELS.indexOf(source.question.level);
  const written = topics.flatMap(({ id }) =>
    questions
      .filter(({ question }) => question.topic === id)
      .sort((a, b) => order(a) - order(b) || (a.question.title < b.question.title ? -1 : 1)),
  );
  const known = new Set(written.map(({ question }) => question.id));
  return {
    topics: topics.filter(({ id }) => written.some(({ question }) => question.topic === id)),
    questions: written.map(({ question: { id, title, level, topic, terms } }) => ({
      id,
      title,
      level,
      topic,
      terms,
    })),
    collections: collections.map((collection) => createCollection(collection, known)),
    formerly: Object.fromEntries(
      written.flatMap(({ question, formerly }) => formerly.map((old) => [old, question.id])),
    ),
    decks: [],
  };
}

/** Planned questions are left out, and sections that are empty then; a section keeps the place of its first question. */
function createCollection(
  { id, title, about, entries }: CollectionSource,
  known: ReadonlySet<string>,
): Collection {
  const sections = new Map<string | undefined, string[]>();
  for (const { question, section } of entries) {
    if (known.has(question)) sections.set(section, [...(sections.get(section) ?? []), question]);
  }
  return {
    id,
    title,
    about,
    sections: [...sections].map(([section, questions]) => ({
      ...(section === undefined ? {} : { title: section }),
      questions,
    })),
  };
}

/** The files of `dist/bank`: name to text. `images` are those of a question's hover, by its id. */
export function formatBank(
  { bank, index }: Compiled,
  images: ReadonlyMap<string, readonly FormulaImage[]>,
): Map<string, string> {
  const known = new Set(index.questions.map(({ id }) => id));
  const files = new Map([['index.json', formatBankIndex(index)]]);
  for (const topic of index.topics) {
    const sources = index.questions.flatMap(
      ({ id }) =>
        bank.questions.find(({ question }) => question.id === id && question.topic === topic.id) ?? [],
    );
    const entries = sources.map(({ question: { id, related, checked }, body }) => ({
      meta: { id, related: related.filter((other) => known.has(other)), checked },
      body: unlinkPlanned(body, known),
    }));
    const formulas: TopicFormulas = Object.fromEntries(
      sources.flatMap(({ question: { id } }) => {
        const drawn = images.get(id);
        return drawn === undefined ? [] : [[id, drawn]];
      }),
    );
    files.set(`${topic.id}.md`, formatTopicFile(entries));
    files.set(`${topic.id}.formulas.json`, JSON.stringify(formulas));
  }
  return files;
}

/** A fenced block, a code span, or a link to an id. */
const codeOrLink = /^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1|`[^`\n]*`|\[([^[\]]*)\]\(([a-z0-9-]+)\)/gm;

/** A link to a question that is planned becomes its text, until the question is there. */
function unlinkPlanned(body: string, known: ReadonlySet<string>): string {
  return body.replace(codeOrLink, (found, _fence, text: string | undefined, id: string) =>
    text === undefined || known.has(id) ? found : text,
  );
}

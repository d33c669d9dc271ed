import type { Topic } from '../core/bank/question';
import type { Fault, ReportFault } from './fault';
import { readQuestion, type QuestionSource } from './readQuestion';
import { parseYaml, type YamlFile } from './yamlFile';

/** The bank's source files: path below the folder of questions to text. */
export type SourceFiles = ReadonlyMap<string, string>;

export interface PlannedQuestion {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly level: string;
  readonly terms: readonly string[];
  readonly line: number;
}

export interface CollectionSource {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly entries: readonly {
    readonly question: string;
    readonly section?: string;
    readonly line: number;
  }[];
}

/** The bank as it was written, each file read by itself. */
export interface BankSource {
  readonly topics: readonly Topic[];
  readonly questions: readonly QuestionSource[];
  readonly planned: readonly PlannedQuestion[];
  readonly collections: readonly CollectionSource[];
}

export function readBank(files: SourceFiles, faults: Fault[]): BankSource {
  const reportIn =
    (file: string): ReportFault =>
    (line, message) =>
      faults.push({ file, line, message });
  const topics = readTopics(files.get('topics.yaml'), reportIn('topics.yaml'));
  const questions: QuestionSource[] = [];
  const collections: CollectionSource[] = [];
  for (const [file, text] of files) {
    const report = reportIn(file);
    if (/^collections\/[^/]+\.yaml$/.test(file)) collections.push(...readCollection(file, text, report));
    else if (/^[^/]+\/[^/]+\.md$/.test(file)) {
      if (!topics.some(({ id }) => file.startsWith(`${id}/`))) {
        report(1, 'its folder is not a topic. Move it, or add the topic to topics.yaml.');
      }
      const question = readQuestion(file, text, report);
      if (question !== undefined) questions.push(question);
    }
  }
  const planned = readPlanned(files.get('planned.yaml') ?? '{}', reportIn('planned.yaml'));
  return { topics, questions, planned, collections };
}

function readTopics(text: string | undefined, report: ReportFault): Topic[] {
  const yaml = parseYaml(text ?? '', report);
  const value = yaml?.value;
  if (yaml === undefined || !Array.isArray(value) || value.length === 0) {
    report(1, 'there are no topics. Write a list of id, title and about.');
    return [];
  }
  return value.flatMap((item: unknown, number) => {
    const { id, title, about } = (item ?? {}) as Partial<Record<string, unknown>>;
    if (isText(id) && isText(title) && isText(about)) return [{ id, title, about }];
    report(yaml.lineOf([number]), 'a topic lacks id, title or about. Give all three.');
    return [];
  });
}

function readCollection(file: string, text: string, report: ReportFault): CollectionSource[] {
  const yaml = parseYaml(text, report);
  if (yaml === undefined) return [];
  const { title, about, questions } = (yaml.value ?? {}) as Partial<Record<string, unknown>>;
  if (!isText(title) || !isText(about) || !Array.isArray(questions)) {
    report(1, 'a collection needs title, about and a list of questions. Add what is missing.');
    return [];
  }
  const id = file.replace(/^collections\/|\.yaml$/g, '');
  return [{ file, id, title, about, entries: questions.flatMap(readEntry(yaml, report)) }];
}

/** `- question-id`, or `- { question: question-id, section: Its section }`. */
function readEntry({ lineOf }: YamlFile, report: ReportFault) {
  return (item: unknown, number: number): CollectionSource['entries'] => {
    const line = lineOf(['questions', number]);
    if (isText(item)) return [{ question: item, line }];
    const { question, section } = (item ?? {}) as Partial<Record<string, unknown>>;
    if (isText(question) && isText(section)) return [{ question, section, line }];
    report(line, 'this is neither an id nor a question with its section. Write one of the two.');
    return [];
  };
}

function readPlanned(text: string, report: ReportFault): PlannedQuestion[] {
  const yaml = parseYaml(text, report);
  if (yaml === undefined) return [];
  const topics = (yaml.value ?? {}) as Record<
    string,
    Record<string, Partial<Record<string, unknown>> | null>
  >;
  return Object.entries(topics).flatMap(([topic, questions]) =>
    Object.entries(questions).flatMap(([id, planned]) => {
      const line = yaml.lineOf([topic, id]);
      const { title, level, terms } = planned ?? {};
      if (isText(title) && isText(level) && Array.isArray(terms) && terms.every(isText)) {
        return [{ id, topic, title, level, terms, line }];
      }
      report(line, `the planned question "${id}" lacks title, level or terms. Give all three.`);
      return [];
    }),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

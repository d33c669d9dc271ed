import { LEVELS, type Level, type Topic } from '../core/bank/question';
import type { Fault, ReportFault } from './fault';
import { readQuestion, type QuestionSource } from './readQuestion';
import { parseYaml, type YamlFile } from './yamlFile';

/** The bank's source files: path below the folder of questions to text. */
export type SourceFiles = ReadonlyMap<string, string>;

export interface PlannedQuestion {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly level: Level;
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
  /** Ids of questions, written or planned, that a fault keeps from being read. To name them is no further fault. */
  readonly unread: readonly string[];
}

export function readBank(files: SourceFiles, faults: Fault[]): BankSource {
  const reportIn =
    (file: string): ReportFault =>
    (line, message) =>
      faults.push({ file, line, message });
  const topics = readTopics(files.get('topics.yaml'), reportIn('topics.yaml'));
  const isTopic = createTopicTest(topics, faults.length > 0);
  const questions: QuestionSource[] = [];
  const collections: CollectionSource[] = [];
  const unread: string[] = [];
  for (const [file, text] of files) {
    const report = reportIn(file);
    if (/^collections\/[^/]+\.yaml$/.test(file)) collections.push(...readCollection(file, text, report));
    else if (/^[^/]+\/[^/]+\.md$/.test(file)) {
      const [topic = '', name = ''] = file.split('/');
      if (!isTopic(topic)) {
        report(1, 'its folder is not a topic. Move it, or add the topic to topics.yaml.');
      }
      const question = readQuestion(file, text, report);
      if (question === undefined) unread.push(name.replace(/\.md$/, ''));
      else questions.push(question);
    } else if (file !== 'topics.yaml' && file !== 'planned.yaml') {
      report(1, 'nothing reads this file. Move it to <topic>/<id>.md or collections/<name>.yaml.');
    }
  }
  const planned = readPlanned(files.get('planned.yaml') ?? '{}', isTopic, reportIn('planned.yaml'));
  return { topics, questions, ...planned, collections, unread: [...unread, ...planned.unread] };
}

function readTopics(text: string | undefined, report: ReportFault): Topic[] {
  const yaml = parseYaml(text ?? '', report);
  if (yaml === undefined) return [];
  const { value, lineOf } = yaml;
  if (!Array.isArray(value) || value.length === 0) {
    report(1, 'there are no topics. Write a list of id, title and about.');
    return [];
  }
  const known = new Set<string>();
  return value.flatMap((item: unknown, number) => {
    const { id, title, about } = asFields(item) ?? {};
    if (!isText(id) || !isText(title) || !isText(about)) {
      report(lineOf([number]), 'a topic lacks id, title or about. Give all three.');
      return [];
    }
    if (known.has(id)) report(lineOf([number]), `the topic "${id}" is listed twice. Remove one.`);
    known.add(id);
    return [{ id, title, about }];
  });
}

/** Where the topics have a fault, any topic passes: its questions are not to blame. */
function createTopicTest(topics: readonly Topic[], isFaulty: boolean): (topic: string) => boolean {
  return (topic) => isFaulty || topics.some(({ id }) => id === topic);
}

function readCollection(file: string, text: string, report: ReportFault): CollectionSource[] {
  const yaml = parseYaml(text, report);
  if (yaml === undefined) return [];
  const { title, about, questions } = asFields(yaml.value) ?? {};
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
    const { question, section } = asFields(item) ?? {};
    if (isText(question) && isText(section)) return [{ question, section, line }];
    report(line, 'this is neither an id nor a question with its section. Write one of the two.');
    return [];
  };
}

/** `topic: { question-id: { title, level, terms }, … }`; a topic whose questions are all written has none. */
function readPlanned(
  text: string,
  isTopic: (id: string) => boolean,
  report: ReportFault,
): Pick<BankSource, 'planned' | 'unread'> {
  const planned: PlannedQuestion[] = [];
  const unread: string[] = [];
  const yaml = parseYaml(text, report);
  if (yaml === undefined) unread.push(...[...text.matchAll(/^ +([a-z0-9-]+):/gm)].map(([, id = '']) => id));
  for (const [topic, value] of Object.entries(asFields(yaml?.value) ?? {})) {
    const line = yaml?.lineOf([topic]) ?? 1;
    if (!isTopic(topic)) report(line, `"${topic}" is not a topic. Mend it, or add the topic to topics.yaml.`);
    const questions = asFields(value ?? {});
    if (questions === undefined)
      report(line, `"${topic}" holds no questions. Write them as id: { title, level, terms }.`);
    for (const [id, fields] of Object.entries(questions ?? {})) {
      const at = yaml?.lineOf([topic, id]) ?? line;
      const { title, level, terms } = asFields(fields) ?? {};
      const known = LEVELS.find((each) => each === level);
      if (isText(title) && known !== undefined && Array.isArray(terms) && terms.every(isText)) {
        planned.push({ id, topic, title, level: known, terms, line: at });
      } else {
        report(at, `"${id}" needs a title, a level (${LEVELS.join(', ')}) and a list of terms. Mend it.`);
        unread.push(id);
      }
    }
  }
  return { planned, unread };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function asFields(value: unknown): Partial<Record<string, unknown>> | undefined {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isFields ? value : undefined;
}

import { parseQuestion, type QuestionMeta } from '../core/bank/parseQuestion';
import { LEVELS, type BankQuestion } from '../core/bank/question';
import type { ReportFault } from './fault';
import { parseYaml, type YamlFile } from './yamlFile';

/** A question's file, read: its front matter checked, its body not yet. */
export interface QuestionSource {
  readonly file: string;
  readonly question: BankQuestion;
  readonly formerly: readonly string[];
  /** Below the front matter. */
  readonly body: string;
  /** The line, from 1, of the body's first line. */
  readonly bodyLine: number;
  lineOf(path: readonly (string | number)[]): number;
}

const fields = ['title', 'level', 'terms', 'related', 'checked', 'formerly'];

/** Reads `<topic>/<id>.md`; `undefined` when its front matter is too broken to go on with. */
export function readQuestion(file: string, text: string, report: ReportFault): QuestionSource | undefined {
  const [topic = '', name = ''] = file.split('/');
  const id = name.replace(/\.md$/, '');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    report(1, `"${id}" can't be an id. Name the file with a–z, 0–9 and single hyphens.`);
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    report(1, 'there is no front matter. Start the file with "---", the fields, and "---".');
    return undefined;
  }
  const yaml = parseYaml(lines.slice(1, end).join('\n'), report, 2);
  const front = yaml && checkFront(yaml, report);
  if (yaml === undefined || front === undefined) return undefined;
  const body = lines.slice(end + 1).join('\n');
  const { formerly, ...meta } = front;
  return {
    file,
    question: parseQuestion({ id, topic, ...meta }, body),
    formerly,
    body,
    bodyLine: end + 2,
    lineOf: yaml.lineOf,
  };
}

type Front = Omit<QuestionMeta, 'id' | 'topic'> & { readonly formerly: readonly string[] };

function checkFront({ value, lineOf }: YamlFile, report: ReportFault): Front | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(2, 'the front matter has no fields. Give title, level, terms, related and checked.');
    return undefined;
  }
  const front = value as Record<string, unknown>;
  for (const key of Object.keys(front)) {
    if (!fields.includes(key)) report(lineOf([key]), `"${key}" is not a field. Use ${fields.join(', ')}.`);
  }
  const { title, level, checked } = front;
  const isTitle = typeof title === 'string' && title.trim() !== '';
  if (!isTitle) report(lineOf(['title']), 'there is no title. Write the question as an interviewer says it.');
  const known = LEVELS.find((each) => each === level);
  if (known === undefined)
    report(lineOf(['level']), `the level is none of ${LEVELS.join(', ')}. Use one of these.`);
  const lists = ['terms', 'related', 'formerly'].map((key) => checkList(front, key, lineOf, report));
  const [terms, related, formerly] = lists;
  if (!isDay(checked))
    report(lineOf(['checked']), '"checked" is no day. Write the day of the last check as YYYY-MM-DD.');
  if (!isTitle || known === undefined || !terms || !related || !formerly || !isDay(checked)) return undefined;
  return { title, level: known, terms, related, formerly, checked };
}

/** `2026-02-28`, but not `2026-02-30`, which a Date takes for a day in March. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(value);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function checkList(
  front: Record<string, unknown>,
  key: string,
  lineOf: YamlFile['lineOf'],
  report: ReportFault,
): string[] | undefined {
  const value = front[key] ?? (key === 'formerly' ? [] : undefined);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '')) {
    return value as string[];
  }
  report(
    lineOf([key]),
    `"${key}" is no list of texts. Write ${key}: [one, two]; quote what YAML reads otherwise.`,
  );
  return undefined;
}

import { splitAnswer } from './answer';
import type { AnswerList } from './answerLists';
import type { ScannedFile } from './candidate';
import type { AnswerParts, ReadQuestion, SkippedBlock } from './deck';
import { splitRow } from './shapes/row';
import { plainTitle } from './title';
import { isAnswerKeyTitle, isPlaceholder } from './wording';

/** What a key says of one question: the letter, and why where it says so. */
interface KeyEntry {
  readonly letter: string;
  readonly why: string;
}

/**
 * Many tests have the answers at their end: `1. **B** — because …`, `| 1 | B |`. Choices that have no right one yet get it
 * from there, by the number of the question.
 */
export function applyAnswerKey(
  questions: readonly ReadQuestion[],
  { lines, answerLists }: Pick<ScannedFile, 'lines' | 'answerLists'>,
  skipped: readonly SkippedBlock[],
): readonly ReadQuestion[] {
  const told = applyAnswerList(applyAnswerLists(questions, answerLists), lines, skipped);
  return told.filter(isOpen).length < 2 ? told : applyLetters(told, lines, skipped);
}

function applyLetters(
  questions: readonly ReadQuestion[],
  lines: ScannedFile['lines'],
  skipped: readonly SkippedBlock[],
): readonly ReadQuestion[] {
  const key = new Map<number, KeyEntry>();
  const first = questions[0]?.place.line ?? 0;
  for (const { line, endLine } of skipped) {
    for (let at = Math.max(line, first); at <= endLine; at++) readKeyLine(lines[at - 1]?.text ?? '', key);
  }
  if (key.size < 2) return questions;
  return questions.map((question, at) => {
    const entry = isOpen(question) ? key.get(question.number ?? at + 1) : undefined;
    return entry === undefined ? question : answerWith(question, entry);
  });
}

function isOpen({ parts }: ReadQuestion): boolean {
  return parts.options !== undefined && !parts.options.some(({ isRight }) => isRight);
}

const keyLine =
  /^\W*(?:q(?:uestion)?\s*)?(\d{1,4})\s*[.):\-–—]*\s*\W{0,4}([A-H])(?![\p{L}\p{N}])\W{0,8}(.*)$/iu;

function readKeyLine(line: string, key: Map<number, KeyEntry>): void {
  const text = line.slice(0, 1000);
  const cells = text.includes('|') ? splitRow(text) : [];
  const fromCells = /^\W*q?\d{1,4}\W*$/i.test(cells[0] ?? '') && /^\W*[A-H]\W*$/i.test(cells[1] ?? '');
  const [, number, letter, why = ''] = keyLine.exec(fromCells ? `${cells[0]}. ${cells[1]}` : text) ?? [];
  if (number !== undefined && letter !== undefined && !key.has(Number(number))) {
    key.set(Number(number), { letter: letter.toUpperCase(), why });
  }
}

function answerWith(question: ReadQuestion, { letter, why }: KeyEntry): ReadQuestion {
  const options = question.parts.options?.map((option) => ({ ...option, isRight: option.letter === letter }));
  const right = options?.find(({ isRight }) => isRight);
  if (options === undefined || right === undefined) return question;
  const parts = { ...question.parts, options };
  return { ...question, parts: parts.isUnanswered === true ? answered(parts, splitAnswer(why)) : parts };
}

function answered(
  { isUnanswered, ...parts }: AnswerParts,
  answer: Pick<AnswerParts, 'shortAnswer' | 'sections'>,
): AnswerParts {
  return isUnanswered === true ? { ...parts, ...answer } : parts;
}

/** Each list answers the questions that were found to be its own. */
function applyAnswerLists(
  questions: readonly ReadQuestion[],
  lists: readonly AnswerList[],
): readonly ReadQuestion[] {
  if (lists.length === 0) return questions;
  const answers = new Map(lists.flatMap((list) => [...list.answers]));
  return questions.map((question) => {
    const text = answers.get(question.place.line - 1) ?? '';
    const [, letter, why = ''] =
      (isOpen(question) && /^\W{0,4}([A-H])(?![\p{L}\p{N}])\W{0,8}(.*)$/isu.exec(text)) || [];
    if (letter !== undefined) return answerWith(question, { letter: letter.toUpperCase(), why });
    if (!isBare(question) || isPlaceholder(text)) return question;
    return { ...question, parts: answered(question.parts, splitAnswer(text)) };
  });
}

function isBare({ parts }: ReadQuestion): boolean {
  return parts.isUnanswered === true && parts.options === undefined;
}

/** A numbered list under a heading such as `Answers`, with an answer for most of the questions that have none. */
function applyAnswerList(
  questions: readonly ReadQuestion[],
  lines: ScannedFile['lines'],
  skipped: readonly SkippedBlock[],
): readonly ReadQuestion[] {
  const bare = questions.filter(isBare);
  const first = questions[0]?.place.line ?? 0;
  const at = lines.findIndex(
    ({ kind, text }, line) =>
      line >= first && kind === 'heading' && isAnswerKeyTitle(plainTitle(text.replace(/^[#\s]+/, ''))),
  );
  if (at < 0 || bare.length < 2) return questions;
  const answers = readNumbered(lines, at + 1, skipped);
  const found = bare.filter(({ number }) => number !== undefined && answers.has(number));
  if (found.length < 0.6 * bare.length) return questions;
  return questions.map((question) => {
    const text = isBare(question) && question.number !== undefined ? answers.get(question.number) : undefined;
    if (text === undefined || isPlaceholder(text)) return question;
    return { ...question, parts: answered(question.parts, splitAnswer(text)) };
  });
}

/** What stands under each number from a line on, up to the next heading; only of what was passed over. */
function readNumbered(
  lines: ScannedFile['lines'],
  from: number,
  skipped: readonly SkippedBlock[],
): Map<number, string> {
  const answers = new Map<number, string>();
  let number: number | undefined;
  for (let at = from; at < lines.length && lines[at]?.kind !== 'heading'; at++) {
    const { text = '' } = lines[at] ?? {};
    const [, digits, rest = ''] =
      /^\s*(?:\*\*)?(\d{1,4})[.)](?:\*\*)?[ \t]+(.*)$/.exec(text.slice(0, 2000)) ?? [];
    if (digits !== undefined) {
      number = Number(digits);
      answers.set(number, rest);
    } else if (number !== undefined)
      answers.set(number, `${answers.get(number) ?? ''}\n${text.trim()}`.trim());
  }
  const isPassedOver =
    skipped.some(({ line, endLine }) => line <= from + 1 && endLine >= from + 1) ||
    skipped.some(({ line }) => line > from);
  return isPassedOver ? answers : new Map<number, string>();
}

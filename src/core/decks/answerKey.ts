import { splitAnswer } from './answer';
import type { ScannedFile } from './candidate';
import type { ReadQuestion, SkippedBlock } from './deck';
import { splitRow } from './shapes/row';

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
  { lines }: ScannedFile,
  skipped: readonly SkippedBlock[],
): readonly ReadQuestion[] {
  const open = questions.filter(isOpen);
  if (open.length < 2) return questions;
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
  const { isUnanswered, ...parts } = question.parts;
  const told = [`**${right.letter}.** ${right.text}`, why].filter((text) => text !== '').join('\n\n');
  return { ...question, parts: { ...parts, options, ...(isUnanswered === true ? splitAnswer(told) : {}) } };
}

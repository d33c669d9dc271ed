import type { Option } from '../bank/question';
import { plainTitle } from './title';

/** The choices of a multiple choice, and what is left of the text without them. */
export interface ReadOptions {
  readonly options: readonly Option[];
  /** The lines above the choices: code that the question is about, say. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Choice {
  readonly letter: string;
  readonly text: string;
  readonly isRight: boolean;
  readonly isTask: boolean;
}

const lettered =
  /^\s*(?:[-*+][ \t]+)?(?:\*\*|__)?[([]?([A-Ha-h])(?:[.)\]:]|\*\*[.):]?|[ \t]*[-–][ \t])(?:\*\*|__)?:?[ \t]*(?=\S)(.*)$/;
const task = /^\s*(?:[-*+]|\d{1,2}[.)])[ \t]+\[([ xX✓✔])\][ \t]+(\S.*)$/;
const rightMark = /[✅✔☑]|\((?:correct|right)(?: answer)?\)|<-+\s*correct/iu;

/** Finds two or more choices in order, `A` first; `undefined` where the text is no multiple choice. */
export function readOptions(lines: readonly string[]): ReadOptions | undefined {
  const start = lines.findIndex((line, at) => isFirst(line) && hasSecond(lines, at));
  if (start < 0) return undefined;
  const choices: Choice[] = [];
  let at = start;
  for (let blanks = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const choice = parseChoice(line, choices.length);
    if (choice !== undefined) choices.push(choice);
    else if (line.trim() === '' && blanks < 2) {
      blanks++;
      continue;
    } else if (/^(?:[ \t]{2,}|\t)\S/.test(line) && blanks === 0 && !/^\s*[<`#]/.test(line)) {
      const last = choices.pop();
      if (last !== undefined) choices.push({ ...last, text: `${last.text} ${line.trim()}` });
    } else break;
    blanks = 0;
  }
  const after = lines.slice(at);
  const right = choices.some(({ isRight }) => isRight) ? undefined : findRight(after, choices);
  return {
    options: choices.map(({ letter, text, isRight }) => ({
      letter,
      text: text.trim(),
      isRight: isRight || letter === right,
    })),
    before: lines.slice(0, start),
    after,
  };
}

function isFirst(line: string): boolean {
  return task.test(line) || /^a$/i.test(lettered.exec(line.slice(0, 1000))?.[1] ?? '');
}

/** A letter alone may begin a sentence: there must be a `B`. */
function hasSecond(lines: readonly string[], first: number): boolean {
  const isTask = task.test(lines[first] ?? '');
  for (let at = first + 1; at < Math.min(lines.length, first + 12); at++) {
    const line = lines[at] ?? '';
    if (isTask ? task.test(line) : /^b$/i.test(lettered.exec(line.slice(0, 1000))?.[1] ?? '')) return true;
    if (/^\s*(?:#|<details|<\/)/i.test(line)) return false;
  }
  return false;
}

function parseChoice(line: string, count: number): Choice | undefined {
  const expected = String.fromCharCode(65 + count);
  const [, box, taskText] = task.exec(line.slice(0, 2000)) ?? [];
  if (box !== undefined) {
    const [, , inner] = lettered.exec(taskText ?? '') ?? [];
    return { letter: expected, text: inner ?? taskText ?? '', isRight: box !== ' ', isTask: true };
  }
  const [, letter, text = ''] = lettered.exec(line.slice(0, 2000)) ?? [];
  if (letter?.toUpperCase() !== expected) return undefined;
  const isRight = rightMark.test(text);
  return {
    letter: expected,
    text: isRight ? text.replace(rightMark, '').trim() : text.replace(/\*\*$/, ''),
    isRight,
    isTask: false,
  };
}

const answerLetter =
  /(?:answers?|ans|correct(?: (?:answer|option|choice))?|solution|right(?: answer)?|答案|ответ|respuesta)(?: is| option)?\W{0,12}(?:option )?\(?\b([A-H])\b/i;

/** The letter that the answer names, or whose text it repeats. */
function findRight(after: readonly string[], choices: readonly Choice[]): string | undefined {
  const text = after.slice(0, 40).join('\n').slice(0, 4000);
  const named = answerLetter
    .exec(plainTitle(text.slice(0, 600).replace(/^\s*#+/gm, ' ')))?.[1]
    ?.toUpperCase();
  if (named !== undefined && choices.some(({ letter }) => letter === named)) return named;
  const alone = /^\W{0,6}(?:<[^<>]*>\W*)*([A-H])(?:\W|$)/i.exec(text.trim())?.[1]?.toUpperCase();
  return choices.some(({ letter }) => letter === alone) ? alone : undefined;
}

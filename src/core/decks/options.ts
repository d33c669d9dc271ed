import { parseLines } from '../bank/markdown';
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
}

const lettered =
  /^\s*(?:[-*+][ \t]+)?(?:\*\*|__)?[([]?([A-Ha-h])(?:[.)\]:]|[ \t]*[-–][ \t])(?:\*\*|__)?:?[ \t]*(?=\S)(.*)$/;
const task = /^\s*(?:[-*+]|\d{1,2}[.)])[ \t]+\\?\[([ xX✓✔])\\?\](?:[ \t]+(.*))?$/;
const rightMark = /[✅✔☑✓]\uFE0F?|\((?:correct|right)(?: answer)?\)|<-+\s*correct/iu;

/**
 * Finds two or more choices in order, `A` first; `undefined` where the text is no multiple choice. Where nothing tells the
 * right one, the title must ask to choose and `isEmpty` hold of what follows.
 */
export function readOptions(
  lines: readonly string[],
  title = '',
  isEmpty: (after: readonly string[]) => boolean = isBlank,
): ReadOptions | undefined {
  if (!lines.some(mayBeChoice)) return undefined;
  const isCode = parseLines(lines.join('\n')).map((line) => line.isCode);
  const start = lines.findIndex((line, at) => isCode[at] === false && isFirst(line) && hasSecond(lines, at));
  if (start < 0 || lines.slice(0, start).some((line, at) => isCode[at] === false && isOther(line)))
    return undefined;
  const { choices, end } = takeChoices(lines, start);
  if (choices.length < 2) return undefined;
  // Parts of a question are lettered, too.
  if (choices.filter(({ text }) => /[?？]\s*$/.test(text)).length >= 0.5 * choices.length) return undefined;
  const [before, after] = [lines.slice(0, start), lines.slice(end)];
  const right = choices.some(({ isRight }) => isRight) ? '' : findRight(after, choices);
  const isTold = right !== '' || task.test(lines[start] ?? '') || choices.some(({ isRight }) => isRight);
  if (!isTold && !(isChoice(title, before) && (isEmpty(after) || isLabelled(after)))) return undefined;
  return {
    options: choices.map(({ letter, text, isRight }) => ({
      letter,
      text: text.trim(),
      isRight: isRight || right.includes(letter),
    })),
    before,
    after,
  };
}

/** What follows explains the choice. */
function isLabelled(after: readonly string[]): boolean {
  const first = after.find((line) => line.trim() !== '') ?? '';
  return /^\W*(?:explanation|reason|rationale|why|answers?|correct)\b/i.test(first.replace(/<[^<>]*>/g, ''));
}

/** Cheap, and true of every choice. */
function mayBeChoice(line: string): boolean {
  return /^\s*(?:(?:[-*+]|\d{1,2}[.)])[ \t]+)?(?:\*\*|__)?(?:[([]?[Aa][.)\]: \t]|\\?\[)/.test(line);
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '');
}

/** Above the choices there is no other part of an answer. */
function isOther(line: string): boolean {
  return /^\s*(?:#{1,6}\s(?!options?\b|choices\b)|>(?!\s*https?:)|<details|\*\*(?:answer|explanation))/i.test(
    line,
  );
}

/** Nothing tells the right one: is it a choice at all? A list of points may have letters, too. */
function isChoice(title: string, before: readonly string[]): boolean {
  if (/^(?:name|list|give|explain|describe|how|why|define)\b/i.test(title)) return false;
  const isIntroduced = before.some((line) => /[:：]\s*$/.test(line));
  const asksToChoose =
    /\bwhich\b|\bwhat\b|true or false|choose|select|following|[:：]$|_{2,}|^(?:is|are|does|do|can)\b|哪/i.test(
      title,
    );
  return asksToChoose && !isIntroduced;
}

function takeChoices(lines: readonly string[], start: number): { choices: Choice[]; end: number } {
  const choices: Choice[] = [];
  let end = start;
  let isCode = false;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const last = choices.at(-1);
    const isFence = /^\s*(?:```|~~~)/.test(line);
    const found = isCode ? [] : parseChoices(line, choices.length);
    if (found.length > 0) choices.push(...found);
    else if (last !== undefined && (isCode || (isFence && last.text.trim() === ''))) {
      choices[choices.length - 1] = { ...last, text: `${last.text}\n${line}` };
      if (isFence) isCode = !isCode;
    } else if (line.trim() === '') continue;
    else if (last !== undefined && at === end && /^(?:[ \t]{2,}|\t)[^\s<`#]/.test(line)) {
      choices[choices.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    } else break;
    end = at + 1;
  }
  return { choices, end };
}

function isFirst(line: string): boolean {
  return task.test(line) || /^a$/i.test(lettered.exec(line.slice(0, 1000))?.[1] ?? '');
}

/** A letter alone may begin a sentence: there must be a `B`. */
function hasSecond(lines: readonly string[], first: number): boolean {
  const isTask = task.test(lines[first] ?? '');
  if (!isTask && parseChoices(lines[first] ?? '', 0).length > 1) return true;
  for (let at = first + 1; at < Math.min(lines.length, first + 16); at++) {
    const line = lines[at] ?? '';
    if (isTask ? task.test(line) : /^b$/i.test(lettered.exec(line.slice(0, 1000))?.[1] ?? '')) return true;
    if (/^\s*(?:#|<details|<\/)/i.test(line)) return false;
  }
  return false;
}

/** One choice, or several in one line: `A: x  B: y`. */
function parseChoices(line: string, count: number): Choice[] {
  const letterAt = (at: number) => String.fromCharCode(65 + count + at);
  const boxed = task.exec(line.slice(0, 2000));
  if (boxed !== null) {
    const text = boxed[2] ?? '';
    return [{ letter: letterAt(0), text: lettered.exec(text)?.[2] ?? text, isRight: boxed[1] !== ' ' }];
  }
  const [, letter, text = ''] = lettered.exec(line.slice(0, 2000)) ?? [];
  if (letter?.toUpperCase() !== letterAt(0)) return [];
  const pieces = text.split(/[ \t]{2,}(?=[B-H][.):][ \t])|[ \t]+(?=\([B-Hb-h]\)[ \t])/);
  return pieces.map((piece, at) =>
    createChoice(letterAt(at), at === 0 ? piece : piece.replace(/^\(?[A-H][.):]/i, '')),
  );
}

function createChoice(letter: string, text: string): Choice {
  const isRight = rightMark.test(text);
  const plain = isRight ? text.replace(rightMark, '').trim() : text;
  const isHalfBold = plain.split('**').length % 2 === 0;
  return { letter, text: isHalfBold ? plain.replace(/\*\*\s*$/, '') : plain, isRight };
}

const answerLetter =
  /(?:answers?|ans|correct(?: (?:answers?|options?|choices?))?|solution|right(?: answer)?|答案|ответ|respuesta|đáp án|उत्तर|antwort|réponse)(?: is| are| option)?[^\p{L}\p{N}]{0,14}(?:options? )?[([]?([A-H](?:(?:[ \t]*(?:,|&|\/|and)?[ \t]*|[)\]][ \t]*(?:,|;|&|\/|and)[ \t]*[([]?)[A-H]){0,7})(?![\p{L}\p{N}])/iu;

/** The letters that the answer names, or of the one choice that is in bold; empty where there is none. */
function findRight(after: readonly string[], choices: readonly Choice[]): string {
  const text = after
    .slice(0, 40)
    .join('\n')
    .slice(0, 4000)
    .replace(/<[^<>]*>/g, ' ');
  const known = (letters: string | undefined) => {
    const found = (letters ?? '').toUpperCase().replace(/AND/g, '').match(/[A-H]/g) ?? [];
    return found.every((letter) => choices.some((choice) => choice.letter === letter)) ? found.join('') : '';
  };
  const named = known(answerLetter.exec(plainTitle(text.slice(0, 600).replace(/^\s*#+/gm, ' ')))?.[1]);
  if (named !== '') return named;
  const alone = known(/^[^\p{L}\p{N}]{0,6}([A-H])(?:[^\p{L}\p{N}\s]|\s*$)/iu.exec(text.trim())?.[1]);
  if (alone !== '') return alone;
  const bold = choices.filter((choice) => /^\*\*.+\*\*$|^__.+__$/.test(choice.text.trim()));
  return bold.length === 1 ? (bold[0]?.letter ?? '') : '';
}

import type { Grade } from '../schedule/session';
import type { EventHead, StudyEvent } from './event';
import { INSTANT_LENGTH, instantAt } from './instant';

/** A place in a text that moves on as the text is read. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Reads the review whose line starts at the cursor, and moves the cursor behind the line. `undefined` where there is
 * none, or one that is written in another way: the cursor is anywhere then.
 *
 * Nearly all of a log is reviews as this version writes them, and reading those without `JSON.parse` is what keeps the
 * loading of a long log near the cost of parsing it. It says yes only where the parser of all lines would, to the same event.
 */
export function scanReview(cursor: Cursor): StudyEvent | undefined {
  const head = scanHead(cursor);
  if (head === undefined || !pass(cursor, '","type":"reviewed","question":"')) return undefined;
  const question = scanQuestion(cursor);
  if (question === undefined || !pass(cursor, '","grade":"')) return undefined;
  const grade = scanGrade(cursor);
  if (grade === undefined || !pass(cursor, '","shownSeconds":')) return undefined;
  const shownSeconds = scanNumber(cursor, 9);
  if (!isSeconds(shownSeconds) || !pass(cursor, ',"thinkingSeconds":')) return undefined;
  const thinkingSeconds = scanNumber(cursor, 9);
  if (!isSeconds(thinkingSeconds) || !pass(cursor, ',"ticked":[')) return undefined;
  const ticked = scanTicked(cursor);
  if (ticked === undefined || !pass(cursor, '],"keyPoints":')) return undefined;
  const keyPoints = scanNumber(cursor, 0);
  if (keyPoints < 0 || keyPoints > 1000 || (ticked.at(-1) ?? -1) >= keyPoints) return undefined;
  const isPractice = pass(cursor, ',"practice":true');
  if (!passEnd(cursor)) return undefined;
  const { id, at, batch } = head;
  // One literal, not spread together: this is done for each review of a log.
  if (batch === undefined && !isPractice) {
    return {
      v: 1,
      id,
      at,
      type: 'reviewed',
      question,
      grade,
      shownSeconds,
      thinkingSeconds,
      ticked,
      keyPoints,
    };
  }
  const review = {
    ...head,
    type: 'reviewed',
    question,
    grade,
    shownSeconds,
    thinkingSeconds,
    ticked,
    keyPoints,
  } as const;
  return isPractice ? { ...review, practice: true } : review;
}

function scanHead(cursor: Cursor): EventHead | undefined {
  if (!pass(cursor, '{"v":1,"id":"')) return undefined;
  const id = scanId(cursor);
  if (id === undefined || !pass(cursor, '","at":"') || instantAt(cursor.text, cursor.at) < 0)
    return undefined;
  const at = cursor.text.slice(cursor.at, cursor.at + INSTANT_LENGTH);
  cursor.at += INSTANT_LENGTH;
  if (!pass(cursor, '","batch":"')) return { v: 1, id, at };
  const batch = scanId(cursor);
  return batch === undefined ? undefined : { v: 1, id, at, batch };
}

/** Steps over what must stand here. */
function pass(cursor: Cursor, literal: string): boolean {
  if (!cursor.text.startsWith(literal, cursor.at)) return false;
  cursor.at += literal.length;
  return true;
}

function passEnd(cursor: Cursor): boolean {
  if (pass(cursor, '}\n') || pass(cursor, '}\r\n')) return true;
  return cursor.at === cursor.text.length - 1 && pass(cursor, '}');
}

function scanId(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  while (isIdCharacter(text.charCodeAt(cursor.at))) cursor.at++;
  const length = cursor.at - at;
  return length >= 8 && length <= 64 ? text.slice(at, cursor.at) : undefined;
}

function scanQuestion(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  while (isPlain(text.charCodeAt(cursor.at))) cursor.at++;
  const length = cursor.at - at;
  return length > 0 && length <= 500 ? text.slice(at, cursor.at) : undefined;
}

const grades: readonly Grade[] = ['good', 'again', 'hard', 'easy'];

function scanGrade(cursor: Cursor): Grade | undefined {
  for (const grade of grades) if (pass(cursor, grade)) return grade;
  return undefined;
}

const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Up to five digits, and nine behind a point: so few that the division rounds as `JSON.parse` does. Else -1. */
function scanNumber(cursor: Cursor, mostDecimals: number): number {
  const { text, at } = cursor;
  let value = 0;
  while (isDigit(text.charCodeAt(cursor.at))) value = value * 10 + text.charCodeAt(cursor.at++) - mark.zero;
  const digits = cursor.at - at;
  if (digits === 0 || digits > 5 || (digits > 1 && text.charCodeAt(at) === mark.zero)) return -1;
  if (mostDecimals === 0 || text.charCodeAt(cursor.at) !== mark.point) return value;
  const point = cursor.at++;
  while (isDigit(text.charCodeAt(cursor.at))) value = value * 10 + text.charCodeAt(cursor.at++) - mark.zero;
  const decimals = cursor.at - point - 1;
  return decimals === 0 || decimals > mostDecimals ? -1 : value / (powers[decimals] ?? 1);
}

/** Numbers that rise, up to where their list ends; `undefined` for anything else. */
function scanTicked(cursor: Cursor): readonly number[] | undefined {
  const ticked: number[] = [];
  if (cursor.text.charCodeAt(cursor.at) === mark.bracket) return ticked;
  for (let last = -1; ; cursor.at++) {
    const number = scanNumber(cursor, 0);
    if (number <= last) return undefined;
    ticked.push(number);
    last = number;
    if (cursor.text.charCodeAt(cursor.at) !== mark.comma) return ticked;
  }
}

const mark = {
  zero: 48,
  nine: 57,
  a: 97,
  z: 122,
  dash: 45,
  point: 46,
  comma: 44,
  quote: 34,
  backslash: 92,
  bracket: 93,
};

const isDigit = (code: number) => code >= mark.zero && code <= mark.nine;
const isIdCharacter = (code: number) =>
  (code >= mark.a && code <= mark.z) || isDigit(code) || code === mark.dash;
/** What stands for itself within a JSON string, and may stand in a question's id. */
const isPlain = (code: number) =>
  code >= 32 && code !== mark.quote && code !== mark.backslash && code !== 127;
const isSeconds = (value: number) => value >= 0 && value <= 86_400;

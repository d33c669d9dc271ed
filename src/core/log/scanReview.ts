import type { Grade } from '../schedule/session';
import type { StudyEvent } from './event';
import { INSTANT_LENGTH, instantAt } from './instant';
import type { NameTable } from './nameTable';
import type { ReviewState } from './studyState';

/**
 * Reads the lines of reviews as this version writes them, without `JSON.parse` and without an object per line:
 * nearly all of a log is such lines, and this keeps the loading of a long log near the cost of parsing it. One scan
 * serves for a whole text; its fields are those of the review that was read last.
 */
export interface ReviewScan {
  readonly text: string;
  /** Where to read; after a review, where the next line starts. */
  at: number;
  id: string;
  /** Where the time stands in the text, and what it is in milliseconds since 1970. */
  timeStart: number;
  time: number;
  batch: string | undefined;
  question: string;
  /** One string for each question, whatever text it is read from. */
  readonly names: NameTable;
  grade: Grade;
  shownSeconds: number;
  thinkingSeconds: number;
  /** Where the numbers of the ticked key points start, and how many there are. */
  tickedStart: number;
  ticked: number;
  keyPoints: number;
  practice: boolean;
}

export function createReviewScan(text: string, names: NameTable): ReviewScan {
  const nothing = { id: '', timeStart: 0, time: 0, batch: undefined, question: '', names };
  const numbers = { shownSeconds: 0, thinkingSeconds: 0, tickedStart: 0, ticked: 0, keyPoints: 0 };
  return { text, at: 0, ...nothing, grade: 'again', ...numbers, practice: false };
}

/**
 * Tells whether a review's line starts at `at`, and reads it. It says yes only where the parser of all lines would
 * find the same event; for a review that is written in another way it says no.
 */
export function scanReview(scan: ReviewScan): boolean {
  return (
    pass(scan, '{"v":1,"id":"') &&
    scanId(scan) &&
    pass(scan, '","at":"') &&
    scanTime(scan) &&
    scanBatch(scan) &&
    pass(scan, '","type":"reviewed","question":"') &&
    scanQuestion(scan) &&
    pass(scan, '","grade":"') &&
    scanGrade(scan) &&
    pass(scan, '","shownSeconds":') &&
    isSeconds((scan.shownSeconds = scanNumber(scan, 9))) &&
    pass(scan, ',"thinkingSeconds":') &&
    isSeconds((scan.thinkingSeconds = scanNumber(scan, 9))) &&
    pass(scan, ',"ticked":[') &&
    scanTickedAndKeyPoints(scan) &&
    scanEnd(scan)
  );
}

/** The event that was scanned. */
export function scannedEvent(scan: ReviewScan): StudyEvent {
  const { text, id, timeStart, batch, question, grade, shownSeconds, thinkingSeconds, keyPoints } = scan;
  const at = text.slice(timeStart, timeStart + INSTANT_LENGTH);
  const numbers = text.slice(scan.tickedStart, text.indexOf(']', scan.tickedStart));
  const ticked = scan.ticked === 0 ? [] : numbers.split(',').map(Number);
  return {
    v: 1,
    id,
    at,
    ...(batch === undefined ? {} : { batch }),
    type: 'reviewed',
    question,
    grade,
    shownSeconds,
    thinkingSeconds,
    ticked,
    keyPoints,
    ...(scan.practice ? { practice: true } : {}),
  };
}

/** What the state keeps of the event that was scanned. */
export function scannedReview(scan: ReviewScan): ReviewState {
  return {
    event: scan.id,
    at: scan.time,
    grade: scan.grade,
    shownSeconds: scan.shownSeconds,
    thinkingSeconds: scan.thinkingSeconds,
    ticked: scan.ticked,
    keyPoints: scan.keyPoints,
    practice: scan.practice,
  };
}

/** Steps over what must stand here. */
function pass(scan: ReviewScan, literal: string): boolean {
  if (!scan.text.startsWith(literal, scan.at)) return false;
  scan.at += literal.length;
  return true;
}

function scanId(scan: ReviewScan): boolean {
  const end = endOfId(scan);
  if (end === -1) return false;
  scan.id = scan.text.slice(scan.at, end);
  scan.at = end;
  return true;
}

function scanTime(scan: ReviewScan): boolean {
  scan.timeStart = scan.at;
  scan.time = instantAt(scan.text, scan.at);
  scan.at += INSTANT_LENGTH;
  return scan.time >= 0;
}

function scanBatch(scan: ReviewScan): boolean {
  scan.batch = undefined;
  if (!pass(scan, '","batch":"')) return true;
  const end = endOfId(scan);
  if (end === -1) return false;
  scan.batch = scan.text.slice(scan.at, end);
  scan.at = end;
  return true;
}

/** -1 where no id stands. */
function endOfId({ text, at }: ReviewScan): number {
  let end = at;
  while (isIdCharacter(text.charCodeAt(end))) end++;
  return end - at >= 8 && end - at <= 64 ? end : -1;
}

function scanQuestion(scan: ReviewScan): boolean {
  const { text, at } = scan;
  let end = at;
  let hash = 0;
  for (let code = text.charCodeAt(end); isPlain(code); code = text.charCodeAt(++end)) {
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  if (end === at || end - at > 500) return false;
  scan.question = scan.names.find(text, at, end, hash);
  scan.at = end;
  return true;
}

const grades: readonly Grade[] = ['good', 'again', 'hard', 'easy'];

function scanGrade(scan: ReviewScan): boolean {
  for (const grade of grades) {
    if (!pass(scan, grade)) continue;
    scan.grade = grade;
    return true;
  }
  return false;
}

const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Up to five digits, and nine behind a point: so few that the division rounds as `JSON.parse` does. Else -1. */
function scanNumber(scan: ReviewScan, mostDecimals: number): number {
  const { text, at: start } = scan;
  let at = start;
  let value = 0;
  while (isDigit(text.charCodeAt(at))) value = value * 10 + text.charCodeAt(at++) - code.zero;
  scan.at = at;
  const digits = at - start;
  if (digits === 0 || digits > 5 || (digits > 1 && text.charCodeAt(start) === code.zero)) return -1;
  if (mostDecimals === 0 || text.charCodeAt(at) !== code.point) return value;
  const point = at++;
  while (isDigit(text.charCodeAt(at))) value = value * 10 + text.charCodeAt(at++) - code.zero;
  scan.at = at;
  const decimals = at - point - 1;
  return decimals === 0 || decimals > mostDecimals ? -1 : value / (powers[decimals] ?? 1);
}

/** Numbers that rise, and how many they are of. */
function scanTickedAndKeyPoints(scan: ReviewScan): boolean {
  scan.tickedStart = scan.at;
  scan.ticked = 0;
  let last = -1;
  while (scan.text.charCodeAt(scan.at) !== code.bracket) {
    if (last !== -1 && !pass(scan, ',')) return false;
    const number = scanNumber(scan, 0);
    if (number <= last) return false;
    last = number;
    scan.ticked++;
  }
  if (!pass(scan, '],"keyPoints":')) return false;
  scan.keyPoints = scanNumber(scan, 0);
  return scan.keyPoints > last && scan.keyPoints <= 1000;
}

function scanEnd(scan: ReviewScan): boolean {
  scan.practice = pass(scan, ',"practice":true');
  if (pass(scan, '}\n') || pass(scan, '}\r\n')) return true;
  return scan.at === scan.text.length - 1 && pass(scan, '}');
}

const code = {
  zero: 48,
  nine: 57,
  a: 97,
  z: 122,
  dash: 45,
  point: 46,
  quote: 34,
  backslash: 92,
  bracket: 93,
};

const isDigit = (value: number) => value >= code.zero && value <= code.nine;
const isIdCharacter = (value: number) =>
  (value >= code.a && value <= code.z) || isDigit(value) || value === code.dash;
/** What stands for itself within a JSON string, and may stand in a question's id. */
const isPlain = (value: number) =>
  value >= 32 && value !== code.quote && value !== code.backslash && value !== 127;
const isSeconds = (value: number) => value >= 0 && value <= 86_400;

import type { Grade } from '../schedule/session';
import type { StudyEvent } from './event';
import { INSTANT_LENGTH, instantAt } from './instant';
import type { NameTable } from './nameTable';
import type { ReviewState } from './studyState';

/**
 * Reads the lines of reviews as this version writes them, without `JSON.parse` and without an object per line: nearly all
 * of a log is such lines, and this keeps the loading of a long log below the cost of parsing it. One scan serves for a
 * whole text; its fields are those of the review that was read last.
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
 * The form of a line. An expression is compiled to code that compares several characters at once, which takes an eighth
 * of the time of asking for each. Parts without a limit are single classes: they need no memory for the way back,
 * however long a line is.
 */
const REVIEW = new RegExp(
  [
    /\{"v":1,"id":"[a-z0-9-]+/,
    /","at":"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/,
    /(?:","batch":"[a-z0-9-]+)?/,
    // What stands for itself within a JSON string, and may stand in a question's id.
    /","type":"reviewed","question":"[^"\\\0-\x1f\x7f]+/,
    /","grade":"(?:again|hard|good|easy)/,
    // So few digits that a division rounds as `JSON.parse` does.
    /","shownSeconds":(?:0|[1-9]\d{0,4})(?:\.\d{1,9})?/,
    /,"thinkingSeconds":(?:0|[1-9]\d{0,4})(?:\.\d{1,9})?/,
    /,"ticked":\[[0-9,]*\]/,
    /,"keyPoints":(?:0|[1-9]\d{0,3})/,
    /(?:,"practice":true)?\}(?:\r?\n|$)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'y',
);

/**
 * Tells whether a review's line starts at `at`, and reads it. It says yes only where the parser of all lines would
 * find the same event; for a review that is written in another way it says no.
 */
export function scanReview(scan: ReviewScan): boolean {
  REVIEW.lastIndex = scan.at;
  if (!REVIEW.test(scan.text)) return false;
  const next = REVIEW.lastIndex;
  if (!scanHead(scan) || !scanQuestion(scan) || !scanAnswer(scan)) return false;
  scan.practice = scan.text.charCodeAt(scan.at) === code.comma;
  scan.at = next;
  return true;
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

/** From the start of the line to its time or batch. */
function scanHead(scan: ReviewScan): boolean {
  scan.id = scanText(scan, '{"v":1,"id":"');
  scan.at += '","at":"'.length;
  scan.timeStart = scan.at;
  scan.time = instantAt(scan.text, scan.at);
  scan.at += INSTANT_LENGTH;
  // Where `","type"` has its "t".
  const isInBatch = scan.text.charCodeAt(scan.at + 3) === code.b;
  scan.batch = isInBatch ? scanText(scan, '","batch":"') : undefined;
  return isIdLength(scan.id) && scan.time >= 0 && (scan.batch === undefined || isIdLength(scan.batch));
}

/** What stands between `before` and a quote. */
function scanText(scan: ReviewScan, before: string): string {
  const start = scan.at + before.length;
  scan.at = scan.text.indexOf('"', start);
  return scan.text.slice(start, scan.at);
}

const isIdLength = ({ length }: string) => length >= 8 && length <= 64;

function scanQuestion(scan: ReviewScan): boolean {
  const { text } = scan;
  const start = scan.at + '","type":"reviewed","question":"'.length;
  const end = text.indexOf('"', start);
  if (end - start > 500) return false;
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  scan.question = scan.names.find(text, start, end, hash);
  scan.at = end;
  return true;
}

/** From the grade to the number of key points. */
function scanAnswer(scan: ReviewScan): boolean {
  scan.at += '","grade":"'.length;
  scan.grade = gradeAt(scan);
  scan.at += scan.grade.length + '","shownSeconds":'.length;
  scan.shownSeconds = scanNumber(scan);
  scan.at += ',"thinkingSeconds":'.length;
  scan.thinkingSeconds = scanNumber(scan);
  scan.at += ',"ticked":['.length;
  return isSeconds(scan.shownSeconds) && isSeconds(scan.thinkingSeconds) && scanTickedAndKeyPoints(scan);
}

function gradeAt({ text, at }: ReviewScan): Grade {
  switch (text.charCodeAt(at)) {
    case code.a:
      return 'again';
    case code.h:
      return 'hard';
    case code.g:
      return 'good';
    default:
      return 'easy';
  }
}

const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

function scanNumber(scan: ReviewScan): number {
  const value = scanDigits(scan, 0);
  if (scan.text.charCodeAt(scan.at) !== code.point) return value;
  const start = ++scan.at;
  const digits = scanDigits(scan, value);
  return digits / (powers[scan.at - start] ?? 1);
}

/** The number that more digits make of `value`. */
function scanDigits(scan: ReviewScan, value: number): number {
  const { text } = scan;
  let number = value;
  for (; isDigit(text.charCodeAt(scan.at)); scan.at++)
    number = number * 10 + text.charCodeAt(scan.at) - code.zero;
  return number;
}

/** Numbers that rise, and how many they are of. Each has a digit, none a zero before it, and commas only between them. */
function scanTickedAndKeyPoints(scan: ReviewScan): boolean {
  const { text } = scan;
  scan.tickedStart = scan.at;
  scan.ticked = 0;
  let last = -1;
  while (text.charCodeAt(scan.at) !== code.bracket) {
    if (last !== -1 && text.charCodeAt(scan.at++) !== code.comma) return false;
    const start = scan.at;
    const number = scanDigits(scan, 0);
    const length = scan.at - start;
    if (number <= last || length === 0 || length > 4 || (length > 1 && text.charCodeAt(start) === code.zero))
      return false;
    last = number;
    scan.ticked++;
  }
  scan.at += '],"keyPoints":'.length;
  scan.keyPoints = scanDigits(scan, 0);
  return scan.keyPoints > last && scan.keyPoints <= 1000;
}

const code = { zero: 48, nine: 57, a: 97, b: 98, g: 103, h: 104, comma: 44, point: 46, bracket: 93 };

const isDigit = (value: number) => value >= code.zero && value <= code.nine;
const isSeconds = (value: number) => value <= 86_400;

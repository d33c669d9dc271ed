import type { StudyEvent } from './event';
import { faultOf, inOrder, isEventType, LOG_VERSION } from './eventFields';
import { createNameTable } from './nameTable';
import { createReviewScan, scannedEvent, scanReview, type ReviewScan } from './scanReview';

/**
 * Why a line is not an event of the log. `torn`: a write ended before the line did. `newer version` and `unknown
 * kind` are another version's and right as they are. A `conflict marker` is git's.
 */
export type SetAsideReason = 'torn' | 'damaged' | 'unknown kind' | 'newer version' | 'conflict marker';

/** A line that is kept as it is and passed over. */
export interface SetAside {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: SetAsideReason;
}

export interface ParsedLog {
  readonly events: readonly StudyEvent[];
  readonly setAside: readonly SetAside[];
}

/** What one line holds: an event or what is set aside; both, and several, where ends of lines are missing. */
export interface LogLine {
  /** Counted from 1. */
  readonly number: number;
  /** Each with its text as it is written. */
  readonly events: readonly { readonly text: string; readonly event: StudyEvent }[];
  readonly setAside: readonly Pick<SetAside, 'text' | 'reason'>[];
}

/** The event's line, its end included. Throws on an event that `parseLogText` would set aside. */
export function encodeEvent(event: StudyEvent): string {
  const fault = faultOf(event);
  if (fault !== undefined) throw new Error(`Not an event of the study log: ${fault}.`);
  return `${JSON.stringify(inOrder(event))}\n`;
}

export function encodeEvents(events: readonly StudyEvent[]): string {
  return events.map(encodeEvent).join('');
}

/** The events of a file, and the lines that are none. Blank lines, `\r` and byte order marks are passed over. */
export function parseLogText(text: string, file: string): ParsedLog {
  const events: StudyEvent[] = [];
  const setAside: SetAside[] = [];
  walkLog(text, file, {
    review: (scan) => events.push(scannedEvent(scan)),
    event: (event) => events.push(event),
    setAside: (line) => setAside.push(line),
  });
  return { events, setAside };
}

/** Who is told what a log holds. */
export interface LogVisitor {
  /** A review, to be taken from the scan before the next line is read. */
  review(scan: ReviewScan): void;
  /** Any other event, or a review that was written in another way. */
  event(event: StudyEvent): void;
  setAside(line: SetAside): void;
}

/**
 * As `parseLogText`, line by line, where `firstLine` is the number of the first; gives the number of the line that
 * would be next. Time grows with the length of the text, whatever is in it.
 */
export function walkLog(
  text: string,
  file: string,
  visitor: LogVisitor,
  firstLine = 1,
  names = createNameTable(),
): number {
  const scan = createReviewScan(text, names);
  let start = 0;
  let number = firstLine;
  for (; start < text.length; number++) {
    scan.at = start;
    if (scanReview(scan)) {
      visitor.review(scan);
      start = scan.at;
      continue;
    }
    const end = endOfLine(text, start);
    const line = parseLine(text.slice(start, end).trim(), number, end === text.length);
    for (const { event } of line?.events ?? []) visitor.event(event);
    for (const part of line?.setAside ?? []) visitor.setAside({ file, line: number, ...part });
    start = end + 1;
  }
  return number;
}

/** The lines of a file, blank ones left out, for who writes them again as they were. */
export function readLines(text: string): LogLine[] {
  const lines: LogLine[] = [];
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    const end = endOfLine(text, start);
    const line = parseLine(text.slice(start, end).trim(), number, end === text.length);
    if (line !== undefined) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Where an event starts: within a JSON string the quotes would have backslashes. */
const startOfEvent = /(?=\{"v":)/;

/** `undefined` for a blank line. `isOpen`: the file ended before the line did. */
function parseLine(text: string, number: number, isOpen: boolean): LogLine | undefined {
  if (text === '') return undefined;
  const part = parsePart(text);
  if (part.event !== undefined) return { number, events: [part], setAside: [] };
  if (part.reason !== 'no JSON') return { number, events: [], setAside: [{ text, reason: part.reason }] };
  if (isConflictMarker(text)) return { number, events: [], setAside: [{ text, reason: 'conflict marker' }] };
  const parts = text.split(startOfEvent).map(parsePart);
  const events = parts.flatMap((found) => (found.event === undefined ? [] : [found]));
  if (events.length === 0)
    return { number, events, setAside: [{ text, reason: isOpen ? 'torn' : 'damaged' }] };
  const torn = parts.filter((found) => found.event === undefined && found.text !== '');
  return { number, events, setAside: torn.map((found) => ({ text: found.text, reason: 'torn' })) };
}

type Part =
  | { readonly text: string; readonly event: StudyEvent }
  | { readonly text: string; readonly event?: undefined; readonly reason: SetAsideReason | 'no JSON' };

function parsePart(untrimmed: string): Part {
  const text = untrimmed.trim();
  const value = parseJson(text);
  if (value === undefined) return { text, reason: 'no JSON' };
  const reason = reasonToSetAside(value);
  return reason === undefined ? { text, event: value as StudyEvent } : { text, reason };
}

function isConflictMarker(text: string): boolean {
  return /^(<{7}|\|{7}|={7}|>{7})( |$)/.test(text);
}

/** `undefined` for an event. */
function reasonToSetAside(value: unknown): SetAsideReason | undefined {
  if (faultOf(value) === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { v, type } = value as { readonly v?: unknown; readonly type?: unknown };
  if (Number.isInteger(v) && Number(v) > LOG_VERSION) return 'newer version';
  return v === LOG_VERSION && typeof type === 'string' && !isEventType(type) ? 'unknown kind' : 'damaged';
}

/** `undefined` where the text is no JSON, which no JSON text stands for. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

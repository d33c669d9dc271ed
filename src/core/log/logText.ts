import type { StudyEvent } from './event';
import { faultOf, inOrder, isEventType, LOG_VERSION } from './eventFields';
import { createReviewScan, scannedEvent, scanReview, type ReviewScan } from './scanReview';

/**
 * Why a line is not an event of the log. `torn`: a write ended before the line did. `newer version` and `unknown kind`
 * are another version's and right as they are. A `conflict marker` is git's.
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

/** What one line holds: an event, what is set aside, or both where a write began behind one that was torn. */
export interface LogLine {
  /** Counted from 1. */
  readonly number: number;
  /** The event as it is written. */
  readonly text?: string;
  readonly event?: StudyEvent;
  readonly setAside?: Pick<SetAside, 'text' | 'reason'>;
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

/** As `parseLogText`, line by line. Time grows with the length of the text, whatever is in it. */
export function walkLog(text: string, file: string, visitor: LogVisitor): void {
  const scan = createReviewScan(text);
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    scan.at = start;
    if (scanReview(scan)) {
      visitor.review(scan);
      start = scan.at;
      continue;
    }
    const end = endOfLine(text, start);
    const line = parseLine(text.slice(start, end).trim(), number, end === text.length);
    if (line?.event !== undefined) visitor.event(line.event);
    if (line?.setAside !== undefined) visitor.setAside({ file, line: number, ...line.setAside });
    start = end + 1;
  }
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

/** How each line of an event starts: within a JSON string the quotes would have backslashes. */
const startOfEvent = '{"v":';

/** `undefined` for a blank line. `isOpen`: the file ended before the line did. */
function parseLine(text: string, number: number, isOpen: boolean): LogLine | undefined {
  if (text === '') return undefined;
  const value = parseJson(text);
  if (value === undefined) return parseBroken(text, number, isOpen);
  const reason = reasonToSetAside(value);
  return reason === undefined
    ? { number, text, event: value as StudyEvent }
    : { number, setAside: { text, reason } };
}

function parseBroken(text: string, number: number, isOpen: boolean): LogLine {
  if (/^(<{7}|\|{7}|={7}|>{7})( |$)/.test(text)) {
    return { number, setAside: { text, reason: 'conflict marker' } };
  }
  const behind = text.lastIndexOf(startOfEvent);
  const value = behind > 0 ? parseJson(text.slice(behind)) : undefined;
  if (value === undefined || reasonToSetAside(value) !== undefined) {
    return { number, setAside: { text, reason: isOpen ? 'torn' : 'damaged' } };
  }
  const setAside = { text: text.slice(0, behind), reason: 'torn' } as const;
  return { number, text: text.slice(behind), event: value as StudyEvent, setAside };
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

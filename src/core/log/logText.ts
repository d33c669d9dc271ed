import type { StudyEvent } from './event';
import { faultOf, inOrder, isEventType, LOG_VERSION } from './eventFields';
import { scanReview } from './scanReview';

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
  const setAside: SetAside[] = [];
  const events = [...readEvents(text, file, setAside)];
  return { events, setAside };
}

/**
 * As `parseLogText`, one event at a time: each can be forgotten before the next is made, which is what makes a
 * long log quick to load. The lines that are no events are added to `setAside`.
 */
export function* readEvents(text: string, file: string, setAside: SetAside[]): Generator<StudyEvent, void> {
  const cursor = { text, at: 0 };
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    cursor.at = start;
    const review = scanReview(cursor);
    if (review !== undefined) {
      yield review;
      start = cursor.at;
      continue;
    }
    const end = endOfLine(text, start);
    const line = parseLine(text.slice(start, end), number, end === text.length);
    if (line.event !== undefined) yield line.event;
    if (line.setAside !== undefined) setAside.push({ file, line: number, ...line.setAside });
    start = end + 1;
  }
}

/** The lines of a file, blank ones left out, for who rewrites it: each is written again as it was. */
export function readLines(text: string): LogLine[] {
  const lines: LogLine[] = [];
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    const end = endOfLine(text, start);
    const line = parseLine(text.slice(start, end), number, end === text.length);
    if (line.event !== undefined || line.setAside !== undefined) lines.push(line);
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

/** `isOpen`: the file ended before the line did. */
function parseLine(raw: string, number: number, isOpen: boolean): LogLine {
  const text = raw.trim();
  if (text === '') return { number };
  if (/^(<{7}|\|{7}|={7}|>{7})( |$)/.test(text))
    return { number, setAside: { text, reason: 'conflict marker' } };
  const read = parseEvent(text);
  if (typeof read !== 'string') return { number, text, event: read };
  const behind = text.lastIndexOf(startOfEvent);
  if (read === 'no JSON' && behind > 0) {
    const event = parseEvent(text.slice(behind));
    const torn = { text: text.slice(0, behind), reason: 'torn' } as const;
    if (typeof event !== 'string') return { number, text: text.slice(behind), event, setAside: torn };
  }
  const reason = read === 'no JSON' ? (isOpen ? 'torn' : 'damaged') : read;
  return { number, setAside: { text, reason } };
}

function parseEvent(text: string): StudyEvent | SetAsideReason | 'no JSON' {
  const value = parseJson(text);
  if (value === undefined) return 'no JSON';
  if (faultOf(value) === undefined) return value as StudyEvent;
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

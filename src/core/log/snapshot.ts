import { GRADES } from '../schedule/session';
import { checksumOf } from './checksum';
import { createLedger, logOf, putEntry, putUndone, type Ledger } from './ledger';
import type { SetAside } from './logText';
import { isReview, isUndone, type MarkEntry } from './questionLog';
import type { ReviewState } from './studyState';

/** How much of a file was read. */
export interface CoveredFile {
  readonly name: string;
  /** What the folder said of the file; the same again means that the file is the same. */
  readonly stamp: string;
  /** How many characters and lines were read, up to the end of a line. */
  readonly length: number;
  readonly lines: number;
  /** Of the last characters that were read: the same again at that place means that the file has only grown. */
  readonly checksum: string;
}

/** What was read of a log, to be read again in one go. The log is the truth: a snapshot may be deleted at any time. */
export interface Snapshot {
  readonly ledger: Ledger;
  readonly covered: readonly CoveredFile[];
  /** Lines of the covered parts that are no events. */
  readonly setAside: readonly SetAside[];
}

const FORM = 1;

type MarkRow = readonly [number: number, question: number, MarkEntry['type'], value: string | boolean | null];

/*
 * One line of JSON, and below it the line's checksum. Events are columns of numbers, in the order of the ledger's:
 *
 *   ids       "id,id,…"
 *   times     milliseconds, each less the one before it
 *   owners    the number of its question in `questions`; -1 for an event that is no review
 *   packed    grade + 4 × practice + 8 × ticked + 8192 × key points; 0 for an event that is no review
 *   shown     milliseconds, or -1 - n for the n-th number of `odd`, seconds that are no whole milliseconds
 *   thinking  the same
 *
 * `marks` and `undones` hold the other events, and of every event that has them its number and batches are in `batches`.
 */
interface SnapshotJson {
  readonly form: number;
  readonly covered: readonly CoveredFile[];
  readonly setAside: readonly SetAside[];
  readonly conflicts: readonly string[];
  readonly questions: readonly string[];
  readonly ids: string;
  readonly times: readonly number[];
  readonly owners: readonly number[];
  readonly packed: readonly number[];
  readonly shown: readonly number[];
  readonly thinking: readonly number[];
  readonly odd: readonly number[];
  readonly marks: readonly MarkRow[];
  readonly undones: readonly (readonly [number: number, targets: readonly string[]])[];
  readonly batches: readonly (readonly [number: number, batches: readonly string[]])[];
  readonly alone: readonly number[];
}

export function encodeSnapshot({ ledger, covered, setAside }: Snapshot): string {
  const { entries, owners } = ledger;
  const questions = [...ledger.logs.keys()];
  const numbers = new Map(questions.map((id, number) => [id, number]));
  const numberOf = (place: number) => numbers.get(owners[place]?.id ?? '') ?? -1;
  const json: SnapshotJson = {
    form: FORM,
    covered,
    setAside,
    conflicts: [...ledger.conflicts],
    questions,
    ids: entries.map(({ event }) => event).join(),
    times: entries.map(({ at }, place) => at - (entries[place - 1]?.at ?? 0)),
    owners: entries.map((entry, place) => (isReview(entry) ? numberOf(place) : -1)),
    ...reviewColumns(entries.map((entry) => (isReview(entry) ? entry : undefined))),
    marks: entries.flatMap((entry, place) =>
      isReview(entry) || isUndone(entry)
        ? []
        : [[place, numberOf(place), entry.type, entry.value ?? null] as const],
    ),
    undones: [...ledger.undones].map(([number, { targets }]) => [number, targets]),
    batches: [...ledger.batches],
    alone: [...ledger.alone],
  };
  const text = JSON.stringify(json);
  return `${text}\n${checksumOf(text)}\n`;
}

function reviewColumns(reviews: readonly (ReviewState | undefined)[]) {
  const odd: number[] = [];
  const duration = (seconds: number): number => {
    const ms = Math.round(seconds * 1000);
    return ms / 1000 === seconds ? ms : -odd.push(seconds);
  };
  const pack = ({ grade, practice, ticked, keyPoints }: ReviewState) =>
    GRADES.indexOf(grade) + (practice ? 4 : 0) + 8 * ticked + 8192 * keyPoints;
  return {
    packed: reviews.map((review) => (review === undefined ? 0 : pack(review))),
    shown: reviews.map((review) => duration(review?.shownSeconds ?? 0)),
    thinking: reviews.map((review) => duration(review?.thinkingSeconds ?? 0)),
    odd,
  };
}

/** `undefined` for a text that is damaged, cut short or of another form: then the log is read instead. */
export function decodeSnapshot(text: string): Snapshot | undefined {
  const end = text.indexOf('\n');
  if (end === -1 || text.slice(end + 1).trim() !== checksumOf(text, 0, end)) return undefined;
  const json = JSON.parse(text.slice(0, end)) as SnapshotJson;
  if (json.form !== FORM) return undefined;
  return { ledger: ledgerOf(json), covered: json.covered, setAside: json.setAside };
}

function ledgerOf(json: SnapshotJson): Ledger {
  const ids = json.ids === '' ? [] : json.ids.split(',');
  const ledger = createLedger(ids);
  const logs = json.questions.map((question) => logOf(ledger, question));
  const marks = new Map(json.marks.map((mark) => [mark[0], mark]));
  const undones = new Map(json.undones);
  let at = 0;
  for (let number = 0; number < ids.length; number++) {
    const event = ids[number] ?? '';
    const log = logs[json.owners[number] ?? -1];
    at += json.times[number] ?? 0;
    if (log !== undefined) {
      putEntry(ledger, number, reviewOf(json, number, event, at), log);
      continue;
    }
    const mark = marks.get(number);
    if (mark === undefined) putUndone(ledger, number, { event, at, targets: undones.get(number) ?? [] });
    else putEntry(ledger, number, markOf(mark, event, at), logs[mark[1]]);
  }
  for (const [number, batches] of json.batches) ledger.batches.set(number, batches);
  for (const number of json.alone) ledger.alone.add(number);
  for (const id of json.conflicts) ledger.conflicts.add(id);
  return ledger;
}

function reviewOf({ packed, shown, thinking, odd }: SnapshotJson, number: number, event: string, at: number) {
  const bits = packed[number] ?? 0;
  return {
    event,
    at,
    grade: GRADES[bits & 3] ?? 'again',
    shownSeconds: secondsOf(shown[number] ?? 0, odd),
    thinkingSeconds: secondsOf(thinking[number] ?? 0, odd),
    ticked: (bits >> 3) & 1023,
    keyPoints: bits >> 13,
    practice: (bits & 4) !== 0,
  };
}

function secondsOf(duration: number, odd: readonly number[]): number {
  return duration < 0 ? (odd[-1 - duration] ?? 0) : duration / 1000;
}

function markOf([, , type, value]: MarkRow, event: string, at: number): MarkEntry {
  return { event, at, type, ...(value === null ? {} : { value }) };
}

import { decodeAscii, encodeAscii } from './ascii';
import { checksumOfBytes } from './checksum';
import { createLedger, logOf, putEntry, putUndone, type Ledger } from './ledger';
import type { SetAside } from './logText';
import type { MarkEntry, QuestionLog } from './questionLog';
import type { KeptState, Replay } from './replay';
import { createReviewReader, encodeReviews, type ReviewReader } from './reviewRows';
import type { QuestionState } from './studyState';

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

export interface Coverage {
  readonly covered: readonly CoveredFile[];
  /** Lines of the covered parts that are no events. */
  readonly setAside: readonly SetAside[];
}

/**
 * What was read of a log, to be read again in one go. The log is the truth: a snapshot may be deleted at any time.
 */
export interface Snapshot extends Coverage {
  readonly state: KeptState;
}

const FORM = 2;
const CHECKSUM_LENGTH = 16;
const NEWLINE = 10;

/**
 * Where a question stands: the fields of its state, `null` for none; how many reviews it has, taken back or not;
 * and whether any of its events counts.
 */
type QuestionRow = readonly [
  id: string,
  seen: boolean,
  bookmarked: boolean,
  suspended: boolean,
  buriedUntil: string | null,
  note: string | null,
  scheduledFrom: number,
  reviews: number,
  counts: boolean,
];

type MarkRow = readonly [
  question: string,
  event: string,
  at: number,
  type: MarkEntry['type'],
  value: string | boolean | null,
];

/*
 * Four lines: this as JSON; the ids of all reviews, question by question as in `questions`, and in order; their rows;
 * and the checksum of what stands above it. Reviews are read only when somebody asks for them.
 */
interface SnapshotJson extends Coverage {
  readonly form: number;
  readonly questions: readonly QuestionRow[];
  /** See `ReviewRows`. */
  readonly odd: readonly number[];
  readonly marks: readonly MarkRow[];
  readonly undones: readonly (readonly [event: string, at: number, targets: readonly string[]])[];
  readonly batches: readonly (readonly [event: string, batches: readonly string[]])[];
  /** Events that are in batches, and have a copy that is in none. */
  readonly alone: readonly string[];
  readonly conflicts: readonly string[];
}

export function encodeSnapshot({ state, ledger }: Replay, { covered, setAside }: Coverage): string {
  const logs = [...ledger.logs.values()];
  const idOf = (number: number) => ledger.entries[number]?.event ?? '';
  const odd: number[] = [];
  const { ids, rows } = encodeReviews(
    logs.map(({ reviews }) => reviews),
    (number, review) => logs[number]?.hidden.has(review.event) === true,
    odd,
  );
  const json: SnapshotJson = {
    form: FORM,
    covered,
    setAside,
    questions: logs.map((log) => rowOf(log, state.questions.get(log.id))),
    odd,
    marks: logs.flatMap(({ id, marks }) =>
      marks.map(({ event, at, type, value = null }) => [id, event, at, type, value] as const),
    ),
    undones: [...ledger.undones.values()].map(({ event, at, targets }) => [event, at, targets]),
    batches: [...ledger.batches].map(([number, batches]) => [idOf(number), batches]),
    alone: [...ledger.alone].map(idOf),
    conflicts: [...ledger.conflicts],
  };
  const text = `${escapeWide(JSON.stringify(json))}\n${ids}\n${rows}\n`;
  return `${text}${checksumOfBytes(encodeAscii(text), text.length)}\n`;
}

/** JSON in which each character is a byte, too. */
function escapeWide(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Tells whether the file is as it was written: it may have been damaged or cut short since. */
function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - CHECKSUM_LENGTH - 1;
  const checksum = String.fromCharCode(...bytes.subarray(Math.max(0, end), -1));
  return end > 0 && checksum === checksumOfBytes(bytes, end);
}

function rowOf({ id, reviews }: QuestionLog, state: QuestionState | undefined): QuestionRow {
  const { seen = false, bookmarked = false, suspended = false, scheduledFrom = 0 } = state ?? {};
  const { buriedUntil = null, note = null } = state ?? {};
  const counts = state !== undefined;
  return [id, seen, bookmarked, suspended, buriedUntil, note, scheduledFrom, reviews.length, counts];
}

/**
 * `undefined` for a file that is damaged or of another form: then the log is read instead. The bytes must stay as they
 * are, since reviews are read from them when somebody asks.
 */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  if (!isWhole(bytes)) return undefined;
  const endOfJson = bytes.indexOf(NEWLINE);
  const json = JSON.parse(decodeAscii(bytes.subarray(0, endOfJson))) as SnapshotJson;
  if (json.form !== FORM) return undefined;
  const { covered, setAside } = json;
  const endOfIds = bytes.indexOf(NEWLINE, endOfJson + 1);
  const ids = bytes.subarray(endOfJson + 1, endOfIds);
  const rows = bytes.subarray(endOfIds + 1, bytes.indexOf(NEWLINE, endOfIds + 1));
  const reader = createReviewReader({ ids, rows }, json.odd);
  const state = { questions: statesOf(json, reader), createLedger: () => ledgerOf(json, reader) };
  return { covered, setAside, state };
}

function statesOf({ questions }: SnapshotJson, reader: ReviewReader): QuestionState[] {
  const states: QuestionState[] = [];
  let start = 0;
  for (const row of questions) {
    const [, , , , , , , count, counts] = row;
    if (counts) states.push(stateOf(row, reader, start));
    start += count;
  }
  return states;
}

/** A state whose reviews are made when they are asked for. */
function stateOf(row: QuestionRow, reader: ReviewReader, start: number): QuestionState {
  const [id, seen, bookmarked, suspended, buriedUntil, note, scheduledFrom, count] = row;
  let reviews: QuestionState['reviews'] | undefined;
  return {
    id,
    seen,
    bookmarked,
    suspended,
    ...(buriedUntil === null ? {} : { buriedUntil }),
    ...(note === null ? {} : { note }),
    get reviews() {
      reviews ??= reader.read(start, count, 'effective');
      return reviews;
    },
    scheduledFrom,
  };
}

function ledgerOf(json: SnapshotJson, reader: ReviewReader): Ledger {
  const others = [...json.marks.map(([, event]) => event), ...json.undones.map(([event]) => event)];
  const ledger = createLedger([...reader.listIds(), ...others]);
  let number = 0;
  for (const [id, , , , , , , count] of json.questions) {
    const log = logOf(ledger, id);
    for (const review of reader.read(number, count, 'all')) putEntry(ledger, number++, review, log);
  }
  for (const [question, event, at, type, value] of json.marks) {
    const mark = { event, at, type, ...(value === null ? {} : { value }) };
    putEntry(ledger, number++, mark, logOf(ledger, question));
  }
  for (const [event, at, targets] of json.undones) putUndone(ledger, number++, { event, at, targets });
  for (const [event, batches] of json.batches) ledger.batches.set(ledger.ids.find(event), batches);
  for (const event of json.alone) ledger.alone.add(ledger.ids.find(event));
  for (const event of json.conflicts) ledger.conflicts.add(event);
  return ledger;
}

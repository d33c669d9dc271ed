import { checksumOf } from './checksum';
import { createLedger, logOf, putEntry, putUndone, type Ledger } from './ledger';
import type { SetAside } from './logText';
import type { MarkEntry, QuestionLog } from './questionLog';
import type { KeptState, Replay } from './replay';
import { createReviewReader, encodeReviews, type ReviewColumns, type ReviewReader } from './reviewColumns';
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

const FORM = 1;

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
 * One line of JSON, and below it the line's checksum. Reviews are columns of numbers, question by question as in
 * `questions`, and in order. They become objects only when somebody asks for them.
 */
interface SnapshotJson extends Coverage {
  readonly form: number;
  readonly questions: readonly QuestionRow[];
  readonly reviews: ReviewColumns;
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
  const json: SnapshotJson = {
    form: FORM,
    covered,
    setAside,
    questions: logs.map((log) => rowOf(log, state.questions.get(log.id))),
    reviews: encodeReviews(
      logs.map(({ reviews }) => reviews),
      (number, review) => logs[number]?.hidden.has(review.event) === true,
    ),
    marks: logs.flatMap(({ id, marks }) =>
      marks.map(({ event, at, type, value = null }) => [id, event, at, type, value] as const),
    ),
    undones: [...ledger.undones.values()].map(({ event, at, targets }) => [event, at, targets]),
    batches: [...ledger.batches].map(([number, batches]) => [idOf(number), batches]),
    alone: [...ledger.alone].map(idOf),
    conflicts: [...ledger.conflicts],
  };
  const text = JSON.stringify(json);
  return `${text}\n${checksumOf(text)}\n`;
}

function rowOf({ id, reviews }: QuestionLog, state: QuestionState | undefined): QuestionRow {
  const { seen = false, bookmarked = false, suspended = false, scheduledFrom = 0 } = state ?? {};
  const { buriedUntil = null, note = null } = state ?? {};
  const counts = state !== undefined;
  return [id, seen, bookmarked, suspended, buriedUntil, note, scheduledFrom, reviews.length, counts];
}

/** `undefined` for a text that is damaged, cut short or of another form: then the log is read instead. */
export function decodeSnapshot(text: string): Snapshot | undefined {
  const end = text.indexOf('\n');
  if (end === -1 || text.slice(end + 1).trim() !== checksumOf(text, 0, end)) return undefined;
  const json = JSON.parse(text.slice(0, end)) as SnapshotJson;
  if (json.form !== FORM) return undefined;
  const { covered, setAside } = json;
  const reader = createReviewReader(json.reviews);
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

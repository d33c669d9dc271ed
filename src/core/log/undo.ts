import { createBatchId, deedOf, isEffective, withBatch, type Deed } from './batches';
import type { StudyEvent } from './event';
import type { EventType } from './eventFields';
import type { Ledger } from './ledger';
import { compareEntries, isReview, isUndone, type Entry } from './questionLog';
import type { Replay } from './replay';
import { stampEvent, type Stamps } from './stampEvent';

/** Something that a person did and may take back. */
export interface Action {
  /** What an `undone` names to take it back: an event, or a batch. */
  readonly target: string;
  /** Of a batch that is no import and no restoring, what its first event is. */
  readonly type: EventType | Deed;
  /** When it was done, in milliseconds since 1970. */
  readonly at: number;
  /** The questions that it was done to, each once. */
  readonly questions: readonly string[];
}

/**
 * The last thing that may be taken back; `undefined` when there is none. Undoing is none, and neither is looking at
 * an answer. `recent` are the events and batches that this window added, oldest first: they go first, whatever the
 * clock said.
 */
export function lastAction({ ledger }: Replay, recent: readonly string[] = []): Action | undefined {
  const batches = numbersByBatch(ledger);
  const own = recent.findLast((target) => {
    const number = ledger.ids.find(target);
    return number === -1 ? isOpenBatch(ledger, target, batches.get(target) ?? []) : isOpen(ledger, number);
  });
  if (own !== undefined) return actionOf(ledger, own, batches.get(own) ?? [ledger.ids.find(own)]);
  const last = lastOpen(ledger);
  const actions = [...batches]
    .filter(([batch, numbers]) => isOpenBatch(ledger, batch, numbers))
    .map(([batch, numbers]) => actionOf(ledger, batch, numbers));
  if (last !== undefined) actions.push(actionOf(ledger, last.event, [ledger.ids.find(last.event)]));
  return actions.sort((a, b) => a.at - b.at || (a.target < b.target ? -1 : 1)).at(-1);
}

/** The event that takes back events and batches. */
export function undo(targets: readonly string[], stamps: Stamps, replay: Replay): StudyEvent {
  return stampEvent({ type: 'undone', targets }, stamps, replay);
}

/**
 * What to append for the log to say what a back-up says: the events that the log has lost, and one `undone` of all
 * that the back-up lacks. It is one batch, so undoing it brings everything back. Nothing when the log is the back-
 * up.
 */
export function planRestore(backup: readonly StudyEvent[], stamps: Stamps, replay: Replay): StudyEvent[] {
  const kept = new Set(backup.map(({ id }) => id));
  const targets = replay.ledger.entries.flatMap(({ event }) => (kept.has(event) ? [] : [event]));
  const lost = backup.filter(({ id }) => !replay.has(id));
  if (targets.length === 0 && lost.length === 0) return [];
  const batch = createBatchId('restore', stamps);
  const undone = stampEvent({ type: 'undone', targets }, stamps, replay, batch);
  return [...lost.flatMap((event) => withBatch(event, batch)), undone];
}

function numbersByBatch(ledger: Ledger): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [number, batches] of ledger.batches) {
    for (const batch of batches) {
      const numbers = found.get(batch);
      if (numbers === undefined) found.set(batch, [number]);
      else numbers.push(number);
    }
  }
  return found;
}

/** The last event that may be taken back on its own. */
function lastOpen(ledger: Ledger): Entry | undefined {
  let last: Entry | undefined;
  for (let number = 0; number < ledger.entries.length; number++) {
    const entry = ledger.entries[number];
    if (entry === undefined || (last !== undefined && compareEntries(entry, last) < 0)) continue;
    if (isOpen(ledger, number)) last = entry;
  }
  return last;
}

/** Tells whether an event counts and may be taken back on its own. */
function isOpen(ledger: Ledger, number: number): boolean {
  const entry = ledger.entries[number];
  const isInBatchOnly = ledger.batches.has(number) && !ledger.alone.has(number);
  if (entry === undefined || isInBatchOnly || isUndone(entry) || !isEffective(ledger, number)) return false;
  return isReview(entry) || entry.type !== 'seen';
}

/** Tells whether a batch counts. One that takes back does so by its `undone`, any other by any of its events. */
function isOpenBatch(ledger: Ledger, batch: string, numbers: readonly number[]): boolean {
  const deciding =
    deedOf(batch) === undefined ? numbers : numbers.filter((number) => ledger.undones.has(number));
  return deciding.some((number) => isEffective(ledger, number));
}

function actionOf(ledger: Ledger, target: string, numbers: readonly number[]): Action {
  const entries = numbers.flatMap((number) => ledger.entries[number] ?? []).sort(compareEntries);
  const deed = deedOf(target);
  const dating = deed === undefined ? entries : entries.filter(isUndone);
  const questions = numbers.flatMap((number) => ledger.owners[number]?.id ?? []);
  const [first] = entries;
  return {
    target,
    type: deed ?? (first === undefined ? 'undone' : typeOf(first)),
    at: dating.at(-1)?.at ?? 0,
    questions: [...new Set(questions)],
  };
}

function typeOf(entry: Entry): EventType {
  if (isReview(entry)) return 'reviewed';
  return isUndone(entry) ? 'undone' : entry.type;
}

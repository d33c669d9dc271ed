import type { StudyEvent } from './event';
import { formatInstant } from './instant';
import { createIdIndex, type IdIndex } from './idIndex';
import {
  addEntry,
  compareEntries,
  createQuestionLog,
  entryOf,
  isReview,
  isUndone,
  removeEntry,
  type Entry,
  type MarkEntry,
  type QuestionLog,
  type UndoneEntry,
} from './questionLog';
import type { ReviewState } from './studyState';

/**
 * All events of a log, each id once, whether taken back or not: what a state is made of. Events are numbered in the
 * order of their coming, which means nothing.
 */
export interface Ledger {
  readonly ids: IdIndex;
  readonly entries: Entry[];
  /** By number: the log of the question it is about; `undefined` for what takes back. */
  readonly owners: (QuestionLog | undefined)[];
  readonly logs: Map<string, QuestionLog>;
  /** By number: the batches that an event belongs to, by any copy of it. */
  readonly batches: Map<number, readonly string[]>;
  /** The numbers of those that have a copy without a batch, too. */
  readonly alone: Set<number>;
  readonly undones: Map<number, UndoneEntry>;
  /** The ids of which there were events that differ. */
  readonly conflicts: Set<string>;
  /** What is taken back: ids of events and of batches. */
  targets: ReadonlySet<string>;
  /** Whether `targets`, or what they hide, is older than the entries. */
  isUnsettled: boolean;
  /** The logs whose question's state is to be made again. */
  readonly stale: QuestionLog[];
}

/** `ids`: those of the entries that are put in next, each once. */
export function createLedger(ids: readonly string[] = []): Ledger {
  return {
    ids: createIdIndex(ids),
    entries: [],
    owners: [],
    logs: new Map(),
    batches: new Map(),
    alone: new Set(),
    undones: new Map(),
    conflicts: new Set(),
    targets: new Set(),
    isUnsettled: false,
    stale: [],
  };
}

/** Adds an event, or one more copy of it. */
export function enter(ledger: Ledger, event: StudyEvent): void {
  const question = event.type === 'undone' ? undefined : event.question;
  enterEntry(ledger, entryOf(event), question, event.batch);
}

/** As `enter`, for what was made of an event. */
export function enterEntry(ledger: Ledger, entry: Entry, question?: string, batch?: string): void {
  const number = ledger.ids.add(entry.event);
  if (number < ledger.entries.length) {
    joinBatch(ledger, number, batch);
    keepFirst(ledger, number, entry, question);
    return;
  }
  if (batch !== undefined) ledger.batches.set(number, [batch]);
  put(ledger, number, entry, question);
  if (isTarget(ledger, entry.event, batch)) ledger.isUnsettled = true;
}

/** A set that is empty would be asked with the hash of every id, which is dear in a long log. */
function isTarget({ targets }: Ledger, event: string, batch: string | undefined): boolean {
  return targets.size > 0 && (targets.has(event) || (batch !== undefined && targets.has(batch)));
}

function put(ledger: Ledger, number: number, entry: Entry, question: string | undefined): void {
  if (isUndone(entry)) putUndone(ledger, number, entry);
  else putEntry(ledger, number, entry, question === undefined ? undefined : logOf(ledger, question));
}

/** Puts an entry in its place, which is new or was made empty. */
export function putEntry(
  ledger: Ledger,
  number: number,
  entry: ReviewState | MarkEntry,
  log: QuestionLog | undefined,
): void {
  ledger.entries[number] = entry;
  ledger.owners[number] = log;
  if (log === undefined) return;
  addEntry(log, entry);
  markStale(ledger, log);
}

/** As `putEntry`, for what takes back. */
export function putUndone(ledger: Ledger, number: number, entry: UndoneEntry): void {
  ledger.entries[number] = entry;
  ledger.owners[number] = undefined;
  ledger.undones.set(number, entry);
  ledger.isUnsettled = true;
}

export function logOf(ledger: Ledger, question: string): QuestionLog {
  const known = ledger.logs.get(question);
  if (known !== undefined) return known;
  const log = createQuestionLog(question);
  ledger.logs.set(question, log);
  return log;
}

function markStale(ledger: Ledger, log: QuestionLog): void {
  if (log.isStale) return;
  log.isStale = true;
  ledger.stale.push(log);
}

/** An event belongs to the batches of all its copies: importing one that another device has makes such a copy. */
function joinBatch(ledger: Ledger, number: number, batch: string | undefined): void {
  const known = ledger.batches.get(number);
  if ((batch === undefined) !== (known === undefined)) ledger.alone.add(number);
  if (batch === undefined || known?.includes(batch) === true) return;
  ledger.batches.set(number, [...(known ?? []), batch]);
  ledger.isUnsettled = true;
}

/** Of events that share an id, the one whose content sorts first is the one. Which came first means nothing. */
function keepFirst(ledger: Ledger, number: number, entry: Entry, question: string | undefined): void {
  const known = ledger.entries[number];
  const owner = ledger.owners[number];
  if (known === undefined) return;
  const [content, knownContent] = [contentOf(entry, question), contentOf(known, owner?.id)];
  if (content === knownContent) return;
  ledger.conflicts.add(entry.event);
  if (content > knownContent) return;
  if (owner !== undefined) {
    removeEntry(owner, known);
    markStale(ledger, owner);
  }
  ledger.undones.delete(number);
  put(ledger, number, entry, question);
  ledger.isUnsettled = true;
}

/** What the state sees of an event, as a text: `docs/study-log.md` says how other programs make the same. */
export function contentOf(entry: Entry, question: string | undefined): string {
  const at = formatInstant(entry.at);
  if (isUndone(entry)) return JSON.stringify([at, 'undone', entry.targets]);
  if (!isReview(entry)) return JSON.stringify([at, entry.type, question, ...valuesOf(entry)]);
  const { grade, shownSeconds, thinkingSeconds, ticked, keyPoints, practice } = entry;
  const values = [grade, shownSeconds, thinkingSeconds, ticked, keyPoints, practice];
  return JSON.stringify([at, 'reviewed', question, ...values]);
}

function valuesOf({ value }: MarkEntry): readonly (string | boolean)[] {
  return value === undefined ? [] : [value];
}

/** Works out what is taken back, and hides it. Afterwards `stale` has every question whose state may have changed. */
export function settle(ledger: Ledger): void {
  if (!ledger.isUnsettled) return;
  ledger.isUnsettled = false;
  ledger.targets = effectiveTargets(ledger);
  const hidden = hiddenByLog(ledger);
  for (const log of ledger.logs.values()) {
    const now = hidden.get(log);
    const isSame = now === undefined ? log.hidden.size === 0 : isSameSet(now, log.hidden);
    if (isSame) continue;
    log.hidden = now ?? new Set();
    markStale(ledger, log);
  }
}

/**
 * What takes back is itself taken back only by something later, so the last one surely counts, and from there on
 * backwards each is known to count or not.
 */
function effectiveTargets(ledger: Ledger): ReadonlySet<string> {
  const targets = new Set<string>();
  const latestFirst = [...ledger.undones].sort(([, a], [, b]) => compareEntries(b, a));
  for (const [number, entry] of latestFirst) {
    const isTakenBack = targets.has(entry.event) || isInAny(targets, ledger.batches.get(number));
    if (!isTakenBack) for (const target of entry.targets) targets.add(target);
  }
  return targets;
}

function isInAny(targets: ReadonlySet<string>, batches: readonly string[] | undefined): boolean {
  return batches?.some((batch) => targets.has(batch)) === true;
}

function hiddenByLog(ledger: Ledger): ReadonlyMap<QuestionLog, ReadonlySet<string>> {
  const hidden = new Map<QuestionLog, Set<string>>();
  const hide = (number: number): void => {
    const [owner, entry] = [ledger.owners[number], ledger.entries[number]];
    if (owner === undefined || entry === undefined) return;
    hidden.set(owner, (hidden.get(owner) ?? new Set()).add(entry.event));
  };
  for (const target of ledger.targets) {
    const number = ledger.ids.find(target);
    if (number !== -1) hide(number);
  }
  for (const [number, batches] of ledger.batches) if (isInAny(ledger.targets, batches)) hide(number);
  return hidden;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

import type { EventBody, StudyEvent } from './event';
import { createLedger, enter, enterEntry, settle, type Ledger } from './ledger';
import { walkLog, type LogVisitor, type SetAside } from './logText';
import { createNameTable, type NameTable } from './nameTable';
import { replayQuestion, type QuestionLog } from './questionLog';
import { scannedReview } from './scanReview';
import type { QuestionState, StudyState } from './studyState';

/** The state of a log that grows. */
export interface Replay {
  /** As it is now: the map changes with `add`, the states in it never do. */
  readonly state: StudyState;
  /** Ids under which there were events that differ: one of them counts, the same one in every replay. */
  readonly conflicts: ReadonlySet<string>;
  /** Adds events, in any order and any number of times; gives the questions whose state may have changed. */
  add(events: Iterable<StudyEvent>): readonly string[];
  /**
   * Adds the events of a part of a file, for `update` to replay. The lines that are none go to `setAside`, numbered
   * from `firstLine`; gives the number of the line that would be next.
   */
  addText(text: string, file: string, setAside: SetAside[], firstLine: number): number;
  /** Replays what texts have added since the last time; gives the questions whose state may have changed. */
  update(): readonly string[];
  has(event: string): boolean;
  /** All that was added, for the modules of the log alone. */
  readonly ledger: Ledger;
}

/** A state that was kept, with the events that it comes from: those are made only when they are needed. */
export interface KeptState {
  readonly questions: Iterable<QuestionState>;
  createLedger(): Ledger;
}

export function createReplay(kept?: KeptState): Replay {
  const questions = new Map<string, QuestionState>();
  for (const state of kept?.questions ?? []) questions.set(state.id, state);
  let names: NameTable | undefined;
  let made: Ledger | undefined;

  const ledgerOf = (): Ledger => {
    made ??= kept === undefined ? createLedger() : settledLedger(kept);
    return made;
  };

  const update = (ledger: Ledger): readonly string[] => {
    const changed = takeStale(ledger);
    for (const log of changed) {
      const state = replayQuestion(log);
      if (state === undefined) questions.delete(log.id);
      else questions.set(log.id, state);
    }
    return changed.map(({ id }) => id);
  };

  return {
    state: { questions },
    get conflicts() {
      return ledgerOf().conflicts;
    },
    get ledger() {
      return ledgerOf();
    },
    add(events) {
      const ledger = ledgerOf();
      for (const event of events) enter(ledger, event);
      return update(ledger);
    },
    addText(text, file, setAside, firstLine) {
      if (text === '') return firstLine;
      names ??= createNameTable();
      return walkLog(text, file, visitorOf(ledgerOf(), setAside), firstLine, names);
    },
    // A ledger that nobody asked for has nothing new.
    update: () => (made === undefined ? [] : update(made)),
    has: (event) => ledgerOf().ids.find(event) !== -1,
  };
}

/** The ledger of a state that was kept: its questions' states are those of the ledger already. */
function settledLedger(kept: KeptState): Ledger {
  const ledger = kept.createLedger();
  takeStale(ledger);
  return ledger;
}

function takeStale(ledger: Ledger): QuestionLog[] {
  settle(ledger);
  const stale = ledger.stale.splice(0);
  for (const log of stale) log.isStale = false;
  return stale;
}

function visitorOf(ledger: Ledger, setAside: SetAside[]): LogVisitor {
  return {
    review: (scan) => enterEntry(ledger, scannedReview(scan), scan.question, scan.batch),
    event: (event) => enter(ledger, event),
    setAside: (line) => setAside.push(line),
  };
}

/** The state that a set of events leads to. */
export function replayEvents(events: Iterable<StudyEvent>): StudyState {
  const replay = createReplay();
  replay.add(events);
  return replay.state;
}

/**
 * The first millisecond at which an event would be the last word, for clocks that were ahead: what takes back must
 * be later than what it takes back, a mark later than the question's other marks, a review later than a reset.
 */
export function earliestFor(body: EventBody, { ledger }: Replay): number {
  const behind = (times: readonly number[]) => times.reduce((latest, at) => Math.max(latest, at + 1), 0);
  if (body.type === 'undone') {
    const targets = new Set(body.targets);
    const isTarget = (number: number, event: string) =>
      targets.has(event) || ledger.batches.get(number)?.some((batch) => targets.has(batch)) === true;
    const taken = [...ledger.undones].filter(([number, { event }]) => isTarget(number, event));
    return behind(taken.map(([, { at }]) => at));
  }
  const marks = ledger.logs.get(body.question)?.marks ?? [];
  const reviews = body.type === 'reset' ? (ledger.logs.get(body.question)?.reviews ?? []) : [];
  const rivals =
    body.type === 'reviewed' ? marks.filter(({ type }) => type === 'reset') : [...marks, ...reviews];
  return behind(rivals.map(({ at }) => at));
}

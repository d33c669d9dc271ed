import type { EventBody, StudyEvent } from './event';
import { createLedger, enter, enterEntry, settle, type Ledger } from './ledger';
import { walkLog, type LogVisitor, type SetAside } from './logText';
import { replayQuestion } from './questionLog';
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
  /** Adds the events of a part of a file, as `add`. The lines that are none go to `setAside`, numbered from `firstLine`. */
  addText(text: string, file: string, setAside: SetAside[], firstLine?: number): readonly string[];
  has(event: string): boolean;
  /** All that was added, for the modules of the log alone. */
  readonly ledger: Ledger;
}

export function createReplay(ledger: Ledger = createLedger()): Replay {
  const questions = new Map<string, QuestionState>();

  const update = (): readonly string[] => {
    settle(ledger);
    const changed = ledger.stale.splice(0);
    for (const log of changed) {
      log.isStale = false;
      const state = replayQuestion(log);
      if (state === undefined) questions.delete(log.id);
      else questions.set(log.id, state);
    }
    return changed.map(({ id }) => id);
  };
  update();

  return {
    state: { questions },
    conflicts: ledger.conflicts,
    ledger,
    add(events) {
      for (const event of events) enter(ledger, event);
      return update();
    },
    addText(text, file, setAside, firstLine) {
      const visitor: LogVisitor = {
        review: (scan) => enterEntry(ledger, scannedReview(scan), scan.question, scan.batch),
        event: (event) => enter(ledger, event),
        setAside: (line) => setAside.push(line),
      };
      walkLog(text, file, visitor, firstLine);
      return update();
    },
    has: (event) => ledger.ids.find(event) !== -1,
  };
}

/** The state that a set of events leads to. */
export function replayEvents(events: Iterable<StudyEvent>): StudyState {
  const replay = createReplay();
  replay.add(events);
  return replay.state;
}

/**
 * The first millisecond at which an event would be the last word, for clocks that were ahead: what takes back must be later than
 * what it takes back, a mark later than the question's other marks, a review later than a reset.
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

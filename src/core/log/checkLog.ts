import type { StudyEvent } from './event';
import { fileStamp } from './fold';
import { formatInstant } from './instant';
import { contentOf } from './ledger';
import { encodeEvent, readLines, type LogLine, type SetAsideReason } from './logText';
import { entryOf } from './questionLog';
import { decodeSnapshot } from './snapshot';

/** A file of the log with what is in it. `isOpen`: a window that still runs appends to it. */
export interface CheckedFile {
  readonly name: string;
  readonly text: string;
  readonly isOpen: boolean;
}

/**
 * What is wrong and can be mended. `differing copies`: events that share an id and are not the same, but for one.
 * `missing line end`: two events in one line.
 */
export type FaultKind =
  'torn' | 'damaged' | 'conflict marker' | 'missing line end' | 'differing copies' | 'damaged snapshot';

/** What is worth knowing, and right as it is. */
export type NoticeKind = 'unknown kind' | 'newer version' | 'in the future' | 'takes back nothing';

export interface Finding<Kind> {
  readonly kind: Kind;
  readonly count: number;
  readonly files: readonly string[];
}

export interface CheckReport {
  readonly events: number;
  readonly faults: readonly Finding<FaultKind>[];
  readonly notices: readonly Finding<NoticeKind>[];
  /** What mending writes, in this order: first what is taken out of the log, then the log's files without it. */
  readonly write: readonly { readonly name: string; readonly text: string }[];
  readonly removeSnapshot: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Looks for what is wrong with a log. Mending takes lines that are no events, and copies that don't count, out of
 * the files into one that is not read, so that nothing is lost and a second check finds no fault. Files that are
 * open stay as they are.
 */
export function checkLog(files: readonly CheckedFile[], now: number, snapshot?: Uint8Array): CheckReport {
  const read = files.map(({ name, text, isOpen }) => ({ name, isOpen, lines: withoutOpenEnd(text, isOpen) }));
  const events = read.flatMap(({ lines }) => lines.flatMap((line) => line.events.map(({ event }) => event)));
  const losing = findLosing(events);
  const mendings = read.map((file) => mendFile(file, losing));
  const isSnapshotDamaged = snapshot !== undefined && decodeSnapshot(snapshot) === undefined;
  const faults = mendings.flatMap(({ name, faults: kinds }) => kinds.map((kind) => ({ kind, name })));
  if (isSnapshotDamaged) faults.push({ kind: 'damaged snapshot', name: '' });
  const targets = new Set(events.flatMap(({ id, batch }) => (batch === undefined ? [id] : [id, batch])));
  const notices = read.flatMap(({ name, lines }) => noticesOf(name, lines, targets, now));
  const mended = mendings.filter(({ isOpen, faults: kinds }) => !isOpen && kinds.length > 0);
  const removed = mended.flatMap((mending) => mending.removed);
  return {
    events: new Set(events.map(({ id }) => id)).size,
    faults: summarize(faults),
    notices: summarize(notices),
    write: [
      ...(removed.length === 0 ? [] : [{ name: `set-aside-${fileStamp(now)}.txt`, text: removed.join('') }]),
      ...mended.map(({ name, text }) => ({ name, text })),
    ],
    removeSnapshot: isSnapshotDamaged,
  };
}

/** The lines of a file, without the one that its window may be writing now. */
function withoutOpenEnd(text: string, isOpen: boolean): readonly LogLine[] {
  return readLines(isOpen ? text.slice(0, text.lastIndexOf('\n') + 1) : text);
}

/** For each event that doesn't count the one with the same id that does. */
function findLosing(events: readonly StudyEvent[]): ReadonlyMap<StudyEvent, StudyEvent> {
  const first = new Map<string, { readonly event: StudyEvent; readonly content: string }>();
  for (const event of events) {
    const [content, known] = [contentOfEvent(event), first.get(event.id)];
    if (known === undefined || content < known.content) first.set(event.id, { event, content });
  }
  return new Map(
    events.flatMap((event) => {
      const winning = first.get(event.id);
      return winning === undefined || winning.content === contentOfEvent(event)
        ? []
        : [[event, winning.event]];
    }),
  );
}

/** The event in the batch of another one, or in none as that one. */
function inBatchOf(event: StudyEvent, { batch }: StudyEvent): StudyEvent {
  return Object.fromEntries(
    Object.entries({ ...event, batch }).filter(([, value]) => value !== undefined),
  ) as unknown as StudyEvent;
}

function contentOfEvent(event: StudyEvent): string {
  return contentOf(entryOf(event), event.type === 'undone' ? undefined : event.question);
}

interface Mending {
  readonly name: string;
  readonly isOpen: boolean;
  readonly faults: readonly FaultKind[];
  /** The file without what is taken out. */
  readonly text: string;
  /** What is taken out, with a line above each that says where it was. */
  readonly removed: readonly string[];
}

function mendFile(
  { name, isOpen, lines }: { name: string; isOpen: boolean; lines: readonly LogLine[] },
  losing: ReadonlyMap<StudyEvent, StudyEvent>,
): Mending {
  const faults: FaultKind[] = [];
  const removed: string[] = [];
  const kept: string[] = [];
  for (const { number, events, setAside } of lines) {
    const takeOut = (kind: FaultKind, text: string): void => {
      faults.push(kind);
      removed.push(`# ${name}, line ${number}: ${kind}\n${text}\n`);
    };
    if (events.length > 1) faults.push('missing line end');
    for (const { event, text } of events) {
      const winning = losing.get(event);
      if (winning !== undefined) takeOut('differing copies', text);
      kept.push(winning === undefined ? text : encodeEvent(inBatchOf(winning, event)).trimEnd());
    }
    for (const { text, reason } of setAside) {
      if (isForeign(reason)) kept.push(text);
      else takeOut(reason, text);
    }
  }
  return { name, isOpen, faults, text: kept.map((line) => `${line}\n`).join(''), removed };
}

function isForeign(reason: SetAsideReason): reason is 'unknown kind' | 'newer version' {
  return reason === 'unknown kind' || reason === 'newer version';
}

function noticesOf(
  name: string,
  lines: readonly LogLine[],
  known: ReadonlySet<string>,
  now: number,
): { kind: NoticeKind; name: string }[] {
  const tomorrow = formatInstant(now + DAY_MS);
  const kinds = lines.flatMap(({ events, setAside }): NoticeKind[] => [
    ...setAside.flatMap(({ reason }) => (isForeign(reason) ? [reason] : [])),
    ...events.flatMap(({ event }) => (event.at > tomorrow ? (['in the future'] as const) : [])),
    ...events.flatMap(({ event }) =>
      event.type === 'undone' && event.targets.some((target) => !known.has(target))
        ? (['takes back nothing'] as const)
        : [],
    ),
  ]);
  return kinds.map((kind) => ({ kind, name }));
}

function summarize<Kind>(found: readonly { readonly kind: Kind; readonly name: string }[]): Finding<Kind>[] {
  return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
    const same = found.filter((finding) => finding.kind === kind);
    const names = new Set(same.map(({ name }) => name));
    return { kind, count: same.length, files: [...names].filter((name) => name !== '') };
  });
}

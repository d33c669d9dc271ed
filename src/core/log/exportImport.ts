import { createBatchId, deedOf, withBatch } from './batches';
import type { StudyEvent } from './event';
import { faultOf, inOrder } from './eventFields';
import { formatInstant } from './instant';
import { contentOf } from './ledger';
import { compareEvents } from './merge';
import { entryOf } from './questionLog';
import type { Replay } from './replay';
import { stampEvent, type Stamps } from './stampEvent';

const FORMAT = 'llm-study-log';
const VERSION = 1;
const MOST_FAULTS = 20;

/** The events as a file for other programs, in order of (at, id), a line each. */
export function encodeExport(events: readonly StudyEvent[], now: number): string {
  const lines = new Set([...events].sort(compareEvents).map((event) => JSON.stringify(inOrder(event))));
  const head = { format: FORMAT, version: VERSION, exported: formatInstant(now) };
  const fields = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`);
  const list = lines.size === 0 ? '[]' : `[\n    ${[...lines].join(',\n    ')}\n  ]`;
  return `{\n${fields.join('')}  "events": ${list}\n}\n`;
}

export type ParsedExport =
  | { readonly events: readonly StudyEvent[] }
  /** What is wrong, in words, with the place: `events[3]: "on" must be true or false`. */
  | { readonly faults: readonly string[] };

/** The events of an export; none of them when anything in it is wrong. */
export function parseExport(text: string): ParsedExport {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return { faults: ['it is not a JSON object'] };
  const { format, version, events } = value as { format?: unknown; version?: unknown; events?: unknown };
  if (format !== FORMAT) return { faults: [`"format" must be "${FORMAT}"`] };
  if (Number.isInteger(version) && Number(version) > VERSION) {
    return {
      faults: [`it was written by a newer version: "version" is ${String(Number(version))}, not ${VERSION}`],
    };
  }
  if (version !== VERSION) return { faults: [`"version" must be ${VERSION}`] };
  if (!Array.isArray(events)) return { faults: ['"events" must be a list'] };
  const faults = events.flatMap((event: unknown, place) => {
    const fault = faultOf(event);
    return fault === undefined ? [] : [`events[${place}]: ${fault}`];
  });
  if (faults.length === 0) return { events: events as StudyEvent[] };
  const rest = faults.length - MOST_FAULTS;
  return { faults: [...faults.slice(0, MOST_FAULTS), ...(rest > 0 ? [`and ${rest} more`] : [])] };
}

/** What an import does. */
export interface Import {
  /** What to append, one batch; nothing when the log has it all. */
  readonly events: readonly StudyEvent[];
  /** How many events are new to the log. */
  readonly added: number;
  /** How many the log has otherwise under the same id. Those of the log stay. */
  readonly differing: number;
}

/** What to append for the log to have the events, too, and again those whose import was undone. */
export function planImport(events: readonly StudyEvent[], stamps: Stamps, replay: Replay): Import {
  const added = events.filter(({ id }) => !replay.has(id));
  const copies = events.filter((event) => replay.has(event.id) && isNewToBatch(event, replay));
  const targets = undoneImports(events, replay);
  const differing = events.filter((event) => differs(event, replay)).length;
  if (added.length + copies.length + targets.length === 0) return { events: [], added: 0, differing };
  const batch = createBatchId('import', stamps);
  const undone = stampEvent({ type: 'undone', targets }, stamps, replay, batch);
  return {
    events: [...added.flatMap((event) => withBatch(event, batch)), ...copies, undone],
    added: new Set(added.map(({ id }) => id)).size,
    differing,
  };
}

function isNewToBatch({ id, batch }: StudyEvent, { ledger }: Replay): boolean {
  if (batch === undefined) return false;
  return ledger.batches.get(ledger.ids.find(id))?.includes(batch) !== true;
}

function differs(event: StudyEvent, { ledger }: Replay): boolean {
  const number = ledger.ids.find(event.id);
  const known = ledger.entries[number];
  if (known === undefined) return false;
  const question = event.type === 'undone' ? undefined : event.question;
  return contentOf(entryOf(event), question) !== contentOf(known, ledger.owners[number]?.id);
}

/** What took back an import that brought one of these events, and is not in the file itself. */
function undoneImports(events: readonly StudyEvent[], { ledger }: Replay): string[] {
  const inFile = new Set(events.map(({ id }) => id));
  const batches = events.flatMap(({ id }) => ledger.batches.get(ledger.ids.find(id)) ?? []);
  const taken = new Set(batches.filter((batch) => deedOf(batch) === 'import' && ledger.targets.has(batch)));
  return [...ledger.undones.values()]
    .filter(({ event, targets }) => !inFile.has(event) && targets.some((target) => taken.has(target)))
    .map(({ event }) => event);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

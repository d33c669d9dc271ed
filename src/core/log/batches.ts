import type { StudyEvent } from './event';
import type { Ledger } from './ledger';
import { createId, type Stamps } from './stampEvent';

/** What is done to a whole log in one go. Its batch ends with an `undone`, whose time is that of the deed. */
export type Deed = 'import' | 'restore';

/** The id of a new batch, such as `import-mibvhq4g0-k3j9x20fa1b`. */
export function createBatchId(deed: Deed, stamps: Stamps): string {
  return `${deed}-${createId(stamps)}`;
}

/** `undefined` for a batch of any other kind. */
export function deedOf(batch: string): Deed | undefined {
  return (['import', 'restore'] as const).find((deed) => batch.startsWith(`${deed}-`));
}

/** The event as part of one more batch: a copy, and where it is in a batch already, the event itself as well. */
export function withBatch(event: StudyEvent, batch: string): StudyEvent[] {
  const copy = { ...event, batch };
  return event.batch === undefined ? [copy] : [event, copy];
}

/** Tells whether an event counts, by its number in the ledger. */
export function isEffective({ entries, batches, targets }: Ledger, number: number): boolean {
  const isTarget = (id: string) => targets.has(id);
  return !isTarget(entries[number]?.event ?? '') && batches.get(number)?.some(isTarget) !== true;
}

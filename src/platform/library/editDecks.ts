import type { Uri } from 'vscode';
import { isEntryOf, writeEntry } from './deckPlaces';
import { listLevels, readLevel, writeLevel, type DeckLevel } from './deckSettings';

/** What was taken out of a level of the settings. */
export interface RemovedEntries {
  readonly level: DeckLevel;
  readonly entries: readonly unknown[];
}

/** Whether some level of the settings names the place. */
export function isListed(place: Uri): boolean {
  return listLevels().some((level) =>
    readLevel(level).entries.some((entry) => isEntryOf(place, entry, level)),
  );
}

/** Throws where the settings can't be written. */
export async function listDeck(place: Uri, level: DeckLevel): Promise<void> {
  await writeLevel(level, [...readLevel(level).entries, writeEntry(place, level)]);
}

/** Takes it out of every level that names it. */
export async function unlistDeck(place: Uri): Promise<RemovedEntries[]> {
  const removed: RemovedEntries[] = [];
  for (const level of listLevels()) {
    const { entries } = readLevel(level);
    const own = entries.filter((entry) => isEntryOf(place, entry, level));
    if (own.length === 0) continue;
    await writeLevel(
      level,
      entries.filter((entry) => !own.includes(entry)),
    );
    removed.push({ level, entries: own });
  }
  return removed;
}

/** Puts back what `unlistDeck` has taken out. */
export async function relistDeck(removed: readonly RemovedEntries[]): Promise<void> {
  for (const { level, entries } of removed) {
    const present = readLevel(level).entries;
    await writeLevel(level, [...present, ...entries.filter((entry) => !present.includes(entry))]);
  }
}

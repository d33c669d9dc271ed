import type { Memento, Uri } from 'vscode';
import { chooseDeckId } from '../../core/decks/deckIds';
import { nameWithoutEnding } from '../../core/decks/deckPaths';
import { nameOfPlace } from './names';

/** Gives decks their ids. A place keeps the one that it was given first, whatever becomes of the others. */
export interface DeckIds {
  /** `taken` are those of the other decks of this window. */
  idOf(place: Uri, taken: ReadonlySet<string>): string;
}

const stateKey = 'decks.ids';

export function createDeckIds(state: Memento, onError: (error: unknown) => void): DeckIds {
  return {
    idOf(place, taken) {
      const kept = parseKept(state.get(stateKey));
      const known = kept.get(place.toString());
      if (known !== undefined && !taken.has(known)) return known;
      const name = nameWithoutEnding(nameOfPlace(place));
      const id = chooseDeckId(name, new Set([...kept.values(), ...taken]));
      kept.set(place.toString(), id);
      state.update(stateKey, Object.fromEntries(kept)).then(undefined, onError);
      return id;
    },
  };
}

function parseKept(value: unknown): Map<string, string> {
  const entries = Object.entries(typeof value === 'object' ? (value ?? {}) : {});
  return new Map(
    entries.filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry[1]),
    ),
  );
}

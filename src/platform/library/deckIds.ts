import { Uri, type Memento } from 'vscode';
import {
  createDeckIdKeeper,
  type DeckIdStore,
  type KeptDeckId,
  type NamedPlace,
} from '../../core/decks/deckIdKeeper';
import { nameWithoutEnding } from '../../core/decks/deckPaths';
import { isObjectOf, isString } from '../../protocol/shape';
import { keyOfPlace, nameOfPlace } from './names';

/** The ids that decks were given on this device, in all windows. */
export interface DeckIds {
  /** `taken` are those of the other decks of this window. */
  idOf(place: Uri, taken: ReadonlySet<string>): string;
  has(place: Uri): boolean;
  /** All places that were ever given one. */
  list(): readonly { readonly id: string; readonly place: Uri }[];
  adopt(id: string, place: Uri): void;
  /** Whether the deck at a place is to be given another id; to be asked again when other windows may have written. */
  settle(isStudied: (id: string) => boolean): (place: Uri) => boolean;
}

/** One key for each place, so that windows that write at one time are seldom in each other's way. */
const keyStart = 'decks.id.';
/** Where an earlier version kept all in one. */
const earlierKey = 'decks.ids';

export function createDeckIds(state: Memento, onError: (error: unknown) => void): DeckIds {
  const update = (key: string, value: unknown) => void state.update(key, value).then(undefined, onError);
  takeEarlier(state, update);
  const list = () => listKept(state);
  const store: DeckIdStore = { list, save: (key, kept) => update(keyStart + key, kept) };
  const keeper = createDeckIdKeeper(store);
  return {
    idOf: (place, taken) => keeper.idOf(named(place), nameWithoutEnding(nameOfPlace(place)), taken),
    has: (place) => list().has(keyOfPlace(place)),
    list: () => [...list().values()].map(({ id, address }) => ({ id, place: Uri.parse(address) })),
    adopt: (id, place) => keeper.adopt(id, named(place)),
    settle(isStudied) {
      const keys = new Set(keeper.settle(isStudied));
      return (place) => keys.has(keyOfPlace(place));
    },
  };
}

function named(place: Uri): NamedPlace {
  return { key: keyOfPlace(place), address: place.toString() };
}

function listKept(state: Memento): Map<string, KeptDeckId> {
  const isKept = isObjectOf<KeptDeckId>({ id: isDeckId, address: isString });
  return new Map(
    state.keys().flatMap((key) => {
      const value = key.startsWith(keyStart) ? state.get(key) : undefined;
      return isKept(value) ? [[key.slice(keyStart.length), value] as const] : [];
    }),
  );
}

function takeEarlier(state: Memento, update: (key: string, value: unknown) => void): void {
  const earlier = state.get(earlierKey);
  if (typeof earlier !== 'object' || earlier === null) return;
  for (const [address, id] of Object.entries(earlier)) {
    const key = keyStart + keyOfPlace(Uri.parse(address));
    if (isDeckId(id) && state.get(key) === undefined) update(key, { id, address });
  }
  update(earlierKey, undefined);
}

function isDeckId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

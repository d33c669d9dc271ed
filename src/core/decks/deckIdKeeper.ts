import { chooseDeckId } from './deckIds';
import { titleKeyOf } from './titleLikeness';

/** Where a deck is: `key` is the same for each way to write the address. */
export interface NamedPlace {
  readonly key: string;
  readonly address: string;
}

export interface KeptDeckId {
  readonly id: string;
  readonly address: string;
}

/** What all windows keep together. Two that write at one time may lose what one of them has written. */
export interface DeckIdStore {
  /** By the keys of places. */
  list(): ReadonlyMap<string, KeptDeckId>;
  /** Forgets the place with `undefined`. */
  save(key: string, kept: KeptDeckId | undefined): void;
}

/** Gives decks their ids. A place keeps the one that it was given first, whatever becomes of the others. */
export interface DeckIdKeeper {
  /** `taken` are those of the other decks of this window. */
  idOf(place: NamedPlace, name: string, taken: ReadonlySet<string>): string;
  /** The deck of that id is at this place now. Where it was keeps it, too: it may be back in another window. */
  adopt(id: string, place: NamedPlace): void;
  /**
   * Looks again at the ids that were given in this window, once others have had time to write theirs. What was lost is
   * written again. Gives the keys of the places whose id another window gave to another place: of two, the one behind
   * gives way, unless something of it was studied.
   */
  settle(isStudied: (id: string) => boolean): readonly string[];
}

export function createDeckIdKeeper(store: DeckIdStore): DeckIdKeeper {
  const fresh = new Map<string, KeptDeckId>();
  const keep = (key: string, kept: KeptDeckId) => {
    fresh.set(key, kept);
    store.save(key, kept);
  };
  return {
    idOf({ key, address }, name, taken) {
      const kept = store.list();
      const known = kept.get(key) ?? fresh.get(key);
      if (known !== undefined && !taken.has(known.id)) return known.id;
      const others = [...kept.values(), ...fresh.values()].map(({ id }) => id);
      const id = chooseDeckId(name, new Set([...others, ...taken]));
      keep(key, { id, address });
      return id;
    },
    adopt: (id, { key, address }) => keep(key, { id, address }),
    settle(isStudied) {
      const givingWay: string[] = [];
      for (const [key, own] of fresh) {
        const kept = store.list();
        const isBehind = [...kept].some(([other, { id }]) => id === own.id && other < key);
        if (isBehind && !isStudied(own.id)) {
          fresh.delete(key);
          store.save(key, undefined);
          givingWay.push(key);
        } else if (kept.get(key)?.id !== own.id) store.save(key, own);
      }
      return givingWay;
    },
  };
}

/** Whether a deck has most of the titles that another was studied by: then it is that one, in another place. */
export function hasMostTitles(titles: readonly string[], studied: readonly string[]): boolean {
  const keys = new Set(titles.map(titleKeyOf));
  return studied.filter((title) => keys.has(titleKeyOf(title))).length * 2 > studied.length;
}

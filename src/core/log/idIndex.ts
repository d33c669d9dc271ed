import { hashOf } from './checksum';

/**
 * Numbers for ids, in the order of their coming: 0, 1, 2 … A `Map` does the same, but would be the dearest part of
 * loading a long log. Two things make this one cheap. Ids that rise, as those of a sorted file do, are surely new, so
 * nothing is looked up until one comes that doesn't; then all are entered in a table:
 *
 *   hash, number + 1 │ hash, number + 1 │ 0, 0 │ …      at most half of it taken
 *
 * An id stands where its hash says or within the 31 places behind, else in `overflow`, so that ids which are made to
 * collide cost no more.
 */
export interface IdIndex {
  readonly size: number;
  /** The id's number, or the next free one, which is then its own. */
  add(id: string): number;
  /** -1 for an id that was never added. */
  find(id: string): number;
}

const LONGEST_SEARCH = 32;

/** `known`: ids that have numbers already, each once, in any order. */
export function createIdIndex(known: readonly string[] = []): IdIndex {
  const ids = [...known];
  const overflow = new Map<string, number>();
  let table = new Int32Array(2 * 2048);
  /** How many ids are in the table: all that were added before one came that did not rise. */
  let entered = 0;

  /** Where the id stands in the table, or would; -1 when there is no place. */
  const findPlace = (id: string, hash: number): number => {
    for (let step = 0; step < LONGEST_SEARCH; step++) {
      const place = (2 * (hash + step)) & (table.length - 1);
      const next = table[place + 1] ?? 0;
      if (next === 0 || (table[place] === hash && ids[next - 1] === id)) return place;
    }
    return -1;
  };

  const enter = (id: string, hash: number, next: number): void => {
    const place = findPlace(id, hash);
    if (place === -1) overflow.set(id, next - 1);
    else {
      table[place] = hash;
      table[place + 1] = next;
    }
  };

  /** Enters what is not in the table yet. */
  const catchUp = (): void => {
    if (ids.length * 4 > table.length) {
      let length = table.length;
      while (ids.length * 4 > length) length *= 4;
      table = new Int32Array(length);
      entered = 0;
    }
    for (; entered < ids.length; entered++) {
      const id = ids[entered] ?? '';
      enter(id, idHash(id), entered + 1);
    }
  };

  const find = (id: string): number => {
    catchUp();
    const place = findPlace(id, idHash(id));
    const next = place === -1 ? 0 : (table[place + 1] ?? 0);
    return next === 0 ? (overflow.get(id) ?? -1) : next - 1;
  };

  return {
    get size() {
      return ids.length;
    },
    find,
    add(id) {
      const isRising =
        entered === 0 && known.length === 0 && (ids.length === 0 || isBehind(id, ids.at(-1) ?? ''));
      const found = isRising ? -1 : find(id);
      return found === -1 ? ids.push(id) - 1 : found;
    },
  };
}

/** In 30 bits, which compiled code keeps without a box. */
function idHash(id: string): number {
  return hashOf(id) & 0x3fffffff;
}

/**
 * Tells whether `a` sorts behind `b`. Its own loop, since a comparison of parts of a larger text leaves compiled
 * code.
 */
function isBehind(a: string, b: string): boolean {
  for (let at = 0; at < a.length; at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return !(difference < 0);
  }
  return false;
}

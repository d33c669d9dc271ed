/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items; the first ones far more often, as words are used (Zipf's law). */
export function pickZipf<T>(items: readonly T[], random: () => number): T {
  return pickAt(items, items.length ** random() - 1);
}

export function pick<T>(items: readonly T[], random: () => number): T {
  return pickAt(items, random() * items.length);
}

function pickAt<T>(items: readonly T[], place: number): T {
  const item = items[Math.floor(place)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

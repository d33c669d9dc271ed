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

/** The items by what they have in common, each list in the order given; the keys in the order of their first item. */
export function collectBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const collected = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = collected.get(key);
    if (known === undefined) collected.set(key, [item]);
    else known.push(item);
  }
  return collected;
}

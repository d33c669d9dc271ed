export { createRandom } from '../../src/core/util/random';

export function pick<T>(random: () => number, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** Up to `most` of what `create` gives, `least` at least. */
export function repeat<T>(random: () => number, least: number, most: number, create: () => T): T[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, create);
}

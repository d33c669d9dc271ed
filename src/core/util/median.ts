/** The median to the whole number, of numbers from 0 to `most`: they are counted, not kept. */
export interface Median {
  add(value: number): void;
  /** `undefined` as long as there is none. */
  value(): number | undefined;
  readonly count: number;
}

export function createMedian(most: number): Median {
  const counts = new Uint32Array(most + 1);
  let total = 0;
  return {
    add(value) {
      const whole = Math.min(most, Math.round(value));
      counts[whole] = (counts[whole] ?? 0) + 1;
      total += 1;
    },
    value() {
      let below = 0;
      const found = counts.findIndex((count) => (below += count) * 2 >= total);
      return total === 0 ? undefined : found;
    },
    get count() {
      return total;
    },
  };
}

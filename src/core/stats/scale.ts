/** An axis from 0 to `top`, with round numbers on it. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** An axis that reaches `most`: up to five steps of 1, 2 or 5 times a power of ten, whole numbers all. */
export function createScale(most: number): Scale {
  const rough = Math.max(1, most / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const steps = Math.max(1, Math.ceil(most / step));
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, number) => number * step) };
}

/** An axis of shares that ends at 1 and reaches down to `least`, so that small differences at the top are seen. */
export function createShareScale(least: number): {
  readonly bottom: number;
  readonly ticks: readonly number[];
} {
  const step = least >= 0.6 ? 0.1 : least >= 0.4 ? 0.2 : 0.25;
  // Without the tenth of a per mille, 1 - 0.9 is a bit more than one step of 0.1.
  const steps = Math.max(2, Math.ceil((1 - least) / step - 0.0001));
  return {
    bottom: 1 - steps * step,
    ticks: Array.from({ length: steps + 1 }, (_, number) => 1 - (steps - number) * step),
  };
}

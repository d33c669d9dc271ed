import { median } from '../report';

/**
 * The median time of each, in milliseconds. They run in turn, so that whatever else the machine does slows all of them;
 * the first round, which compiles, is left out.
 */
export async function medianTimesMs<Runs extends readonly (() => unknown)[]>(
  runs: readonly [...Runs],
  rounds = 9,
): Promise<{ [place in keyof Runs]: number }> {
  const timesMs = runs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [number, run] of runs.entries()) {
      const started = performance.now();
      await run();
      if (round > 0) timesMs[number]?.push(performance.now() - started);
    }
  }
  return timesMs.map(median) as { [place in keyof Runs]: number };
}

/** What one thing takes in times of another. */
export function formatRatio(
  { ours, theirs, theirName }: { readonly ours: number; readonly theirs: number; readonly theirName: string },
  mostTimes?: number,
) {
  const figure = `${formatMs(ours)}; ${theirName} ${formatMs(theirs)}: ${(ours / theirs).toFixed(2)} ×`;
  if (mostTimes === undefined) return { figure };
  return { figure, budget: `≤ ${mostTimes} ×`, holds: ours <= mostTimes * theirs };
}

function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

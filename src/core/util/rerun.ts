/**
 * Runs `work` one at a time. A call while it runs makes it run once more, so that nothing is missed and no older
 * result comes after a newer one. Resolves after a run that began with the call or later; rejects as that run does.
 */
export function createRerunner(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    if (running === undefined) {
      running = work().finally(() => (running = undefined));
      return running;
    }
    const startNext = () => {
      next = undefined;
      return run();
    };
    next ??= running.then(startNext, startNext);
    return next;
  };
  return run;
}

/** `work` for each item, for so many at once. The results stand in the order of the items. */
export async function mapLimited<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let at = 0;
  const takeTurns = async () => {
    while (at < items.length) {
      const own = at++;
      results[own] = await work(items[own] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, takeTurns));
  return results;
}

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Reads until what is read equals what is expected; after ten seconds fails with the difference. */
export async function eventuallyEqual<T>(
  read: () => Promise<T>,
  expected: T,
  message?: string,
): Promise<void> {
  const end = performance.now() + 10_000;
  for (;;) {
    const actual = await read();
    if (isDeepStrictEqual(actual, expected)) return;
    if (performance.now() > end) assert.deepEqual(actual, expected, message);
    await setTimeout(50);
  }
}

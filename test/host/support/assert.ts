/** The assertions that host tests need: `node:assert` does not exist in a web worker. */
export function ok(value: unknown, what = 'a truthy value'): asserts value {
  if (!value) throw new Error(`Expected ${what}, got ${show(value)}.`);
}

export function equal<T>(actual: T, expected: T, what = 'value'): void {
  if (!Object.is(actual, expected)) fail(what, actual, expected);
}

/** Deep equality of plain data: the order of an object's keys and keys that are undefined don't count. */
export function deepEqual<T>(actual: T, expected: T, what = 'value'): void {
  if (show(actual) !== show(expected)) fail(what, actual, expected);
}

export function match(text: string, pattern: RegExp, what = 'text'): void {
  if (!pattern.test(text)) throw new Error(`The ${what} does not match ${String(pattern)}:\n${text}`);
}

export function notMatch(text: string, pattern: RegExp, what = 'text'): void {
  if (pattern.test(text)) throw new Error(`The ${what} must not match ${String(pattern)}:\n${text}`);
}

/**
 * The first truthy value of `check`, asked every 50 ms; throws after the time-out, so that no test sleeps for a
 * guessed time.
 */
export async function until<T>(
  check: () => T | PromiseLike<T>,
  what: string,
  timeoutMs = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${String(timeoutMs)} ms in vain until ${what}.`);
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
  }
}

function fail(what: string, actual: unknown, expected: unknown): never {
  throw new Error(`The ${what} is\n${show(actual)}\nand should be\n${show(expected)}`);
}

function show(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value, sorted, 2);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

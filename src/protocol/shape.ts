/** Tells whether a value that came from outside has the shape of `T`. */
export type Shape<T> = (value: unknown) => value is T;

export const isString: Shape<string> = (value): value is string => typeof value === 'string';
export const isBoolean: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';
export const isNothing: Shape<undefined> = (value): value is undefined =>
  value === undefined || value === null;

/** A whole number from 0. */
export const isCount: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** A finite number from 0, such as seconds or pixels. */
export const isAmount: Shape<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

export function isOneOf<T extends string>(...choices: readonly T[]): Shape<T> {
  return (value): value is T => typeof value === 'string' && (choices as readonly string[]).includes(value);
}

export function isArrayOf<T>(isItem: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isItem);
}

/** An object with at least these fields of its own. */
export function isObjectOf<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Shape<unknown>>(fields).every(([key, isField]) =>
      isField(Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined),
    );
}

import { slugOf } from './ids';

/** Question ids begin with it, and links name them. */
const longestId = 40;

/**
 * An id for a new deck, from its folder's or file's name: lower-case letters, digits and single hyphens. `deck` where
 * the name has nothing of the kind; with a number behind it where a deck has that id already.
 */
export function chooseDeckId(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name).slice(0, longestId).replace(/-+$/, '') || 'deck';
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${String(count)}`;
  return id;
}

import type { ReadQuestion } from './deck';

/** What a question is called where nothing is known of it from before. */
export interface AssignedId {
  readonly id: string;
  /** The file itself gives the id, and no other question of the deck would have it by its own or by its title. */
  readonly isOwn: boolean;
}

/**
 * An id for each question, unique in the deck: `deck--own-id`, or `deck--words-of-the-title`. Of questions with one
 * title, those after the first have their file and number, too.
 */
export function assignIds(deck: string, questions: readonly NamedQuestion[]): AssignedId[] {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const disputed = findDisputed(deck, questions);
  return questions.map((question) => {
    let base = baseOf(deck, question);
    const isOwn = question.ownId !== undefined && !disputed.has(base);
    if (taken.has(base)) base += `--${slugOf(question.place.file).slice(0, longestFile)}`;
    let id = base;
    for (let count = counts.get(base) ?? 1; taken.has(id);) {
      count++;
      counts.set(base, count);
      id = `${base}-${count}`;
    }
    taken.add(id);
    return { id, isOwn };
  });
}

/** What several would be called, of which one names itself so. */
function findDisputed(deck: string, questions: readonly NamedQuestion[]): ReadonlySet<string> {
  const disputed = new Set<string>();
  if (questions.every(({ ownId }) => ownId === undefined)) return disputed;
  const met = new Set<string>();
  for (const question of questions) {
    const base = baseOf(deck, question);
    if (met.has(base)) disputed.add(base);
    met.add(base);
  }
  return disputed;
}

type NamedQuestion = Pick<ReadQuestion, 'title' | 'ownId' | 'place'>;

/** The last one of each, since a question mostly stays in its deck; the same string compares at once. */
const bases = new WeakMap<NamedQuestion, { readonly deck: string; readonly base: string }>();

function baseOf(deck: string, question: NamedQuestion): string {
  const before = bases.get(question);
  if (before?.deck === deck) return before.base;
  const { title, ownId } = question;
  const base = `${deck}--${slugOf(ownId ?? title).slice(0, longestSlug) || keyOfText(title)}`;
  bases.set(question, { deck, base });
  return base;
}

/** Longer slugs are cut. Another length would give questions other ids, and take their history from them. */
export const longestSlug = 60;

/** With it an id has less than 500 characters: the log takes no longer ones. */
const longestFile = 380;

/** Whether the id of a question without its own says all of its title, and so of no other one. */
export function saysAll(title: string): boolean {
  return slugOf(title).length <= longestSlug;
}

/** A title without a Latin letter or digit: a few letters that are the same for the same title. */
function keyOfText(title: string): string {
  let sum = 7;
  for (const character of titleKey(title)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0x7fffffff;
  return `q${sum.toString(36)}`;
}

/** Lower-case letters and digits with single hyphens between; may be empty. */
export function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? '';
}

/** What tells titles apart, whatever their case, marks and spaces. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

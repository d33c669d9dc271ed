import type { ReadQuestion } from './deck';

/**
 * An id for each question, unique in the deck: `deck--own-id`, or `deck--words-of-the-title`. Of questions with one
 * title, those after the first have their file and number, too.
 */
export function assignIds(deck: string, questions: readonly NamedQuestion[]): string[] {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return questions.map((question) => {
    let base = baseOf(deck, question);
    if (taken.has(base)) base += `--${slugOf(question.place.file)}`;
    let id = base;
    for (let count = counts.get(base) ?? 1; taken.has(id);) {
      count++;
      counts.set(base, count);
      id = `${base}-${count}`;
    }
    taken.add(id);
    return id;
  });
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

/** Longer slugs are cut; a link may hold 100 characters. */
const longestSlug = 60;

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

import type { ReadQuestion } from './deck';

/**
 * An id for each question, unique in the deck: `deck--own-id`, or `deck--words-of-the-title`. Of questions with one
 * title, those after the first have their file and number, too.
 */
export function assignIds(
  deck: string,
  questions: readonly Pick<ReadQuestion, 'title' | 'ownId' | 'place'>[],
): string[] {
  const taken = new Set<string>();
  return questions.map(({ title, ownId, place }) => {
    const base = `${deck}--${slugOf(ownId ?? title) || 'question'}`;
    let id = base;
    for (let count = 2; taken.has(id); count++) {
      id = count === 2 ? `${base}--${slugOf(place.file)}` : `${base}--${slugOf(place.file)}-${String(count)}`;
    }
    taken.add(id);
    return id;
  });
}

/** Lower-case letters and digits with single hyphens between; may be empty. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What tells titles apart, whatever their case, marks and spaces. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A note of one's own has at most so many characters; the log may hold longer ones that another program wrote. */
export const longestNote = 20_000;

/** A note as it is kept: no blank lines around it. Empty text, which takes a note away, when there is nothing else. */
export function tidyNote(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

/** The beginning of a note, where there is little room: a few lines that say something, cut at so many characters. */
export function beginningOf(note: string, lines = 3, characters = 300): string {
  const head = note.slice(0, longestNote);
  const telling = head.split('\n').filter((line) => line.trim() !== '');
  const beginning = telling
    .slice(0, lines)
    .map((line) => line.trim())
    .join('\n');
  const isCut = telling.length > lines || beginning.length > characters || head.length < note.length;
  return `${beginning.slice(0, characters).trimEnd()}${isCut ? ' …' : ''}`;
}

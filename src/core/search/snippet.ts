const width = 120;

/** A piece of the text around the first of the words that it has; `undefined` when it has none. */
export function createSnippet(text: string, words: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  const places = words.filter((word) => word.length > 2).map((word) => lower.indexOf(word));
  const at = Math.min(...places.filter((place) => place >= 0));
  if (!Number.isFinite(at)) return undefined;
  const from = at < width / 3 ? 0 : text.indexOf(' ', at - width / 3) + 1;
  const end = text.indexOf(' ', from + width);
  return `${from > 0 ? '… ' : ''}${end === -1 ? text.slice(from) : `${text.slice(from, end)} …`}`;
}

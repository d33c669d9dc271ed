/** A deck's name and where it is, for people: below the workspace or the whole path. */
interface Named {
  readonly title: string;
  readonly about: string;
}

/**
 * The titles of all decks, in their order: those that several decks have are followed by the folder above in brackets,
 * or by the whole place where that doesn't tell them apart either.
 */
export function distinctTitles(decks: readonly Named[]): string[] {
  const byTitle = new Map<string, Named[]>();
  for (const deck of decks) byTitle.set(deck.title, [...(byTitle.get(deck.title) ?? []), deck]);
  return decks.map(({ title, about }) => {
    const same = byTitle.get(title) ?? [];
    if (same.length < 2) return title;
    const folders = new Set(same.map((deck) => folderAbove(deck.about)));
    const areApart = folders.size === same.length && !folders.has('');
    return `${title} (${areApart ? folderAbove(about) : about})`;
  });
}

/** Its name; empty for what is at the top. */
function folderAbove(path: string): string {
  return path.split(/[\\/]/).at(-2) ?? '';
}

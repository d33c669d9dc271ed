import { workspace, type Uri } from 'vscode';
import { hasMostTitles } from '../../core/decks/deckIdKeeper';
import { waitAtMost } from '../timers';
import type { DeckIds } from './deckIds';
import type { DeckPlace } from './deckPlaces';
import { readDeckOnce } from './deckReading';
import { isMissing } from './failures';
import type { IdentityState } from './identityState';
import { isSamePlace } from './names';

/** A file system that takes longer keeps no deck waiting: then the place is a new deck's. */
const longestMs = 5000;

/**
 * A deck that was moved or renamed keeps its id, and so its history: a new place takes over that of a deck that is
 * nowhere any more, if it has most of the questions that were studied there. Never rejects.
 */
export async function adoptMoved(
  places: readonly DeckPlace[],
  ids: DeckIds,
  { isStudied, studiedTitles }: Pick<IdentityState, 'isStudied' | 'studiedTitles'>,
): Promise<void> {
  const listed = places.map(({ uri }) => uri);
  const fresh = listed.filter((place) => !ids.has(place));
  if (fresh.length === 0) return;
  const studied = ids.list().filter(({ id }) => isStudied(id));
  await waitAtMost(longestMs, async (isLate) => {
    const gone = await findGone(studied, listed);
    for (const place of fresh) {
      if (gone.size === 0) return;
      const titles = await readTitles(place);
      const id = [...gone].find((each) => hasMostTitles(titles, studiedTitles(each)));
      if (id === undefined || isLate()) continue;
      gone.delete(id);
      ids.adopt(id, place);
    }
  });
}

/** The ids of the decks of which nothing is there at any place that has the id, and none of those is listed. */
async function findGone(decks: ReturnType<DeckIds['list']>, listed: readonly Uri[]): Promise<Set<string>> {
  const areGone = await Promise.all(
    decks.map(async ({ place }) => !listed.some((one) => isSamePlace(one, place)) && (await isGone(place))),
  );
  const present = new Set(decks.flatMap(({ id }, at) => (areGone[at] === true ? [] : id)));
  return new Set(decks.flatMap(({ id }) => (present.has(id) ? [] : id)));
}

async function isGone(place: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(place);
    return false;
  } catch (error) {
    return isMissing(error);
  }
}

async function readTitles(place: Uri): Promise<string[]> {
  try {
    return (await readDeckOnce(place)).questions.map(({ title }) => title);
  } catch {
    return []; // Whoever follows the deck says why it can't be read.
  }
}

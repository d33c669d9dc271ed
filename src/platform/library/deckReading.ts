import { Uri, workspace } from 'vscode';
import type { Deck } from '../../core/decks/deck';
import { titleOfDeck } from '../../core/decks/deckPaths';
import { createDeckReader } from '../../core/decks/readDeck';
import { createDeckFiles, everything, type Changes, type DeckContent } from './deckFiles';
import type { DeckPlace } from './deckPlaces';
import { describeFailure, isMissing } from './failures';
import { keyOfPlace, nameOfPlace, parentOf } from './names';
import { createOpenDeck, type OpenDeck } from './openDeck';
import { readContent } from './readContent';

/** A deck as it was read last. One reading at a time. */
export interface DeckReading {
  /** Another object after each reading that found a change. */
  readonly open: OpenDeck | undefined;
  /** Never rejects. */
  read(changes: Changes): Promise<{
    /** `undefined` where nothing could be read. */
    readonly isFolder: boolean | undefined;
    readonly failure: DeckFailure | undefined;
  }>;
  /** Gives the questions their ids anew. */
  keepIds(): void;
}

export interface DeckFailure {
  readonly title: string;
  /** For people, with what to do. */
  readonly fault: string;
  readonly error: unknown;
  /** It was read before: somebody may miss it. */
  readonly wasRead: boolean;
  /** Not what was said of the last reading, too. */
  readonly isNew: boolean;
}

/** The deck with the ids that its questions are known by; `isSaved` where no editor has another text of its files. */
export type KeepIds = (deck: Deck, isSaved: boolean) => Deck;

export function createDeckReading(
  id: string,
  { uri: place, isOptional }: DeckPlace,
  keepIds: KeepIds,
): DeckReading {
  const files = createDeckFiles(place);
  const reader = createDeckReader();
  let open: OpenDeck | undefined;
  let content: DeckContent | undefined;
  let fresh: Deck | undefined;
  let wasSaved = true;

  const succeed = async (next: DeckContent) => {
    const isSame = next === content && open !== undefined && open.fault === undefined;
    // What was typed and read before it is saved is the same text then, but counts only from then on.
    if (isSame && wasSaved === isSaved(next)) return;
    const known = new Set(content?.files);
    const title = titleOf(place, next.isFolder);
    fresh = await readContent(reader, id, title, next, (file) => known.has(file));
    wasSaved = isSaved(next);
    open = createOpenDeck(keepIds(fresh, wasSaved), place, next);
    content = next;
  };
  const fail = (error: unknown): DeckFailure => {
    const before = open;
    const title = before?.deck.title ?? titleOf(place, true);
    const fault = describeFailure(error, place);
    const isGone = isMissing(error);
    const isNew = before?.fault !== fault && !(isGone && isOptional && before === undefined);
    if (isGone && isOptional) open = undefined;
    else if (isNew) {
      const isKept = !isGone && content !== undefined && before !== undefined;
      open = isKept
        ? createOpenDeck(before.deck, place, content ?? noContent(place), fault)
        : createOpenDeck(emptyDeck(id, title), place, noContent(place), fault);
    }
    return { title, fault, error, wasRead: content !== undefined, isNew };
  };

  return {
    get open() {
      return open;
    },
    keepIds() {
      if (fresh !== undefined && content !== undefined && open?.fault === undefined) {
        open = createOpenDeck(keepIds(fresh, isSaved(content)), place, content);
      }
    },
    async read(changes) {
      try {
        const next = await files.read(changes);
        await succeed(next);
        return { isFolder: next.isFolder, failure: undefined };
      } catch (error) {
        return { isFolder: undefined, failure: fail(error) };
      }
    },
  };
}

/** What else is unsaved below the deck says nothing of its questions. */
function isSaved({ root, files }: DeckContent): boolean {
  const dirty = new Set(
    workspace.textDocuments.flatMap(({ isDirty, uri }) => (isDirty ? keyOfPlace(uri) : [])),
  );
  return dirty.size === 0 || !files.some(({ path }) => dirty.has(keyOfPlace(Uri.joinPath(root, path))));
}

/** What stands at a place, followed or not. Rejects, in words for people, where it can't be read. */
export async function readDeckOnce(place: Uri): Promise<Deck> {
  const content = await createDeckFiles(place)
    .read(everything)
    .catch((error: unknown) => {
      throw new Error(describeFailure(error, place), { cause: error });
    });
  return readContent(createDeckReader(), 'deck', titleOf(place, content.isFolder), content, () => false);
}

function titleOf(place: Uri, isFolder: boolean): string {
  const parent = nameOfPlace(parentOf(place));
  return titleOfDeck(nameOfPlace(place), isFolder, parent) || place.authority || place.scheme;
}

function emptyDeck(id: string, title: string): Deck {
  return { id, title, topics: [], questions: [], skipped: [] };
}

function noContent(root: Uri): DeckContent {
  return { root, isFolder: true, files: [], skipped: [] };
}

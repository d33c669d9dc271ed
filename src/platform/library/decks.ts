import type { Uri } from 'vscode';
import type { Deck, DeckFile, DeckQuestion } from '../../core/decks/deck';
import { createDeckReader } from '../../core/decks/readDeck';
import { followDecks, type FollowedDecksOptions } from './followDecks';
import { readDeckOnce } from './deckReading';
import { isSamePlace, nameOfPlace, pathBelow } from './names';
import { uriOf, type OpenDeck } from './openDeck';

export type { OpenDeck } from './openDeck';

/** The decks of the settings, kept in step with the files until they are disposed. */
export interface OpenDecks {
  dispose(): void;
  /** Those that have been read so far, in the order of the settings; also one that can't be read any more. */
  readonly list: readonly OpenDeck[];
  /** Resolves when all have been read once. */
  loaded(): Promise<void>;
  /** Reads the settings again, and resolves when all decks that they name have been read once. */
  refresh(): Promise<void>;
  find(id: string): DeckQuestion | undefined;
  /** As `find`, as soon as the question's own deck is read: another one, which may be slow, is not waited for. */
  loadQuestion(id: string): Promise<DeckQuestion | undefined>;
  /** The open deck that a question is of. */
  deckOfQuestion(question: DeckQuestion): OpenDeck | undefined;
  /** The deck that a file is of, and its path below that deck's root; the first one where it is of several. */
  deckOf(file: Uri): { readonly deck: OpenDeck; readonly path: string } | undefined;
  /** The file that a question stands in; `undefined` where its deck is gone. */
  uriOf(question: DeckQuestion): Uri | undefined;
  /** The deck at this place; `undefined` where none is there. */
  at(place: Uri): OpenDeck | undefined;
  /** What would be read at a place. Rejects where it can't be read. */
  lookAt(place: Uri): Promise<Deck>;
  /** Something was studied, or the log was loaded: its questions keep their ids from now on. */
  rememberStudied(): void;
  /** What a file holds by itself, such as one that is being typed in. */
  readAlone(file: DeckFile): Deck;
}

export function openDecks(options: FollowedDecksOptions): OpenDecks {
  const following = followDecks(options);
  const firstReads = async () => {
    await Promise.all(following.decks.map(({ firstRead }) => firstRead));
  };
  const loaded = async () => {
    await following.settled();
    await firstReads();
  };
  const find = (id: string) => findIn(following.list, id);
  const deckOfQuestion = ({ deck }: DeckQuestion) => following.list.find((open) => open.deck.id === deck);
  return {
    dispose: following.dispose,
    get list() {
      return following.list;
    },
    loaded,
    async refresh() {
      await following.applySettings();
      await firstReads();
    },
    find,
    async loadQuestion(id) {
      await following.settled();
      const own = following.decks.find((deck) => id.startsWith(`${deck.id}--`));
      await own?.firstRead;
      const found = own?.open?.find(id);
      if (found !== undefined) return found;
      await loaded();
      return find(id);
    },
    deckOfQuestion,
    deckOf: (file) => findDeckOf(following.list, file),
    uriOf(question) {
      const open = deckOfQuestion(question);
      return open === undefined ? undefined : uriOf(open, question);
    },
    at: (place) => following.list.find((open) => isSamePlace(open.place, place)),
    lookAt: readDeckOnce,
    rememberStudied: following.rememberStudied,
    readAlone: (file) => createDeckReader().read('deck', '', [file]),
  };
}

function findIn(list: readonly OpenDeck[], id: string): DeckQuestion | undefined {
  for (const open of list) {
    const found = open.find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findDeckOf(list: readonly OpenDeck[], file: Uri): ReturnType<OpenDecks['deckOf']> {
  for (const deck of list) {
    const path = isSamePlace(deck.place, file) ? nameOfPlace(file) : pathBelow(deck.place, file);
    if (path !== undefined && deck.has(path)) return { deck, path };
  }
  return undefined;
}

import { Disposable, workspace, type Memento, type Uri } from 'vscode';
import type { Deck, DeckFile, DeckQuestion } from '../../core/decks/deck';
import { slugOf } from '../../core/decks/ids';
import { createDeckReader, type DeckReader } from '../../core/decks/readDeck';
import type { ErrorReporter } from '../errors';
import { onSettingChange } from '../settings';
import { createDebounced } from '../timers';
import { listDeckPlaces } from './deckPlaces';
import { readDeckFiles } from './deckFiles';

/** A deck that has been read, and where it is. */
export interface OpenDeck {
  readonly deck: Deck;
  /** What the setting names: a folder, or a file. */
  readonly place: Uri;
  /** The folder that the paths of its files start from. */
  readonly root: Uri;
  /** As they were read. The reader keeps the same texts. */
  readonly files: readonly DeckFile[];
  /** `place`, for people. */
  readonly about: string;
}

/** The decks of the settings, kept in step with the files until they are disposed. */
export interface OpenDecks {
  dispose(): void;
  /** Those that have been read so far, in the order of the settings. */
  readonly list: readonly OpenDeck[];
  /** Resolves when all have been read once; a deck that can't be read is reported and left out. */
  loaded(): Promise<void>;
  find(id: string): DeckQuestion | undefined;
  /** What a file holds by itself, such as one that is being typed in. */
  readAlone(file: DeckFile): Deck;
}

export interface OpenDecksOptions {
  readonly state: Memento;
  readonly errors: ErrorReporter;
  onDidChange(): void;
}

/** A pause in typing or in a burst of changes on disk. */
const quietMs = 300;

export function openDecks({ errors, onDidChange }: OpenDecksOptions): OpenDecks {
  const readers = new Map<string, DeckReader>();
  let list: readonly OpenDeck[] = [];
  let questions = new Map<string, DeckQuestion>();
  const readOne = async (place: Uri): Promise<OpenDeck[]> => {
    try {
      const { root, files } = await readDeckFiles(place);
      const reader = readers.get(place.toString()) ?? createDeckReader();
      readers.set(place.toString(), reader);
      const title = (place.path.split('/').pop() ?? '').replace(/\.[a-z]+$/i, '');
      const deck = reader.read(slugOf(title) || 'deck', title, files);
      return [{ deck, place, root, files, about: workspace.asRelativePath(place) }];
    } catch (error) {
      errors.log(`read the deck ${place.toString()}`, error);
      return [];
    }
  };
  const readAll = async () => {
    list = (await Promise.all(listDeckPlaces().map(readOne))).flat();
    questions = new Map(
      list.flatMap(({ deck }) => deck.questions.map((question) => [question.id, question])),
    );
    onDidChange();
  };
  let reading: Promise<void> | undefined;
  const loaded = () => (reading ??= readAll());
  const readAgain = () => {
    reading = readAll();
  };
  const quiet = createDebounced(quietMs);
  const readLater = () => quiet.call(readAgain);
  const following = Disposable.from(
    onSettingChange('decks.folders', readAgain),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (list.some(({ root }) => document.uri.toString().startsWith(root.toString()))) readLater();
    }),
    new Disposable(quiet.dispose),
  );
  if (listDeckPlaces().length > 0) void loaded();
  return {
    get list() {
      return list;
    },
    loaded,
    find: (id) => questions.get(id),
    readAlone: (file) => createDeckReader().read('deck', '', [file]),
    dispose: () => void following.dispose(),
  };
}

import { Disposable, workspace, type Memento, type Uri } from 'vscode';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { ErrorReporter } from '../errors';
import { onSettingChange } from '../settings';
import { createDeckIds } from './deckIds';
import { loadDeckPlaces, type DeckPlace } from './deckPlaces';
import { followDeck, type FollowedDeck } from './followDeck';
import { createIdentityState, type IdentityState } from './identityState';
import { createDeckMessages } from './messages';
import type { OpenDeck } from './openDeck';
import { createRerunner } from '../../core/util/rerun';

/** The decks of the settings, as settings, disk and editors change. */
export interface FollowedDecks {
  readonly decks: readonly FollowedDeck[];
  /** Of them, those that have been read. */
  readonly list: readonly OpenDeck[];
  /** Reads the settings again. Never rejects. */
  applySettings(): Promise<void>;
  /** Resolves when the settings have been read, as they are now or were when they changed last. */
  settled(): Promise<void>;
  /** Something was studied, or the log was loaded. */
  rememberStudied(): void;
  dispose(): void;
}

export interface FollowedDecksOptions {
  /** Keeps the ids that decks were given. */
  readonly state: Memento;
  readonly errors: ErrorReporter;
  /** What was studied; `undefined` before the log is loaded. */
  studyRecord(): StudyRecord | undefined;
  /** Decks came, went or changed. */
  onDidChange(): void;
}

export function followDecks({
  state,
  errors,
  studyRecord,
  onDidChange,
}: FollowedDecksOptions): FollowedDecks {
  const ids = createDeckIds(state, (error) => errors.log('keep the id of a deck', error));
  const messages = createDeckMessages(errors);
  const identities = createIdentityState(state);
  let decks: readonly FollowedDeck[] = [];
  let list: readonly OpenDeck[] = [];
  let isDisposed = false;
  const publish = () => {
    const next = decks.flatMap(({ open }) => open ?? []);
    if (next.length === list.length && next.every((deck, at) => deck === list[at])) return;
    list = next;
    onDidChange();
  };
  const ask = () => askAboutTitles(identities, decks, errors);
  const publishAndAsk = () => {
    publish();
    ask();
  };
  const follow = (place: DeckPlace, others: readonly FollowedDeck[]) =>
    followDeck({
      id: ids.idOf(place.uri, new Set(others.map(({ id }) => id))),
      ...{ place, onDidChange: publishAndAsk, onDidFail: messages.sayFailure },
      keepIds: (deck, isSaved) => identities.keepIds(deck, studyRecord(), isSaved),
    });
  const run = createRerunner(async () => {
    try {
      const found = await loadDeckPlaces();
      if (isDisposed) return;
      messages.saySettings(found);
      decks = replaceDecks(decks, found.places, follow);
      publish();
    } catch (error) {
      errors.log('read the settings of the decks', error);
    }
  });
  let applying = run();
  const applySettings = () => (applying = run());
  const following = followWindow(applySettings, (file) => decks.forEach((deck) => deck.touch(file)));
  return {
    get decks() {
      return decks;
    },
    get list() {
      return list;
    },
    applySettings,
    settled: () => applying,
    rememberStudied: () => remember(identities, studyRecord(), ask),
    dispose() {
      isDisposed = true;
      following.dispose();
      decks.forEach((deck) => deck.dispose());
    },
  };
}

/** Before the log is loaded, nobody knows of which questions something would be lost: so it is asked now. */
function remember(identities: IdentityState, record: StudyRecord | undefined, ask: () => void): void {
  if (record === undefined) return;
  identities.rememberStudied(record);
  ask();
}

/** What the window tells of settings, folders, trust and editors. */
function followWindow(applySettings: () => Promise<void>, touch: (file: Uri) => void): Disposable {
  return Disposable.from(
    onSettingChange('decks.folders', () => void applySettings()),
    workspace.onDidChangeWorkspaceFolders(() => void applySettings()),
    workspace.onDidGrantWorkspaceTrust(() => void applySettings()),
    followEditors(touch),
  );
}

/** A title that changed too much is asked about; with what was said, the deck's ids are kept anew. */
function askAboutTitles(
  identities: IdentityState,
  decks: readonly FollowedDeck[],
  errors: ErrorReporter,
): void {
  for (const deck of decks) {
    identities.offerSameQuestion(deck.id).then(
      (isAnswered) => isAnswered && deck.keepIds(),
      (error: unknown) => errors.log('ask about a question that was renamed', error),
    );
  }
}

/** Keeps the decks that are named still, disposes the others, and follows the new ones. */
function replaceDecks(
  before: readonly FollowedDeck[],
  places: readonly DeckPlace[],
  follow: (place: DeckPlace, others: readonly FollowedDeck[]) => FollowedDeck,
): FollowedDeck[] {
  const keyOf = ({ uri, isOptional }: DeckPlace) => `${uri.toString()} ${String(isOptional)}`;
  const wanted = new Set(places.map(keyOf));
  const kept = new Map(
    before.flatMap((deck) => (wanted.has(keyOf(deck.place)) ? [[keyOf(deck.place), deck] as const] : [])),
  );
  before.filter((deck) => kept.get(keyOf(deck.place)) !== deck).forEach((deck) => deck.dispose());
  const all = [...kept.values()];
  return places.map((place) => {
    const known = kept.get(keyOf(place));
    if (known !== undefined) return known;
    const deck = follow(place, all);
    all.push(deck);
    return deck;
  });
}

/** What is typed, what is saved or left unsaved, and what was unsaved when the window was closed. */
function followEditors(touch: (file: Uri) => void): Disposable {
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => touch(document.uri)),
    workspace.onDidSaveTextDocument(({ uri }) => touch(uri)),
    workspace.onDidCloseTextDocument(({ uri }) => touch(uri)),
    workspace.onDidOpenTextDocument(({ isDirty, uri }) => isDirty && touch(uri)),
  );
}

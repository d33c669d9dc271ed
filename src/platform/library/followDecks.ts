import { Disposable, workspace, type Memento, type Uri } from 'vscode';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { ErrorReporter } from '../errors';
import { onSettingChange } from '../settings';
import { createDebounced } from '../timers';
import { createDeckIds } from './deckIds';
import { loadDeckPlaces, type DeckPlace } from './deckPlaces';
import { followDeck, type FollowedDeck } from './followDeck';
import { createIdentityState, type IdentityState } from './identityState';
import { createDeckMessages } from './messages';
import { adoptMoved } from './movedDecks';
import { keyOfPlace } from './names';
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
  const { ids, identities, messages } = createKeepers(state, errors);
  let decks: readonly FollowedDeck[] = [];
  let isDisposed = false;
  const published = createList(onDidChange);
  const publish = () => published.set(decks.flatMap(({ open }) => open ?? []));
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
  const settling = createSettling(() => {
    decks = giveWay(decks, ids.settle(identities.isStudied), follow);
    publish();
  });
  const run = createRerunner(async () => {
    try {
      const found = await loadDeckPlaces();
      await adoptMoved(found.places, ids, identities);
      if (isDisposed) return;
      messages.saySettings(found);
      decks = replaceDecks(decks, found.places, follow);
      publish();
      settling.begin();
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
      return published.list;
    },
    applySettings,
    settled: () => applying,
    rememberStudied: () => remember(identities, studyRecord(), ask),
    dispose() {
      isDisposed = true;
      Disposable.from(following, settling).dispose();
      decks.forEach((deck) => deck.dispose());
    },
  };
}

/** What is kept on this device, and what was said in this window. */
function createKeepers(state: Memento, errors: ErrorReporter) {
  const logAs = (what: string) => (error: unknown) => errors.log(what, error);
  return {
    ids: createDeckIds(state, logAs('keep the id of a deck')),
    identities: createIdentityState(state, logAs('keep the ids of the questions of a deck')),
    messages: createDeckMessages(errors),
  };
}

/** Another list only where another deck is in it. */
function createList(onDidChange: () => void) {
  let list: readonly OpenDeck[] = [];
  return {
    get list() {
      return list;
    },
    set(next: readonly OpenDeck[]) {
      if (next.length === list.length && next.every((deck, at) => deck === list[at])) return;
      list = next;
      onDidChange();
    },
  };
}

/** How long, and how often, other windows are waited for to write the ids that they give. */
const settleMs = 2000;
const settleRounds = 3;

/** Other windows may give another deck the id of one of this window at the same time: so it is looked at again. */
function createSettling(settle: () => void) {
  const quiet = createDebounced(settleMs);
  const begin = (rounds = settleRounds) =>
    quiet.call(() => {
      settle();
      if (rounds > 1) begin(rounds - 1);
    });
  return { begin: () => begin(), dispose: quiet.dispose };
}

/** Follows anew, under other ids, the decks whose id is another's. */
function giveWay(
  decks: readonly FollowedDeck[],
  isToGiveWay: (place: Uri) => boolean,
  follow: (place: DeckPlace, others: readonly FollowedDeck[]) => FollowedDeck,
): FollowedDeck[] {
  const next = [...decks];
  for (const [at, deck] of decks.entries()) {
    if (!isToGiveWay(deck.place.uri)) continue;
    deck.dispose();
    next[at] = follow(deck.place, next);
  }
  return next;
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
  const keyOf = ({ uri, isOptional }: DeckPlace) => `${keyOfPlace(uri)} ${String(isOptional)}`;
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

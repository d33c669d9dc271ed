import { Disposable, type Uri } from 'vscode';
import { isDeckPath } from '../../core/decks/deckPaths';
import { createDebounced } from '../timers';
import { findChanges, joinChanges, type HowChanged } from './changes';
import { everything, type Changes } from './deckFiles';
import type { DeckPlace } from './deckPlaces';
import { createDeckReading, type DeckFailure, type KeepIds } from './deckReading';
import { isSamePlace, nameOfPlace, pathBelow } from './names';
import type { OpenDeck } from './openDeck';
import { createRerunner } from '../../core/util/rerun';
import { watchDeck } from './watchDeck';

/** A deck of the settings, kept in step with its files until it is disposed. */
export interface FollowedDeck {
  readonly id: string;
  readonly place: DeckPlace;
  /** `undefined` before it was read first, and where nothing is at a place that is optional. */
  readonly open: OpenDeck | undefined;
  /** Resolves when it was read first, or could not be. Never rejects. */
  readonly firstRead: Promise<void>;
  /** An editor has another text of this file, or has left it. */
  touch(file: Uri): void;
  /** Gives its questions their ids anew. */
  keepIds(): void;
  dispose(): void;
}

export interface FollowedDeckOptions {
  readonly id: string;
  readonly place: DeckPlace;
  readonly keepIds: KeepIds;
  onDidChange(): void;
  onDidFail(failure: DeckFailure): void;
}

/** A pause in typing, or in a burst of changes on disk; and how long one that never pauses is waited for. */
const quietMs = 200;
const longestQuietMs = 600;

/**
 * When to look again for a deck that can't be read, and once after it was begun to be watched: a watcher sees nothing
 * of what happened before it was ready.
 */
const againMs = 2000;

export function followDeck({
  id,
  place,
  keepIds,
  onDidChange,
  onDidFail,
}: FollowedDeckOptions): FollowedDeck {
  const reading = createDeckReading(id, place, keepIds);
  const quiet = createDebounced(quietMs, longestQuietMs);
  const again = createDebounced(againMs);
  let isDisposed = false;
  let pending: Changes = everything;

  const read = createRerunner(async () => {
    const changes = pending;
    pending = { extent: 'named', paths: new Set() };
    const before = reading.open;
    const { failure, isFolder } = await reading.read(changes);
    if (isDisposed) return;
    if (watching.follow(isFolder) || failure !== undefined) again.call(() => readSoon(everything));
    if (failure?.isNew === true) onDidFail(failure);
    if (reading.open !== before) onDidChange();
  });
  const readSoon = (changes: Changes) => {
    pending = joinChanges(pending, changes);
    quiet.call(() => void read());
  };
  const watching = createWatching(place.uri, (file, how) => {
    void findChanges(place.uri, file, how).then((changes) => {
      if (changes !== undefined && !isDisposed) readSoon(changes);
    });
  });
  const firstRead = read();

  return {
    ...{ id, place, firstRead },
    get open() {
      return reading.open;
    },
    touch(file) {
      const path = isSamePlace(file, place.uri) ? nameOfPlace(file) : pathBelow(place.uri, file);
      if (path === undefined) return;
      if (reading.open?.has(path) === true) readSoon({ extent: 'named', paths: new Set([path]) });
      else if (isDeckPath(path)) readSoon({ extent: 'listing', paths: new Set([path]) });
    },
    keepIds() {
      reading.keepIds();
      onDidChange();
    },
    dispose() {
      isDisposed = true;
      Disposable.from(quiet, again, watching).dispose();
    },
  };
}

/** Watches a deck as what it is found to be: a folder, a file, or nothing that can be read. */
function createWatching(place: Uri, onDidHappen: (file: Uri, how: HowChanged) => void) {
  let watched: { readonly isFolder: boolean | undefined; readonly watcher: Disposable } | undefined;
  return {
    /** True where it is watched in another way from now on. */
    follow(isFolder: boolean | undefined): boolean {
      if (watched !== undefined && watched.isFolder === isFolder) return false;
      watched?.watcher.dispose();
      watched = { isFolder, watcher: watchDeck(place, isFolder === true, onDidHappen) };
      return true;
    },
    dispose: () => void watched?.watcher.dispose(),
  };
}

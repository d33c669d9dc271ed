import { Disposable, RelativePattern, workspace, type Uri } from 'vscode';
import type { HowChanged } from './changes';
import { nameOfPlace, parentOf } from './names';

/** Tells of what happens on the disk to a deck and in it, also outside the workspace. */
export function watchDeck(
  place: Uri,
  isFolder: boolean,
  onDidHappen: (uri: Uri, how: HowChanged) => void,
): Disposable {
  // From the folder above, so that a deck is seen to go and to come back.
  const patterns = [
    ...(nameOfPlace(place) === ''
      ? []
      : [new RelativePattern(parentOf(place), escapeGlob(nameOfPlace(place)))]),
    ...(isFolder ? [new RelativePattern(place, '**')] : []),
  ];
  return Disposable.from(
    ...patterns.flatMap((pattern) => {
      const watcher = workspace.createFileSystemWatcher(pattern);
      return [
        watcher,
        watcher.onDidChange((uri) => onDidHappen(uri, 'changed')),
        watcher.onDidCreate((uri) => onDidHappen(uri, 'came')),
        watcher.onDidDelete((uri) => onDidHappen(uri, 'went')),
      ];
    }),
  );
}

/** Any character in the place of one that has a meaning in a pattern: what else that finds is nothing of the deck's. */
function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?!,]/g, '?');
}

import { FileType, workspace, type Uri } from 'vscode';
import { isDeckPath, isInDeckFolder } from '../../core/decks/deckPaths';
import type { Changes } from './deckFiles';
import { isSamePlace, nameOfPlace, pathBelow } from './names';

export type HowChanged = 'changed' | 'came' | 'went';

/** What of a deck is to be read again when something happened on the disk; `undefined` where nothing is. */
export async function findChanges(place: Uri, file: Uri, how: HowChanged): Promise<Changes | undefined> {
  if (isSamePlace(file, place)) {
    return { extent: how === 'came' ? 'all' : 'listing', paths: new Set([nameOfPlace(file)]) };
  }
  const path = pathBelow(place, file);
  if (path === undefined || path === '' || !isInDeckFolder(path)) return undefined;
  const paths = new Set([path]);
  if (isDeckPath(path) || how === 'went') return { extent: how === 'changed' ? 'named' : 'listing', paths };
  // A folder that came may be another one in the place of one that is known.
  return how === 'came' && (await isFolder(file)) ? { extent: 'all', paths } : undefined;
}

export function joinChanges(a: Changes, b: Changes): Changes {
  const extents = ['all', 'listing', 'named'] as const;
  const extent = extents.find((one) => a.extent === one || b.extent === one) ?? 'named';
  return { extent, paths: new Set([...a.paths, ...b.paths]) };
}

async function isFolder(file: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(file)).type & FileType.Directory) !== 0;
  } catch {
    return false; // Gone again already.
  }
}

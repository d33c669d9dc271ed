import { FileType, Uri, workspace } from 'vscode';
import type { SkippedBlock, SkipReason } from '../../core/decks/deck';
import { isDeckFileName, isDeckFolderName } from '../../core/decks/deckPaths';
import { compareNaturally } from '../../core/util/naturalOrder';
import { isMissing } from './failures';
import { nameOfPlace, parentOf } from './names';
import { mapLimited } from '../../core/util/rerun';

/** What a deck is limited to, so that a wrong folder costs a moment and not the window. */
export const limits = {
  files: 20_000,
  folders: 20_000,
  depth: 20,
  fileBytes: 20 * 1024 * 1024,
  deckBytes: 200 * 1024 * 1024,
} as const;

/** How much is asked of a file system at once: a disk's calls wait for this thread, others for a network. */
export function countAtOnce(place: Uri): number {
  return place.scheme === 'file' ? 128 : 32;
}

/** The files of a deck, before they are read. */
export interface Listing {
  /** The folder that the paths start from. */
  readonly root: Uri;
  readonly isFolder: boolean;
  /** In the order in which people count; a folder's files before its folders. */
  readonly paths: readonly string[];
  /** Folders that were not looked into, and the first file that was too many. */
  readonly skipped: readonly SkippedBlock[];
}

interface Folder {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Rejects where nothing is there, or it can't be read. A link is followed only where it is the deck itself. */
export async function listFiles(place: Uri): Promise<Listing> {
  const { type } = await workspace.fs.stat(place);
  if ((type & FileType.Directory) !== 0) return listFolder(place);
  return { root: parentOf(place), isFolder: false, paths: [nameOfPlace(place)], skipped: [] };
}

export function skip(file: string, reason: SkipReason): SkippedBlock {
  return { file, line: 1, endLine: 1, reason };
}

/** Level by level, so that what is left of a folder that is too large is the same each time. */
async function listFolder(root: Uri): Promise<Listing> {
  const found = new Map<string, Folder>();
  const skipped: SkippedBlock[] = [];
  let level: readonly string[] = [''];
  let files = 0;
  for (let depth = 0; level.length > 0 && depth <= limits.depth && files <= limits.files; depth++) {
    const looked = level.slice(0, limits.folders - found.size);
    skipped.push(...level.slice(looked.length).map((path) => skip(path, 'tooLarge')));
    const read = await mapLimited(looked, countAtOnce(root), (path) => readFolder(root, path));
    const next: string[] = [];
    for (const [at, folder] of read.entries()) {
      const path = looked[at] ?? '';
      if (folder === undefined) skipped.push(skip(path, 'unreadable'));
      else {
        found.set(path, folder);
        files += folder.files.length;
        for (const below of folder.folders) next.push(below);
      }
    }
    level = next;
  }
  skipped.push(...level.map((path) => skip(path, 'tooLarge')));
  const paths = putInOrder(found);
  const tooMany = paths.slice(limits.files, limits.files + 1).map((path) => skip(path, 'tooLarge'));
  return {
    root,
    isFolder: true,
    paths: paths.slice(0, limits.files),
    skipped: [...skipped, ...tooMany],
  };
}

/** `undefined` where it can't be read; rejects where that is the deck itself. */
async function readFolder(root: Uri, path: string): Promise<Folder | undefined> {
  try {
    const entries = await workspace.fs.readDirectory(path === '' ? root : Uri.joinPath(root, path));
    // A link has a second bit beside that of what it leads to.
    const named = (wanted: FileType, isWanted: (name: string) => boolean) =>
      entries
        .flatMap(([name, type]) => (type === wanted && isWanted(name) ? [name] : []))
        .sort(compareNaturally)
        .map((name) => (path === '' ? name : `${path}/${name}`));
    return {
      files: named(FileType.File, isDeckFileName),
      folders: named(FileType.Directory, isDeckFolderName),
    };
  } catch (error) {
    if (path === '') throw error;
    return isMissing(error) ? { files: [], folders: [] } : undefined;
  }
}

function putInOrder(found: ReadonlyMap<string, Folder>): string[] {
  const paths: string[] = [];
  const visit = (path: string) => {
    const { files, folders } = found.get(path) ?? { files: [], folders: [] };
    for (const file of files) paths.push(file);
    folders.forEach(visit);
  };
  visit('');
  return paths;
}

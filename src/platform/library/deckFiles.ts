import { FileType, Uri, workspace, type TextDocument } from 'vscode';
import type { DeckFile, SkippedBlock, SkipReason } from '../../core/decks/deck';
import { decodeDeckText } from './deckText';
import { isMissing } from './failures';
import { countAtOnce, limits, listFiles, skip, type Listing } from './listFiles';
import { keyOfPlace } from './names';
import { mapLimited } from '../../core/util/rerun';

/** What of a deck is to be looked at again. */
export interface Changes {
  /** `named`: those of `paths` alone; `listing`: what files there are, too; `all`: each file's date, too. */
  readonly extent: 'named' | 'listing' | 'all';
  readonly paths: ReadonlySet<string>;
}

export const everything: Changes = { extent: 'all', paths: new Set() };

/** A deck's files as they are now: on the disk, or as they stand unsaved in an editor. */
export interface DeckContent {
  readonly root: Uri;
  readonly isFolder: boolean;
  readonly files: readonly DeckFile[];
  /** Files and folders of which nothing was read. */
  readonly skipped: readonly SkippedBlock[];
}

/** A deck's files, of which only what changed is read again. */
export interface DeckFiles {
  /** The same object as before where nothing has changed. Rejects where the place can't be read. */
  read(changes: Changes): Promise<DeckContent>;
}

interface KnownFile {
  readonly path: string;
  /** `undefined` where it was passed over. */
  readonly file: DeckFile | undefined;
  readonly skipped: SkipReason | undefined;
  readonly bytes: number;
  /** Date and size of what was read; empty where it may have changed without either. */
  readonly stamp: string;
}

/** A file that is still to be read. */
type Unread = Pick<KnownFile, 'path' | 'bytes' | 'stamp'> & { readonly uri: Uri };

type KnownFiles = ReadonlyMap<string, KnownFile>;

export function createDeckFiles(place: Uri): DeckFiles {
  let listing: Listing | undefined;
  let known: KnownFiles = new Map();
  let content: DeckContent | undefined;
  return {
    async read(changes) {
      const isKnown = listing?.isFolder === true && changes.extent === 'named';
      const nextListing = (isKnown ? listing : undefined) ?? (await listFiles(place));
      const next = await loadFiles(nextListing, changes, known);
      const joined = joinContent(nextListing, next);
      if (content === undefined || !isSameContent(content, joined)) content = joined;
      listing = nextListing;
      known = next;
      return content;
    },
  };
}

async function loadFiles(listing: Listing, changes: Changes, known: KnownFiles): Promise<KnownFiles> {
  const unsaved = findUnsaved();
  const atOnce = countAtOnce(listing.root);
  const looked = await mapLimited(listing.paths, atOnce, (path) =>
    lookAt(listing, path, changes, known.get(path), unsaved),
  );
  const found = limitBytes(looked.filter((file) => file !== undefined));
  const read = await mapLimited(found, atOnce, (file) =>
    'uri' in file ? readFile(file, known.get(file.path)) : Promise.resolve(file),
  );
  return new Map(read.flatMap((file) => (file === undefined ? [] : [[file.path, file]])));
}

/** What is known of a file already, or that it is to be read; `undefined` where it is gone or has become a link. */
async function lookAt(
  { root, isFolder }: Listing,
  path: string,
  { extent, paths }: Changes,
  before: KnownFile | undefined,
  unsaved: ReadonlyMap<string, TextDocument>,
): Promise<KnownFile | Unread | undefined> {
  const uri = Uri.joinPath(root, path);
  const document = unsaved.get(keyOfPlace(uri));
  if (document !== undefined) return takeUnsaved(path, document, before);
  const isFresh = before !== undefined && before.stamp !== '' && !paths.has(path);
  if (isFresh && extent !== 'all') return before;
  try {
    const { type, size: bytes, mtime } = await workspace.fs.stat(uri);
    if (isFolder && type !== FileType.File) return undefined;
    const stamp = `${mtime}/${bytes}`;
    if (isFresh && before.stamp === stamp) return before;
    return bytes > limits.fileBytes ? passOver(path, 'tooLarge', stamp) : { path, uri, bytes, stamp };
  } catch (error) {
    return isMissing(error) ? undefined : passOver(path, 'unreadable');
  }
}

/** A document is read as it stands in its editor; a saved one is its file. */
function findUnsaved(): ReadonlyMap<string, TextDocument> {
  return new Map(
    workspace.textDocuments.flatMap((document) =>
      document.isDirty ? [[keyOfPlace(document.uri), document]] : [],
    ),
  );
}

function takeUnsaved(path: string, document: TextDocument, before: KnownFile | undefined): KnownFile {
  const text = document.getText();
  if (text.length > limits.fileBytes) return passOver(path, 'tooLarge');
  return keepText(path, text, { bytes: text.length, stamp: '' }, before);
}

/** Those that are too many bytes together are passed over, the last ones of the deck. */
function limitBytes(files: readonly (KnownFile | Unread)[]): (KnownFile | Unread)[] {
  let left: number = limits.deckBytes;
  return files.map((file) => {
    if (file.bytes > left) return passOver(file.path, 'tooLarge');
    left -= file.bytes;
    return file;
  });
}

async function readFile(
  { path, uri, bytes, stamp }: Unread,
  before: KnownFile | undefined,
): Promise<KnownFile | undefined> {
  try {
    const text = await decodeDeckText(await workspace.fs.readFile(uri), uri);
    if (text === undefined) return passOver(path, 'unreadable', stamp);
    return keepText(path, text, { bytes, stamp }, before);
  } catch (error) {
    return isMissing(error) ? undefined : passOver(path, 'unreadable');
  }
}

/** The same text is the same object: a reader sees at once that nothing has changed. */
function keepText(
  path: string,
  text: string,
  { bytes, stamp }: Pick<KnownFile, 'bytes' | 'stamp'>,
  before: KnownFile | undefined,
): KnownFile {
  const file = before?.file?.text === text ? before.file : { path, text };
  return { path, file, skipped: undefined, bytes, stamp };
}

function passOver(path: string, skipped: SkipReason, stamp = ''): KnownFile {
  return { path, file: undefined, skipped, bytes: 0, stamp };
}

function joinContent({ root, isFolder, skipped }: Listing, known: KnownFiles): DeckContent {
  const all = [...known.values()];
  return {
    root,
    isFolder,
    files: all.flatMap(({ file }) => file ?? []),
    skipped: [
      ...skipped,
      ...all.flatMap(({ path, skipped: reason }) => (reason === undefined ? [] : [skip(path, reason)])),
    ],
  };
}

function isSameContent(a: DeckContent, b: DeckContent): boolean {
  return (
    a.isFolder === b.isFolder &&
    a.files.length === b.files.length &&
    a.files.every((file, at) => file === b.files[at]) &&
    JSON.stringify(a.skipped) === JSON.stringify(b.skipped)
  );
}

import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { OpenDeck } from '../../platform/library/decks';

/** Tells whether there is something at a path of a deck's folder: it asks the file system once, and remembers. */
export interface FileProbe {
  /** `undefined` while nobody knows. `asker` is named when that changes. */
  exists(path: string, asker: string): boolean | undefined;
  dispose(): void;
}

/** A deck that links to more files is not asked about the rest. */
const mostKept = 5000;

/** `onChange` gets the files of the deck that asked about what was found, made or deleted since. */
export function createFileProbe(
  { root, place }: OpenDeck,
  onChange: (askers: readonly string[]) => void,
): FileProbe {
  const known = new Map<string, { isThere: boolean | undefined; readonly askers: Set<string> }>();
  let isDisposed = false;
  const ask = async (path: string) => {
    const isThere = await isAt(Uri.joinPath(root, path));
    const entry = known.get(path);
    if (entry === undefined || isDisposed) return;
    const isNew = entry.isThere !== isThere;
    entry.isThere = isThere;
    if (isNew) onChange([...entry.askers]);
  };
  const askAgain = ({ path }: Uri) => {
    const below = path.slice(root.path.length).replace(/^\//, '');
    for (const each of known.keys()) if (each === below || each.startsWith(`${below}/`)) void ask(each);
  };
  // The folder of a deck of one file may be anything, such as somebody's whole disk.
  const isFolder = root.toString() === place.toString();
  const watcher = workspace.createFileSystemWatcher(
    new RelativePattern(root, isFolder ? '**/*' : '*'),
    false,
    true,
    false,
  );
  const following = Disposable.from(watcher, watcher.onDidCreate(askAgain), watcher.onDidDelete(askAgain));
  return {
    exists(path, asker) {
      const entry = known.get(path);
      if (entry !== undefined) {
        entry.askers.add(asker);
        return entry.isThere;
      }
      if (known.size >= mostKept) return undefined;
      known.set(path, { isThere: undefined, askers: new Set([asker]) });
      void ask(path);
      return undefined;
    },
    dispose() {
      isDisposed = true;
      following.dispose();
    },
  };
}

async function isAt(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

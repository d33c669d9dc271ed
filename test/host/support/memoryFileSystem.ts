import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  workspace,
  type FileChangeEvent,
  type FileStat,
  Uri,
} from 'vscode';

/** A file system in memory, as a virtual workspace has one: no disk, no watcher but what it tells itself. */
export interface MemoryFileSystem extends Disposable {
  /** Tells who watches. */
  write(path: string, text: string): void;
  delete(path: string): void;
}

export function registerMemoryFileSystem(
  scheme: string,
  start: Readonly<Record<string, string>>,
): MemoryFileSystem {
  const files = new Map(Object.entries(start).map(([path, text]) => [path, { text, mtime: 1 }]));
  const changed = new EventEmitter<FileChangeEvent[]>();
  const isFolder = (path: string) => [...files.keys()].some((file) => file.startsWith(`${path}/`));
  const stat = ({ path }: Uri): FileStat => {
    const file = files.get(path);
    if (file === undefined && !isFolder(path)) throw FileSystemError.FileNotFound(path);
    return file === undefined
      ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
      : { type: FileType.File, ctime: 0, mtime: file.mtime, size: file.text.length };
  };
  const readOnly = () => {
    throw FileSystemError.NoPermissions('It is read-only.');
  };
  const tell = (path: string, type: FileChangeType) => changed.fire([{ type, uri: uriOf(scheme, path) }]);
  const registered = workspace.registerFileSystemProvider(
    scheme,
    {
      onDidChangeFile: changed.event,
      watch: () => new Disposable(() => undefined),
      stat,
      readDirectory: ({ path }) => listChildren([...files.keys()], path),
      readFile({ path }) {
        const file = files.get(path);
        if (file === undefined) throw FileSystemError.FileNotFound(path);
        return new TextEncoder().encode(file.text);
      },
      ...{ createDirectory: readOnly, writeFile: readOnly, delete: readOnly, rename: readOnly },
    },
    { isReadonly: true, isCaseSensitive: true },
  );
  return Object.assign(Disposable.from(registered, changed), {
    write(path: string, text: string) {
      const type = files.has(path) ? FileChangeType.Changed : FileChangeType.Created;
      files.set(path, { text, mtime: (files.get(path)?.mtime ?? 0) + 1 });
      tell(path, type);
    },
    delete(path: string) {
      for (const file of files.keys()) if (file === path || file.startsWith(`${path}/`)) files.delete(file);
      tell(path, FileChangeType.Deleted);
    },
  });
}

function uriOf(scheme: string, path: string): Uri {
  return Uri.from({ scheme, path });
}

function listChildren(files: readonly string[], folder: string): [string, FileType][] {
  const children = new Map<string, FileType>();
  for (const file of files) {
    if (!file.startsWith(`${folder}/`)) continue;
    const [name = '', ...below] = file.slice(folder.length + 1).split('/');
    children.set(name, below.length === 0 ? FileType.File : FileType.Directory);
  }
  return [...children];
}

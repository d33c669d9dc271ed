import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { LogFolder } from '../../core/log/logFolder';
import { createQueue } from '../../core/util/queue';

/**
 * A log folder on any file system that VS Code knows, a browser's storage included. These can't append, so a window's
 * own file, which is small, is kept in memory and written whole.
 */
export function createAnyFolder(folder: Uri): LogFolder {
  const inOrder = createQueue();
  const own = new Map<string, string>();
  const fileOf = (name: string) => Uri.joinPath(folder, name);

  const write = async (name: string, text: string) => {
    const draft = fileOf(`${name}.tmp`);
    await workspace.fs.writeFile(draft, await workspace.encode(text, { encoding: 'utf8' }));
    await workspace.fs.rename(draft, fileOf(name), { overwrite: true });
  };

  return {
    async list() {
      const entries = await workspace.fs.readDirectory(folder).then((found) => found, unlessMissing);
      const files = (entries ?? []).filter(
        ([name, type]) => type === FileType.File && !name.endsWith('.tmp'),
      );
      return Promise.all(
        files.map(async ([name]) => {
          const { size, mtime } = await workspace.fs.stat(fileOf(name));
          return { name, size, modified: mtime };
        }),
      );
    },
    read: async (name) => workspace.fs.readFile(fileOf(name)).then((bytes) => bytes, unlessMissing),
    append: (name, text) =>
      inOrder(async () => {
        await workspace.fs.createDirectory(folder);
        const before = own.get(name) ?? '';
        await write(name, before + text);
        own.set(name, before + text);
      }),
    write: (name, text) =>
      inOrder(async () => {
        await workspace.fs.createDirectory(folder);
        await write(name, text);
      }),
    rename: (from, to) =>
      inOrder(async () => {
        await workspace.fs
          .rename(fileOf(from), fileOf(to), { overwrite: true })
          .then(undefined, unlessMissing);
      }),
    remove: (name) =>
      inOrder(async () => {
        own.delete(name);
        await workspace.fs.delete(fileOf(name)).then(undefined, unlessMissing);
      }),
    dispose() {
      own.clear();
      return Promise.resolve();
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
  throw error;
}

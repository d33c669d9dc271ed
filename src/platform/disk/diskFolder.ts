import { mkdir, open, readFile, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { LogFile, LogFolder } from '../../core/log/logFolder';
import { createQueue } from '../../core/util/queue';

/** A log folder on a disk: one append and one flush per event, through a handle that stays open. */
export function createDiskFolder(folder: string): LogFolder {
  const inOrder = createQueue();
  const handles = new Map<string, FileHandle>();
  const fileOf = (name: string) => path.join(folder, name);

  /** The open file; a new one where somebody took the old one, or the whole folder, away. */
  const openOwn = async (name: string): Promise<FileHandle> => {
    const known = handles.get(name);
    if (known !== undefined && (await known.stat()).nlink > 0) return known;
    await close(name);
    await mkdir(folder, { recursive: true });
    const opened = await open(fileOf(name), 'a');
    handles.set(name, opened);
    return opened;
  };
  const close = async (name: string) => {
    const handle = handles.get(name);
    handles.delete(name);
    await handle?.close();
  };

  return {
    list: () => listFiles(folder),
    read: (name) => readFile(fileOf(name)).catch(unlessMissing),
    append: (name, text) =>
      inOrder(async () => {
        const handle = await openOwn(name);
        await handle.appendFile(text);
        await handle.datasync();
      }),
    write: (name, text) =>
      inOrder(async () => {
        await mkdir(folder, { recursive: true });
        await writeWhole(fileOf(name), text);
      }),
    remove: (name) =>
      inOrder(async () => {
        await close(name);
        await rm(fileOf(name), { force: true });
      }),
    dispose: () => void Promise.all([...handles.keys()].map(close)),
  };
}

async function listFiles(folder: string): Promise<LogFile[]> {
  const names = await readdir(folder).catch(unlessMissing);
  const files = await Promise.all(
    (names ?? [])
      .filter((name) => !name.endsWith('.tmp'))
      .map(async (name) => {
        const found = await stat(path.join(folder, name)).catch(() => undefined);
        return found?.isFile() ? [{ name, size: found.size, modified: found.mtimeMs }] : [];
      }),
  );
  return files.flat();
}

/** Flushed under another name first, so that a crash leaves the old text or the new one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = await open(`${file}.tmp`, 'w');
  try {
    await draft.writeFile(text);
    await draft.datasync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.tmp`, file);
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

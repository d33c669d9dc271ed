import { mkdir, open, readFile, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { LogFile, LogFolder } from '../../core/log/logFolder';
import { createQueue } from '../../core/util/queue';

/** A log folder on a disk: one append and one flush per event, through a handle that stays open. */
export function createDiskFolder(folder: string): LogFolder {
  const inOrder = createQueue();
  const fileOf = (name: string) => path.join(folder, name);
  const handles = createHandles(folder);
  return {
    list: () => listFiles(folder),
    read: (name) => readFile(fileOf(name)).catch(unlessMissing),
    append: (name, text) => inOrder(() => appendFlushed(handles, fileOf(name), text)),
    write: (name, text) =>
      inOrder(async () => {
        await mkdir(folder, { recursive: true });
        await writeWhole(fileOf(name), text);
      }),
    rename: (from, to) =>
      inOrder(async () => {
        await rename(fileOf(from), fileOf(to)).catch(unlessMissing);
      }),
    remove: (name) =>
      inOrder(async () => {
        await handles.close(fileOf(name));
        await rm(fileOf(name), { force: true });
      }),
    dispose: handles.closeAll,
  };
}

/** The files of a folder that are appended to, kept open. */
interface Handles {
  open(file: string): Promise<FileHandle>;
  close(file: string): Promise<void>;
  closeAll(): Promise<void>;
}

function createHandles(folder: string): Handles {
  const handles = new Map<string, FileHandle>();
  const close = async (file: string) => {
    const handle = handles.get(file);
    handles.delete(file);
    await handle?.close();
  };
  return {
    async open(file) {
      const known = handles.get(file);
      if (known !== undefined) return known;
      await mkdir(folder, { recursive: true });
      const opened = await open(file, 'a');
      handles.set(file, opened);
      return opened;
    },
    close,
    async closeAll() {
      await Promise.all([...handles.keys()].map(close));
    },
  };
}

/** Where somebody took the file or the whole folder away before the text was kept in it, a new file gets it. */
async function appendFlushed(handles: Handles, file: string, text: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const handle = await handles.open(file);
    await appendAllOrNothing(handle, text);
    if (await isStillAt(file, handle)) return;
    await handles.close(file);
  }
  throw new Error(`"${file}" is taken away again and again.`);
}

/** What is not kept must not be found later, or a person who does it again has done it twice. */
async function appendAllOrNothing(handle: FileHandle, text: string): Promise<void> {
  const { size } = await handle.stat();
  try {
    await handle.appendFile(text);
    await handle.datasync();
  } catch (error) {
    await handle.truncate(size).catch(() => undefined);
    throw error;
  }
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

/** Whether the name still stands for the open file. Folding renames a file before it looks at it a last time. */
async function isStillAt(file: string, handle: FileHandle): Promise<boolean> {
  const [named, opened] = [await stat(file).catch(unlessMissing), await handle.stat()];
  return named?.ino === opened.ino && named.dev === opened.dev;
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

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

/** A file that is appended to, kept open. */
interface OpenFile {
  readonly handle: FileHandle;
  /** Which file it is, whatever its name: no other one gets the same numbers as long as it is open. */
  readonly device: number;
  readonly inode: number;
  /** In bytes, as of the last append. */
  size: number;
}

interface Handles {
  open(file: string): Promise<OpenFile>;
  close(file: string): Promise<void>;
  closeAll(): Promise<void>;
}

function createHandles(folder: string): Handles {
  const files = new Map<string, OpenFile>();
  const close = async (file: string) => {
    const opened = files.get(file);
    files.delete(file);
    await opened?.handle.close();
  };
  return {
    async open(file) {
      const known = files.get(file);
      if (known !== undefined) return known;
      await mkdir(folder, { recursive: true });
      const handle = await open(file, 'a');
      const { dev: device, ino: inode, size } = await handle.stat();
      const opened = { handle, device, inode, size };
      files.set(file, opened);
      return opened;
    },
    close,
    async closeAll() {
      await Promise.all([...files.keys()].map(close));
    },
  };
}

/** Where somebody took the file or the whole folder away before the text was kept in it, a new file gets it. */
async function appendFlushed(handles: Handles, file: string, text: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    if (await appendAllOrNothing(await handles.open(file), file, text)) return;
    await handles.close(file);
  }
  throw new Error(`"${file}" is taken away again and again.`);
}

/**
 * What is not kept must not be found later, or a person who does it again has done it twice. Tells whether the file is
 * still the one of its name, which is asked while the disk flushes, since one waits for that anyway: who takes the file
 * away later finds the text in it.
 */
async function appendAllOrNothing(opened: OpenFile, file: string, text: string): Promise<boolean> {
  const { handle, size } = opened;
  try {
    await writeAll(handle, Buffer.from(text));
    const [, isThere] = await Promise.all([handle.datasync(), isStillAt(file, opened)]);
    opened.size += Buffer.byteLength(text);
    return isThere;
  } catch (error) {
    await cutOff(handle, size, text).catch(() => undefined);
    throw error;
  }
}

/** One write, and more only where the system took a part. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await handle.write(bytes, written)).bytesWritten;
  }
}

/** Takes back what a failed append has added, and nothing that somebody else has. */
async function cutOff(handle: FileHandle, size: number, text: string): Promise<void> {
  const added = (await handle.stat()).size - size;
  if (added > 0 && added <= Buffer.byteLength(text)) await handle.truncate(size);
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
async function isStillAt(file: string, { device, inode }: OpenFile): Promise<boolean> {
  const named = await stat(file).catch(unlessMissing);
  return named?.ino === inode && named.dev === device;
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

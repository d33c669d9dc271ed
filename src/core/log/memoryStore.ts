import { checksumOf } from './checksum';
import type { LogStore } from './studyLog';

/** A folder that is gone when its owner is: files by name. Several windows may share one. */
export type MemoryFolder = Map<string, string>;

/** A store in memory, for a window that appends to the file of this name. */
export function createMemoryStore(folder: MemoryFolder, ownFile: string, snapshot?: Uint8Array): LogStore {
  return {
    list: () =>
      Promise.resolve(
        [...folder].map(([name, text]) => ({ name, stamp: `${text.length}-${checksumOf(text)}` })),
      ),
    read: (name) => Promise.resolve(folder.get(name)),
    readSnapshot: () => Promise.resolve(snapshot),
    append(text) {
      folder.set(ownFile, (folder.get(ownFile) ?? '') + text);
      return Promise.resolve();
    },
  };
}

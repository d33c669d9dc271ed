import { isLogFile } from './fold';
import type { LogFolder } from './logFolder';
import type { LogStore } from './studyLog';

export interface FolderStoreOptions {
  readonly folder: LogFolder;
  /** The file that this window appends to. */
  readonly ownFile: string;
  /** From UTF-8. */
  decode(bytes: Uint8Array): Promise<string>;
  /** `undefined` where none is kept. */
  readSnapshot(): Promise<Uint8Array | undefined>;
  /** The folder had files, and has none any more. */
  onDidVanish(): unknown;
}

/** The study log in a folder, for a window that appends to its own file there. */
export function createFolderStore({
  folder,
  ownFile,
  decode,
  readSnapshot,
  onDidVanish,
}: FolderStoreOptions): LogStore {
  let count = 0;
  /** After a write that failed, half a line may be there: the next one starts on a line of its own. */
  let mayBeTorn = false;
  return {
    async list() {
      const files = (await folder.list()).filter(({ name }) => isLogFile(name));
      if (count > 0 && files.length === 0) onDidVanish();
      count = files.length;
      return files.map(({ name, size, modified }) => ({ name, stamp: `${size}-${modified}` }));
    },
    async read(name) {
      const bytes = await folder.read(name);
      return bytes && decode(bytes);
    },
    readSnapshot,
    async append(text) {
      const whole = mayBeTorn ? `\n${text}` : text;
      mayBeTorn = true;
      await folder.append(ownFile, whole);
      mayBeTorn = false;
    },
  };
}

import { workspace } from 'vscode';
import { isLogFile } from '../../core/log/fold';
import type { LogFolder } from '../../core/log/logFolder';
import type { LogStore } from '../../core/log/studyLog';

/** The study log in a folder, for a window that appends to its own file there. */
export function createFolderStore(folder: LogFolder, ownFile: string): LogStore {
  /** After a write that failed, half a line may be there: the next one starts on a line of its own. */
  let mayBeTorn = false;
  return {
    async list() {
      const files = await folder.list();
      return files
        .filter(({ name }) => isLogFile(name))
        .map(({ name, size, modified }) => ({ name, stamp: `${size}-${modified}` }));
    },
    async read(name) {
      const bytes = await folder.read(name);
      return bytes && workspace.decode(bytes, { encoding: 'utf8' });
    },
    readSnapshot: () => Promise.resolve(undefined),
    async append(text) {
      const whole = mayBeTorn ? `\n${text}` : text;
      mayBeTorn = true;
      await folder.append(ownFile, whole);
      mayBeTorn = false;
    },
  };
}

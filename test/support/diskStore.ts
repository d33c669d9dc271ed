import { createFolderStore } from '../../src/core/log/folderStore';
import type { LogFolder } from '../../src/core/log/logFolder';
import { createStudyLog, type StudyLog } from '../../src/core/log/studyLog';
import { createDiskFolder } from '../../src/platform/disk/diskFolder';

/** A window's study log in a folder on a disk, as the extension has it. */
export interface DiskLog {
  readonly log: StudyLog;
  readonly folder: LogFolder;
  readText(name: string): Promise<string | undefined>;
}

export function openDiskLog(
  place: string,
  ownFile: string,
  onDidVanish: () => unknown = () => undefined,
): DiskLog {
  const folder = createDiskFolder(place);
  const decode = (bytes: Uint8Array) => Promise.resolve(new TextDecoder().decode(bytes));
  const readSnapshot = () => Promise.resolve(undefined);
  const store = createFolderStore({ folder, ownFile, decode, readSnapshot, onDidVanish });
  open.add(folder);
  return { log: createStudyLog(store), folder, readText: store.read };
}

const open = new Set<LogFolder>();

/** Closes the files of all that were opened. */
export async function closeDiskLogs(): Promise<void> {
  for (const folder of open) await folder.dispose();
  open.clear();
}

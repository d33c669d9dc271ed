import { checkLog, type CheckReport } from './checkLog';
import { isWindowFile, nameToFold } from './fold';
import { listLogFiles, type LogFiles } from './logReader';
import type { LogFolder } from './logFolder';

export interface CheckOptions {
  readonly files: LogFiles;
  /** The file that this window appends to. */
  readonly ownFile: string;
  readonly now: number;
  /** `undefined` where there is none. */
  readonly snapshot: Uint8Array | undefined;
}

export async function checkFolder({ files, ownFile, now, snapshot }: CheckOptions): Promise<CheckReport> {
  const listed = await listLogFiles(files);
  const read = await Promise.all(
    listed.map(async ({ name }) => ({
      name,
      text: (await files.read(name)) ?? '',
      isOpen: name === ownFile,
    })),
  );
  return checkLog(read, now, snapshot);
}

/**
 * Writes what a check finds to mend. Other windows may append meanwhile, so each of their files gets another name
 * before it is read for the last time: who appends to it later finds it gone, and writes the event again to a new one.
 */
export async function mendFolder(options: CheckOptions & { readonly folder: LogFolder }): Promise<void> {
  const { folder } = options;
  const names = new Set((await folder.list()).map(({ name }) => name));
  for (const { name } of (await checkFolder(options)).write) {
    // A file that has the other name already is left to folding, and this one to the next check.
    if (isWindowFile(name) && !names.has(nameToFold(name))) await folder.rename(name, nameToFold(name));
  }
  for (const { name, text } of (await checkFolder(options)).write) {
    if (!isWindowFile(name)) await folder.write(name, text);
  }
}

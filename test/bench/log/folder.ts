import { mkdirSync, rmSync } from 'node:fs';
import type { StudyEvent } from '../../../src/core/log/event';
import { createFolderStore } from '../../../src/core/log/folderStore';
import type { LogFolder } from '../../../src/core/log/logFolder';
import { encodeEvents } from '../../../src/core/log/logText';
import type { LogStore } from '../../../src/core/log/studyLog';
import { createDiskFolder } from '../../../src/platform/disk/diskFolder';
import { inCheckout } from '../../support/paths';
import { byMonth } from './events';

/** A study log in a folder on the disk, gone when `run` is done. */
export async function withLogFolder<T>(
  events: readonly StudyEvent[],
  run: (folder: LogFolder, path: string) => Promise<T>,
): Promise<T> {
  const path = inCheckout('out', 'bench-log', String(++folders));
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  const folder = createDiskFolder(path);
  try {
    for (const [month, ofMonth] of byMonth(events)) {
      await folder.write(`device-${month}.jsonl`, encodeEvents(ofMonth));
    }
    return await run(folder, path);
  } finally {
    await folder.dispose();
    rmSync(path, { recursive: true, force: true });
  }
}

let folders = 0;

const decoder = new TextDecoder();

/** What the extension makes of a folder, but for VS Code's decoding. */
export function createStore(folder: LogFolder): LogStore {
  return createFolderStore({
    folder,
    ownFile: 'window.jsonl',
    decode: (bytes) => Promise.resolve(decoder.decode(bytes)),
    readSnapshot: () => Promise.resolve(undefined),
    onDidVanish: () => undefined,
  });
}

import { workspace, type Uri } from 'vscode';
import { checksumOf } from '../../core/log/checksum';
import type { LogFolder } from '../../core/log/logFolder';

/** The snapshot of one log, in the extension's own storage. It may be deleted at any time. */
export interface SnapshotFile {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** One per place that a log is in: a person may go from one folder to another and back. */
export function createSnapshotFile(snapshots: LogFolder, log: Uri): SnapshotFile {
  const name = `${checksumOf(log.toString())}.txt`;
  return {
    async read() {
      const bytes = await snapshots.read(name);
      return bytes && workspace.decode(bytes, { encoding: 'utf8' });
    },
    write: (text) => snapshots.write(name, text),
    remove: () => snapshots.remove(name),
  };
}

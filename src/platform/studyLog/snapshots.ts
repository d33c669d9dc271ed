import type { Uri } from 'vscode';
import { checksumOf } from '../../core/log/checksum';
import type { LogFolder } from '../../core/log/logFolder';
import type { ErrorReporter } from '../errors';

/** The snapshot of one log, in the extension's own storage. It may be deleted at any time. */
export interface SnapshotFile {
  /** `undefined` where there is none, or it can't be read: then the log is read instead. */
  read(): Promise<Uint8Array | undefined>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** One per place that a log is in: a person may go from one folder to another and back. */
export function createSnapshotFile(snapshots: LogFolder, log: Uri, errors: ErrorReporter): SnapshotFile {
  const name = `${checksumOf(log.toString())}.txt`;
  return {
    async read() {
      try {
        return await snapshots.read(name);
      } catch (error) {
        errors.log('read the snapshot of the study log', error);
        return undefined;
      }
    },
    write: (text) => snapshots.write(name, text),
    remove: () => snapshots.remove(name),
  };
}

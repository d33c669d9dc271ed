import { l10n } from 'vscode';
import { parseBackupName, planBackups, type ForcedBackup } from '../../core/log/backups';
import type { CheckReport } from '../../core/log/checkLog';
import { encodeExport, parseExport, planImport } from '../../core/log/exportImport';
import type { LogFolder } from '../../core/log/logFolder';
import { encodeEvents, parseLogText } from '../../core/log/logText';
import { checkFolder, mendFolder } from '../../core/log/mendFolder';
import type { Stamps } from '../../core/log/stampEvent';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { LogStore, StudyLog } from '../../core/log/studyLog';
import { planRestore } from '../../core/log/undo';
import type { SnapshotFile } from './snapshots';

/** The study log as a whole: taken out, brought in, looked over, and kept twice. */
export interface StudyData {
  exportText(): Promise<string>;
  /** Backs up first. Rejects with every fault of the text, and then nothing is changed. */
  importText(text: string): Promise<{ readonly added: number; readonly differing: number }>;
  check(): Promise<CheckReport>;
  /** Mends what can be mended, after a back-up. */
  mend(report: CheckReport): Promise<void>;
  /** Makes the back-up that is due, if one is. */
  backUp(before?: ForcedBackup): Promise<void>;
  /** The newest first. */
  listBackups(): Promise<readonly { readonly name: string; readonly at: number; readonly before?: string }[]>;
  /** The log says again what the back-up says. Can be undone. */
  restore(name: string): Promise<void>;
}

export interface StudyDataOptions {
  readonly log: StudyLog;
  readonly record: Pick<StudyRecord, 'appendBatch'>;
  readonly store: LogStore;
  /** The folder of the log, and that of its back-ups. */
  readonly folder: LogFolder;
  readonly backups: LogFolder;
  readonly snapshot: SnapshotFile;
  /** This window's own file: it may be written to right now. */
  readonly ownFile: string;
  readonly stamps: Stamps;
  decode(bytes: Uint8Array): Promise<string>;
}

export function createStudyData(options: StudyDataOptions): StudyData {
  const { log, record, store, folder, snapshot, ownFile, stamps } = options;
  const backups = createBackups(options);
  const checkOptions = async () => ({
    ...{ files: store, ownFile, now: stamps.now() },
    snapshot: await snapshot.read(),
  });
  return {
    ...backups,
    exportText: async () => encodeExport(await log.readEvents(), stamps.now()),
    async importText(text) {
      const parsed = parseExport(text);
      if ('faults' in parsed) {
        throw new Error(l10n.t('{0}. Nothing was imported.', parsed.faults.join('; ')));
      }
      await backups.backUp('import');
      const { replay } = await log.load();
      const { events, added, differing } = planImport(parsed.events, stamps, replay);
      await record.appendBatch(events);
      return { added, differing };
    },
    check: async () => checkFolder(await checkOptions()),
    async mend({ removeSnapshot }) {
      await backups.backUp('migration');
      await mendFolder({ ...(await checkOptions()), folder });
      if (removeSnapshot) await snapshot.remove();
      await log.refresh();
    },
  };
}

function createBackups({
  log,
  record,
  backups,
  stamps,
  decode,
}: StudyDataOptions): Pick<StudyData, 'backUp' | 'listBackups' | 'restore'> {
  let backedUp = '';
  const backUp = async (before?: ForcedBackup) => {
    const text = encodeEvents(await log.readEvents());
    const names = (await backups.list()).map(({ name }) => name);
    const hasChanged = text !== backedUp && text !== '';
    const plan = planBackups(names, stamps.now(), {
      hasChanged,
      ...(before === undefined ? {} : { before }),
    });
    if (plan.create === undefined) return;
    await backups.write(plan.create, text);
    backedUp = text;
    for (const name of plan.remove) await backups.remove(name);
  };
  return {
    backUp,
    async listBackups() {
      const found = (await backups.list()).flatMap(({ name }) => {
        const parsed = parseBackupName(name);
        return parsed === undefined ? [] : [{ name, ...parsed }];
      });
      return found.sort((a, b) => b.at - a.at);
    },
    async restore(name) {
      const bytes = await backups.read(name);
      if (bytes === undefined) throw new Error(l10n.t('the back-up "{0}" is gone.', name));
      const { events } = parseLogText(await decode(bytes), name);
      await backUp('restore');
      const { replay } = await log.load();
      await record.appendBatch(planRestore(events, stamps, replay));
    },
  };
}

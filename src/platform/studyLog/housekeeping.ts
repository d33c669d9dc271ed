import { Disposable } from 'vscode';
import { foldFolder, type FoldOptions } from '../../core/log/foldFolder';
import type { StudyLog } from '../../core/log/studyLog';
import { createTicker } from '../timers';
import type { SnapshotFile } from './snapshots';

const minuteMs = 60_000;

/** Nobody has studied for so long: a moment for work that may take some hundred milliseconds. */
const quietMs = 20_000;

const foldEveryMs = 15 * minuteMs;
const snapshotEveryMs = 5 * minuteMs;

/** A smaller log is read as fast without a snapshot. */
const fewestEvents = 500;

export interface HousekeepingOptions extends Omit<FoldOptions, 'now'> {
  readonly log: StudyLog;
  readonly snapshot: SnapshotFile;
  /** In ms since the epoch. */
  now(): number;
  /** Says that work in the background failed, if it does. */
  report(what: string, work: Promise<void>): void;
}

/** What is done for the log at quiet moments: files of windows long gone are folded, and a snapshot is kept. */
export function keepHouse({ log, snapshot, now, report, ...folding }: HousekeepingOptions): Disposable {
  const last = { change: now(), fold: now(), snapshot: now() };
  /** What the folder said of its files when this window kept a snapshot: one of files that were folded is of no use. */
  let kept = '';
  const following = log.onDidChange(() => (last.change = now()));
  const keepSnapshot = async () => {
    const { replay, isReadOnly } = await log.load();
    if (isReadOnly || replay.ledger.entries.length < fewestEvents) return;
    const files = JSON.stringify(await folding.folder.list());
    if (files === kept) return;
    await log.refresh();
    await snapshot.write(await log.encodeSnapshot());
    kept = files;
  };
  const fold = async () => {
    const { isReadOnly } = await log.load();
    if (!isReadOnly) await foldFolder({ ...folding, now: now() });
  };
  const work = () => {
    if (now() - last.change < quietMs) return;
    if (now() - last.snapshot >= snapshotEveryMs) {
      last.snapshot = now();
      report('keep a snapshot of the study log', keepSnapshot());
    } else if (now() - last.fold >= foldEveryMs) {
      last.fold = now();
      report('fold the study log', fold());
    }
  };
  return Disposable.from(createTicker(minuteMs, work), new Disposable(following));
}

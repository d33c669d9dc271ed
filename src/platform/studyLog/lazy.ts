import { Disposable, Uri, env, l10n } from 'vscode';
import { openFolder } from '#openFolder';
import { windowFileName } from '../../core/log/fold';
import { randomText } from '../../core/log/stampEvent';
import { loadStudyRecord, type StudyRecord } from '../../core/log/studyRecord';
import { createStudyLog } from '../../core/log/studyLog';
import type { ErrorReporter } from '../errors';
import { getSetting } from '../settings';
import { createTicker } from '../timers';
import { createFolderStore } from './folderStore';
import { createPlanReader } from './plan';

/** Another window's review is shown within two seconds. */
const refreshMs = 1000;

export interface OpenStudyOptions {
  /** Where the log is, unless the setting names a folder. */
  readonly folder: Uri;
  readonly errors: ErrorReporter;
  onDidChange(questions: readonly string[]): void;
}

/** The record of this window, kept in step with the log until it is disposed. */
export async function openStudy({
  folder,
  errors,
  onDidChange,
}: OpenStudyOptions): Promise<Disposable & { readonly record: StudyRecord }> {
  const files = openFolder(parseFolder(getSetting('study.folder')) ?? folder);
  const log = createStudyLog(createFolderStore(files, nameFile()));
  const plan = createPlanReader(() => onDidChange([]));
  const stamps = { now: Date.now, random: Math.random };
  const record = await loadStudyRecord({ log, stamps, plan: plan.read, now: Date.now });
  let day = record.today();
  let lastFailure = '';
  const refresh = async () => {
    try {
      await log.refresh();
      lastFailure = '';
    } catch (error) {
      if (String(error) !== lastFailure) errors.log('read the study log', error);
      lastFailure = String(error);
    }
    if (record.today() === day) return;
    day = record.today();
    onDidChange([]);
  };
  const parts = Disposable.from(
    plan,
    createTicker(refreshMs, () => void refresh()),
    new Disposable(log.onDidChange(onDidChange)),
    new Disposable(files.dispose),
  );
  return Object.assign(parts, { record });
}

/** A folder of the user's: a path or an address. `undefined` when none is named. */
function parseFolder(setting: string): Uri | undefined {
  const text = setting.trim();
  if (text === '') return undefined;
  if (/^(\/|[a-zA-Z]:[\\/])/.test(text)) return Uri.file(text);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return Uri.parse(text, true);
  throw new Error(
    l10n.t('the setting llmStudy.study.folder is "{0}". Write a whole path, such as /home/me/study.', text),
  );
}

/** No other window has it. A device is told by VS Code's own name for it. */
function nameFile(): string {
  const device =
    env.machineId
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 8) || 'device';
  return windowFileName(device, Date.now(), randomText(Math.random, 8));
}

import { Disposable, Uri, env, l10n, workspace } from 'vscode';
import { openFolder } from '#openFolder';
import { windowFileName } from '../../core/log/fold';
import { loadStudyRecord, type StudyRecord } from '../../core/log/studyRecord';
import { createStudyLog } from '../../core/log/studyLog';
import type { ErrorReporter } from '../errors';
import { getSetting } from '../settings';
import { createTicker } from '../timers';
import { createFolderStore } from './folderStore';
import { createSettingsReader } from './settings';
import { createStudyData, type StudyData } from './studyData';

const stamps = { now: Date.now, random: Math.random };

/** Another window's review is shown within two seconds. */
const refreshMs = 1000;

/** How often it is asked whether a back-up is due. */
const backupMs = 5 * 60_000;

export interface OpenStudy extends Disposable {
  readonly record: StudyRecord;
  readonly data: StudyData;
}

export interface OpenStudyOptions {
  /** Where the log is, unless the setting names a folder. */
  readonly folder: Uri;
  readonly errors: ErrorReporter;
  /** The ids of the bank's questions, in its order. */
  loadQuestions(): Promise<readonly string[]>;
  onDidChange(questions: readonly string[]): void;
}

/** The record of this window, kept in step with the log until it is disposed. */
export async function openStudy(options: OpenStudyOptions): Promise<OpenStudy> {
  const { folder, errors, onDidChange } = options;
  const place = parseFolder(getSetting('study.folder')) ?? folder;
  const [files, backups] = [openFolder(place), openFolder(Uri.joinPath(folder, '..', 'study-log-backups'))];
  const ownFile = nameFile();
  const store = createFolderStore(files, ownFile);
  const log = createStudyLog(store);
  const questions = await options.loadQuestions();
  const settings = createSettingsReader(() => onDidChange([]));
  const record = await loadStudyRecord({
    log,
    stamps,
    settings: settings.read,
    questions: () => questions,
    now: Date.now,
  });
  const data = createStudyData({ log, store, folder: files, backups, ownFile, stamps, decode });
  const report = createFailureLog(errors);
  let day = record.today();
  const refresh = async () => {
    await log.refresh();
    if (record.today() === day) return;
    day = record.today();
    onDidChange([]);
  };
  const parts = Disposable.from(
    settings,
    createTicker(refreshMs, () => report('read the study log', refresh())),
    createTicker(backupMs, () => report('back the study log up', data.backUp())),
    new Disposable(log.onDidChange(onDidChange)),
    new Disposable(files.dispose),
  );
  return Object.assign(parts, { record, data });
}

/** Logs a failure, but not the same one again and again while it lasts. */
function createFailureLog(errors: ErrorReporter): (what: string, work: Promise<void>) => void {
  const failing = new Map<string, string>();
  return (what, work) => {
    work.then(
      () => failing.delete(what),
      (error: unknown) => {
        if (failing.get(what) !== String(error)) errors.log(what, error);
        failing.set(what, String(error));
      },
    );
  };
}

const decode = (bytes: Uint8Array) => Promise.resolve(workspace.decode(bytes, { encoding: 'utf8' }));

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
  return windowFileName(device, stamps);
}

import { Disposable, Uri, type Memento } from 'vscode';
import { openFolder } from '#openFolder';
import { windowFileName } from '../../core/log/fold';
import { createFolderStore } from '../../core/log/folderStore';
import type { LogFolder } from '../../core/log/logFolder';
import { randomText } from '../../core/log/stampEvent';
import { loadStudyRecord, type StudyRecord } from '../../core/log/studyRecord';
import { createStudyLog, type StudyLog } from '../../core/log/studyLog';
import type { ErrorReporter } from '../errors';
import type { Library } from '../library/library';
import { getSetting, onSettingChange } from '../settings';
import { createTicker } from '../timers';
import { withClearFailures } from './failures';
import { keepHouse } from './housekeeping';
import { sayPlaceChanged, sayReadOnly, sayVanished } from './messages';
import { nameOfPlace, offerToCopy, parsePlace } from './place';
import { followQuestions } from './questions';
import { createSettingsReader } from './settings';
import { createSnapshotFile } from './snapshots';
import { createStudyData, type StudyData } from './studyData';
import { decodeText } from './text';

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
  /** Kept on this device alone. */
  readonly state: Memento;
  readonly errors: ErrorReporter;
  readonly library: Pick<Library, 'loadIndex' | 'onDidChange'>;
  onDidChange(questions: readonly string[]): void;
}

/** The record of this window, kept in step with the log until it is disposed. */
export async function openStudy(options: OpenStudyOptions): Promise<OpenStudy> {
  const { folder, errors, onDidChange } = options;
  const readPlace = () => parsePlace(getSetting('study.folder')) ?? folder;
  const place = readPlace();
  const files = withClearFailures(openFolder(place), place);
  const ownFolder = (name: string) => openFolder(Uri.joinPath(folder, '..', name));
  const device = await nameDevice(options.state);
  const ownFile = windowFileName(device, stamps);
  const snapshot = createSnapshotFile(ownFolder('study-log-snapshots'), place, errors);
  const store = createFolderStore({
    folder: files,
    ownFile,
    decode: decodeText,
    readSnapshot: snapshot.read,
    onDidVanish: () => sayVanished(place),
  });
  const log = createStudyLog(store);
  const report = createFailureLog(errors);
  const questions = await followQuestions(options.library, report, () => onDidChange([]));
  const settings = createSettingsReader(() => onDidChange([]));
  const record = await loadStudyRecord({
    ...{ log, stamps, settings: settings.read, now: Date.now },
    questions: questions.list,
  });
  const data = createStudyData({
    ...{ log, record, store, folder: files, backups: ownFolder('study-log-backups'), snapshot },
    ...{ ownFile, stamps, decode: decodeText },
  });
  if ((await log.load()).isReadOnly) sayReadOnly();
  if (place !== folder) report('copy the study log', copyIfNew(openFolder(folder), files, place, log));
  const following = Disposable.from(
    settings,
    questions,
    createRefresher(log, record, report, onDidChange),
    createTicker(backupMs, () => report('back the study log up', data.backUp())),
    keepHouse({
      ...{ log, snapshot, now: stamps.now, report },
      ...{ folder: files, readText: store.read, device, ownFile },
    }),
    onSettingChange('study.folder', () => sayPlaceChanged(errors, place, readPlace)),
    new Disposable(log.onDidChange(onDidChange)),
    new Disposable(() => void files.dispose()),
  );
  return Object.assign(following, { record, data });
}

/** Waits for some work and reports its failure. */
export type Report = ReturnType<typeof createFailureLog>;

/** Takes in what other windows wrote, and tells when the day turns. */
function createRefresher(
  log: StudyLog,
  record: StudyRecord,
  report: Report,
  onDidChange: OpenStudyOptions['onDidChange'],
): Disposable {
  let day = record.today();
  const refresh = async () => {
    if (record.today() !== day) onDidChange([]);
    day = record.today();
    await log.refresh();
  };
  return new Disposable(createTicker(refreshMs, () => report('read the study log', refresh())).dispose);
}

async function copyIfNew(from: LogFolder, to: LogFolder, place: Uri, log: StudyLog): Promise<void> {
  if (await offerToCopy(from, to, nameOfPlace(place))) await log.refresh();
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

/** A name of our own: where telemetry is off, VS Code gives every device the same one. */
async function nameDevice(state: Memento): Promise<string> {
  const known = state.get<unknown>('study.device');
  if (typeof known === 'string' && /^[a-z0-9]{8}$/.test(known)) return known;
  const device = randomText(stamps.random, 8);
  await state.update('study.device', device);
  return device;
}

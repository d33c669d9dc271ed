import { Uri, l10n, window } from 'vscode';
import { isLogFile } from '../../core/log/fold';
import type { LogFolder } from '../../core/log/logFolder';
import { decodeText } from './text';

/** A folder of the user's: a path or an address. `undefined` when none is named; throws when it is neither. */
export function parsePlace(setting: string): Uri | undefined {
  const text = setting.trim();
  if (text === '') return undefined;
  if (/^(\/|[a-zA-Z]:[\\/])/.test(text)) return Uri.file(text);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return Uri.parse(text, true);
  throw new Error(
    l10n.t('the setting llmStudy.study.folder is "{0}". Write a whole path, such as /home/me/study.', text),
  );
}

/** As a person writes it. */
export function nameOfPlace(place: Uri): string {
  return place.scheme === 'file' ? place.fsPath : place.toString(true);
}

/**
 * A person who names a new folder expects to find their history there. Where it has no log and the old place has one,
 * offers to copy it; the old one stays as it is.
 */
export async function offerToCopy(from: LogFolder, to: LogFolder, name: string): Promise<boolean> {
  const isEmpty = async (folder: LogFolder) => !(await folder.list()).some((file) => isLogFile(file.name));
  if (!(await isEmpty(to)) || (await isEmpty(from))) return false;
  const copy = l10n.t('Copy My Log There');
  const choice = await window.showInformationMessage(
    l10n.t('LLM Study: there is no study log in "{0}" yet. Shall yours be copied there?', name),
    copy,
    l10n.t('Start Anew'),
  );
  if (choice === copy) await copyLog(from, to);
  return choice === copy;
}

async function copyLog(from: LogFolder, to: LogFolder): Promise<void> {
  for (const { name } of await from.list()) {
    const bytes = isLogFile(name) ? await from.read(name) : undefined;
    if (bytes !== undefined) await to.write(name, await decodeText(bytes));
  }
}

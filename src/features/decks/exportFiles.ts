import {
  CancellationError,
  Uri,
  l10n,
  window,
  workspace,
  type CancellationToken,
  type Progress,
} from 'vscode';
import type { DeckFile } from '../../core/decks/deck';
import { slugOf } from '../../core/decks/ids';
import type { Format } from './exportScopes';

/** How many files are written at once. */
const writers = 16;

const kinds: Readonly<Record<Format, { readonly ending: string; readonly name: string }>> = {
  markdown: { ending: 'md', name: 'Markdown' },
  json: { ending: 'json', name: 'JSON' },
  csv: { ending: 'csv', name: 'CSV' },
  anki: { ending: 'txt', name: 'Anki' },
};

/** Asks where one file goes. That it overwrites one is asked by the dialog. */
export function askForFile(title: string, format: Format): Thenable<Uri | undefined> {
  const { ending, name } = kinds[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const fileName = `${folderNameOf(title)}.${ending}`;
  return window.showSaveDialog({
    title: l10n.t('Export Questions'),
    saveLabel: l10n.t('Export'),
    filters: { [name]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, fileName) }),
  });
}

/** Asks for a folder in which the new one is made. */
export async function askForFolder(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title: l10n.t('Export Questions: Where Shall the New Folder Be?'),
    openLabel: l10n.t('Export Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return chosen?.[0];
}

export async function writeFile(file: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(file, await workspace.encode(text, { encoding: 'utf8' }));
}

/**
 * Writes the files into a new folder in `parent`, named after the title: none that is there is touched. Cancelled or
 * failed, it leaves nothing behind.
 */
export async function writeFolderIn(
  parent: Uri,
  title: string,
  files: readonly DeckFile[],
  progress: Progress<{ increment: number }>,
  token: CancellationToken,
): Promise<Uri> {
  const folder = await findFreeFolder(parent, folderNameOf(title));
  await workspace.fs.createDirectory(folder);
  try {
    for (let at = 0; at < files.length; at += writers) {
      if (token.isCancellationRequested) throw new CancellationError();
      const some = files.slice(at, at + writers);
      await Promise.all(some.map(({ path, text }) => writeFile(Uri.joinPath(folder, path), text)));
      progress.report({ increment: (100 * some.length) / files.length });
    }
  } catch (error) {
    await workspace.fs.delete(folder, { recursive: true });
    throw error;
  }
  return folder;
}

async function findFreeFolder(parent: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const folder = Uri.joinPath(parent, count === 1 ? name : `${name}-${String(count)}`);
    if (!(await isThere(folder))) return folder;
  }
}

export async function isThere(place: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(place);
    return true;
  } catch {
    return false;
  }
}

function folderNameOf(title: string): string {
  return slugOf(title).slice(0, 60).replace(/-$/, '') || 'questions';
}

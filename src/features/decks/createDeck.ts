import { Uri, l10n, window, workspace } from 'vscode';
import { listDeck } from '../../platform/library/editDecks';
import { describePlace, plainName } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { suitableLevel } from './chooseLevel';
import { newDeckFiles } from './newDeckFiles';
import { sayDeck } from './sayDeck';
import { parseFileTarget } from './target';

/** Makes a folder with an example and a README that explains the format. */
export async function createDeck({ library, errors }: Services, target: unknown): Promise<void> {
  const parent = parseFileTarget(target) ?? (await chooseParent());
  if (parent === undefined) return;
  const name = await askName(parent);
  if (name === undefined) return;
  const place = await writeNewDeck(parent, name);
  const decks = await library.loadDecks();
  await listDeck(place, suitableLevel(place));
  await decks.refresh();
  await window.showTextDocument(Uri.joinPath(place, 'README.md'));
  sayDeck(l10n.t('"{0}" is a deck now', plainName(describePlace(place))), decks.at(place)?.deck, errors);
}

/** The folder that it made. Throws where something is there already: nothing is written over. */
export async function writeNewDeck(parent: Uri, name: string): Promise<Uri> {
  const place = Uri.joinPath(parent, name);
  if (await isThere(place)) {
    throw new Error(l10n.t('"{0}" is there already. Choose another name.', plainName(describePlace(place))));
  }
  const encoder = new TextEncoder();
  for (const { path, text } of newDeckFiles(name)) {
    await workspace.fs.writeFile(Uri.joinPath(place, path), encoder.encode(text));
  }
  return place;
}

async function chooseParent(): Promise<Uri | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Where to Make the Deck'),
    openLabel: l10n.t('Make Deck Here'),
    ...(folder === undefined ? {} : { defaultUri: folder.uri }),
  });
  return chosen?.[0];
}

async function askName(parent: Uri): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('New Deck'),
    prompt: l10n.t('The name of the deck and of its folder'),
    value: 'interview-questions',
    async validateInput(typed) {
      const fault = faultOfName(typed);
      if (fault !== undefined) return fault;
      const isTaken = await isThere(Uri.joinPath(parent, typed.trim()));
      return isTaken ? l10n.t('That is there already.') : undefined;
    },
  });
  return name?.trim();
}

/** What is wrong with a folder's name, on any system; `undefined` where nothing is. */
function faultOfName(typed: string): string | undefined {
  const name = typed.trim();
  if (name === '') return l10n.t('Write a name.');
  if (name.length > 100) return l10n.t('That is too long: 100 characters at most.');
  if (/[\\/:*?"<>|\p{Cc}]/u.test(name)) return l10n.t('A folder\'s name has none of \\ / : * ? " < > |');
  if (/^\.|\.$/.test(name)) return l10n.t("A deck's folder does not begin or end with a dot.");
  return undefined;
}

async function isThere(place: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(place);
    return true;
  } catch {
    return false;
  }
}

/** In every extension host. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

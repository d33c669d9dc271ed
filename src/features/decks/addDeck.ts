import { ProgressLocation, l10n, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import type { Deck, DeckQuestion } from '../../core/decks/deck';
import { executeCommand } from '../../platform/commands';
import type { OpenDecks } from '../../platform/library/decks';
import { isListed, listDeck } from '../../platform/library/editDecks';
import { describePlace, plainName, toPlace } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { chooseLevel, suitableLevel } from './chooseLevel';
import { describeNothing } from './passedOver';
import { describeCounts, sayDeck } from './sayDeck';
import { parseFileTarget } from './target';

/** Asks for a folder or a file and adds it to the decks of the settings. */
export async function addDeck({ library, errors }: Services, target: unknown): Promise<void> {
  const chosen = parseFileTarget(target) ?? (await choosePlace());
  if (chosen === undefined) return;
  const place = toPlace(chosen);
  const name = plainName(describePlace(place));
  const decks = await library.loadDecks();
  if (isListed(place)) {
    sayDeck(l10n.t('"{0}" is a deck already', name), decks.at(place)?.deck, errors);
    return;
  }
  if (!(await isWanted(decks, place, name))) return;
  const level = await chooseLevel(place);
  if (level === undefined) return;
  await listDeck(place, level);
  await decks.refresh();
  sayDeck(l10n.t('"{0}" is a deck now', name), decks.at(place)?.deck, errors);
}

/** Makes a deck of the file that a menu was opened on, and shows it. */
export async function studyFile({ library }: Services, target: unknown): Promise<void> {
  const file = parseFileTarget(target) ?? window.activeTextEditor?.document.uri;
  if (file === undefined) throw new Error(l10n.t('no file is open. Open a Markdown file first.'));
  if (file.scheme === 'untitled') throw new Error(l10n.t('the file has no name yet. Save it first.'));
  const decks = await library.loadDecks();
  const name = plainName(describePlace(file));
  const wasThere = decks.deckOf(file) !== undefined;
  if (!wasThere) {
    if (!(await hasQuestions(decks, file, name))) return;
    await listDeck(toPlace(file), suitableLevel(file));
    await decks.refresh();
  }
  const found = questionsOf(decks, file);
  const [first] = found.questions;
  if (first === undefined) {
    await sayNothing(file, name, found.skipped);
    return;
  }
  const counts = describeCounts(found);
  window.setStatusBarMessage(
    wasThere ? l10n.t('"{0}": {1}', name, counts) : l10n.t('"{0}" is a deck now: {1}', name, counts),
    5000,
  );
  await executeCommand('llmStudy.answer.open', first.id);
}

type Place = QuickPickItem & { choose(): Promise<Uri | undefined> };

async function choosePlace(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const items: Place[] = [
    {
      label: `$(folder) ${l10n.t('A Folder…')}`,
      detail: l10n.t('All Markdown files in it'),
      choose: () => openDialog(true),
    },
    {
      label: `$(file) ${l10n.t('A File…')}`,
      detail: l10n.t('A Markdown file, or any other text'),
      choose: () => openDialog(false),
    },
    ...folders.map(({ name, uri }) => ({
      label: `$(root-folder) ${l10n.t('This Workspace: {0}', plainName(name))}`,
      detail: l10n.t('All Markdown files of the workspace folder'),
      choose: () => Promise.resolve(uri),
    })),
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Add a Deck') }))?.choose();
}

async function openDialog(isFolder: boolean): Promise<Uri | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const chosen = await window.showOpenDialog({
    canSelectFiles: !isFolder,
    canSelectFolders: isFolder,
    title: isFolder ? l10n.t('Add a Folder as a Deck') : l10n.t('Add a File as a Deck'),
    openLabel: l10n.t('Add Deck'),
    ...(folder === undefined ? {} : { defaultUri: folder.uri }),
  });
  return chosen?.[0];
}

/** Whether to go on with a place that may hold nothing, or what another deck holds already. */
async function isWanted(decks: OpenDecks, place: Uri, name: string): Promise<boolean> {
  const other = decks.deckOf(place)?.deck;
  if (other === undefined) return hasQuestions(decks, place, name);
  const anyway = l10n.t('Add Anyway');
  const choice = await window.showWarningMessage(
    l10n.t(
      'LLM Study: "{0}" is in the deck "{1}" already. As a deck of its own, its questions are there twice.',
      name,
      plainName(other.deck.title),
    ),
    anyway,
  );
  return choice === anyway;
}

/** Where there are none, asks whether to go on all the same. */
async function hasQuestions(decks: OpenDecks, place: Uri, name: string): Promise<boolean> {
  const found = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Reading "{0}"', name) },
    () => decks.lookAt(place),
  );
  if (found.questions.length > 0) return true;
  const anyway = l10n.t('Add Anyway');
  return (await sayNothing(place, name, found.skipped, anyway)) === anyway;
}

/** Says what was passed over and why; `undefined` where nothing was chosen, or the list of it. */
async function sayNothing(
  place: Uri,
  name: string,
  skipped: Deck['skipped'],
  ...choices: readonly string[]
): Promise<string | undefined> {
  const why = l10n.t('Show Why');
  const buttons = skipped.length === 0 ? choices : [...choices, why];
  const choice = await window.showWarningMessage(describeNothing(name, skipped), ...buttons);
  if (choice === why) await executeCommand('llmStudy.decks.showPassedOver', place);
  return choice === why ? undefined : choice;
}

/** Of a file alone, also where its deck is a folder. */
function questionsOf(
  decks: OpenDecks,
  file: Uri,
): { readonly questions: readonly DeckQuestion[]; readonly skipped: Deck['skipped'] } {
  const held = decks.deckOf(file);
  if (held === undefined) return { questions: [], skipped: [] };
  const { deck } = held.deck;
  return {
    questions: deck.questions.filter(({ place }) => place.file === held.path),
    skipped: deck.skipped.filter((block) => block.file === held.path),
  };
}

import { FileType, Selection, Uri, ViewColumn, commands, l10n, window, workspace } from 'vscode';
import { findAnchorLine } from '../core/decks/anchor';
import type { Place } from '../core/decks/deck';
import { encodeDeckPath, resolveDeckPath } from '../core/decks/deckPath';
import { executeCommand } from './commands';
import type { Library } from './library/library';
import type { OpenDeck } from './library/decks';
import { plainName } from './library/names';

/** Opens a deck's file at the question. False when no deck has the question. */
export async function showDeckQuestion(library: Library, id: string): Promise<boolean> {
  const { open, question } = await findDeck(library, id);
  if (open === undefined || question === undefined) return false;
  await showLine(Uri.joinPath(open.root, question.place.file), question.place.line);
  return true;
}

/**
 * Follows a link that stands in the answer of a deck's question: to another question of the deck where it names one's
 * heading or a file with one alone, else to the file. Rejects for a link that leads out of the deck.
 */
export async function followDeckLink(library: Library, id: string, target: string): Promise<void> {
  const { open, question } = await findDeck(library, id);
  const standing = question?.answerPlace ?? question?.place;
  const to = standing && resolveDeckPath(standing.file, target);
  if (open === undefined || to === undefined) throw new Error(l10n.t('the link leads out of the deck.'));
  const fault = await findFault(open.root, to.path);
  if (fault === 'missing') throw new Error(l10n.t('the deck has no file "{0}".', plainName(to.path)));
  if (fault === 'link') throw new Error(l10n.t('the link leads out of the deck.'));
  const file = Uri.joinPath(open.root, to.path);
  if (!/\.(md|markdown)$/i.test(to.path)) {
    await commands.executeCommand('vscode.open', file);
    return;
  }
  const text = (await workspace.openTextDocument(file)).getText();
  const line = to.anchor === '' ? undefined : findAnchorLine(text, to.anchor);
  const next = findQuestion(open, to.path, line);
  if (next !== undefined && next !== id) await executeCommand('llmStudy.answer.open', next);
  else await showLine(file, line ?? 1);
}

/** Of paths of a deck's folder, those that a page may show as pictures: what is there, and no link to anywhere else. */
export async function findDeckPictures(
  library: Library,
  id: string,
  paths: readonly string[],
): Promise<string[]> {
  const { open } = await findDeck(library, id);
  if (open === undefined) return [];
  const inside = paths.filter((path) => resolveDeckPath('', encodeDeckPath(path))?.path === path);
  const faults = await Promise.all(inside.map((path) => findFault(open.root, path)));
  return inside.filter((_, number) => faults[number] === undefined);
}

async function findDeck(library: Library, id: string) {
  const decks = await library.loadDecks();
  const question = decks.find(id);
  return { question, open: decks.list.find(({ deck }) => deck.id === question?.deck) };
}

/** The question whose heading is at the line; without a line, the only one of the file. */
function findQuestion({ deck }: OpenDeck, path: string, line: number | undefined): string | undefined {
  const isHere = ({ file, line: first }: Place) => file === path && (line === undefined || first === line);
  const here = deck.questions.filter(({ place }) => isHere(place));
  return here.length === 1 ? here[0]?.id : undefined;
}

/** A deck may come from anywhere, and a symbolic link in it lead anywhere. `undefined` where the file is the deck's. */
async function findFault(root: Uri, path: string): Promise<'missing' | 'link' | undefined> {
  const names = path.split('/');
  for (const [at] of names.entries()) {
    const part = Uri.joinPath(root, ...names.slice(0, at + 1));
    const stat = await Promise.resolve(workspace.fs.stat(part)).catch(() => undefined);
    if (stat === undefined) return 'missing';
    if ((stat.type & FileType.SymbolicLink) !== 0) return 'link';
  }
  return undefined;
}

/** In the editor that shows the file already, where there is one. */
async function showLine(file: Uri, line: number): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  const at = new Selection(line - 1, 0, line - 1, 0);
  await window.showTextDocument(file, { viewColumn: shown?.viewColumn ?? ViewColumn.Active, selection: at });
}

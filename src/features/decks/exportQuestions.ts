import { ProgressLocation, Uri, commands, l10n, window, workspace } from 'vscode';
import type { Bank } from '../../core/bank/bank';
import { isCard, writeAnki } from '../../core/decks/export/anki';
import { writeCsv } from '../../core/decks/export/csv';
import type { Exported } from '../../core/decks/export/exported';
import { writeJson } from '../../core/decks/export/json';
import { writeQuestion } from '../../core/decks/export/markdownFile';
import { writeFolder } from '../../core/decks/export/markdownFolder';
import { describePlace, literalIcons, plainName } from '../../platform/library/names';
import type * as MarkdownHtml from '../../platform/markdownHtml';
import type { Services } from '../../platform/services';
import { pickStep, type Choice } from '../../platform/steps';
import { askForFile, askForFolder, isThere, writeFile, writeFolderIn } from './exportFiles';
import {
  countOf,
  listExportScopes,
  parseFormat,
  parseScope,
  type ExportItem,
  type ExportScope,
  type Format,
} from './exportScopes';

interface Wish {
  readonly scope: ExportScope;
  readonly format: Format;
}

/**
 * Writes questions of the bank or of decks into files. It is called for a group or a question of the tree, or with
 * `{ ids, format?, to? }`; what doesn't come along is asked. `to` is an address: of the new file, or of the folder in
 * which a folder of Markdown files is made.
 */
export async function exportQuestions(services: Services, target: unknown): Promise<void> {
  const wish = await askForWish(services, target);
  if (wish === undefined) return;
  const exported = await gatherQuestions(services.library, wish.scope.ids);
  const [only] = exported.questions;
  if (only === undefined) throw new Error(l10n.t('none of these questions is there any more.'));
  const isFolder = wish.format === 'markdown' && exported.questions.length > 1;
  const place = await findPlace(wish, isFolder, target);
  if (place === undefined) return;
  if (isFolder) {
    const folder = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Exporting questions'), cancellable: true },
      (progress, token) => writeFolderIn(place, wish.scope.title, writeFolder(exported), progress, token),
    );
    void tell(exported.questions.length, 0, folder, true);
    return;
  }
  await writeFile(place, await writeText(services, exported, wish.format));
  const left = wish.format === 'anki' ? exported.questions.filter((each) => !isCard(each)).length : 0;
  void tell(exported.questions.length - left, left, place, false);
}

async function writeText({ loadChunk }: Services, exported: Exported, format: Format): Promise<string> {
  switch (format) {
    case 'markdown':
      return exported.questions.map(writeQuestion).join('');
    case 'json':
      return writeJson(exported);
    case 'csv':
      return writeCsv(exported);
    case 'anki':
      return writeAnki(exported, (await loadChunk<typeof MarkdownHtml>('markdown')).cardHtml);
  }
}

async function gatherQuestions(library: Bank, ids: readonly string[]): Promise<Exported> {
  const { topics, decks } = await library.loadIndex();
  const questions = await Promise.all([...new Set(ids)].map((id) => library.loadQuestion(id)));
  return { questions: questions.flatMap((question) => question ?? []), topics, decks };
}

async function findPlace(
  { scope, format }: Wish,
  isFolder: boolean,
  target: unknown,
): Promise<Uri | undefined> {
  const { to } = (target ?? {}) as { to?: unknown };
  if (!(to instanceof Uri)) return isFolder ? askForFolder() : askForFile(scope.title, format);
  if (!isFolder && (await isThere(to)))
    throw new Error(l10n.t('{0} is there already. Choose another name.', to.path));
  return to;
}

/** What, which one where there are several, and the format; Back leads to the question before. */
async function askForWish(services: Services, target: unknown): Promise<Wish | undefined> {
  const index = await services.library.loadIndex();
  const given = parseScope(index, target);
  const format = parseFormat(target);
  if (given !== undefined && format !== undefined) return { scope: given, format };
  if (given !== undefined) return finishWish(given, 1);
  const study = await services.study.load().catch((error: unknown) => {
    services.errors.log('read the study log for an export', error);
    return undefined;
  });
  const items = listExportScopes(index, study, services.focus);
  for (;;) {
    const chosen = await pickStep(whatChoice(items), 1, 2);
    if (chosen === undefined || chosen === 'back') return undefined;
    const wish = await narrow(chosen.value);
    if (wish !== 'back') return wish;
  }
}

async function narrow(choice: ExportItem['value']): Promise<Wish | 'back' | undefined> {
  if ('ids' in choice) return orBack(await askForFormat(choice, 2), choice);
  for (;;) {
    const chosen = await pickStep(whichChoice(choice.title, choice.narrower), 2, 3);
    if (chosen === undefined || chosen === 'back') return chosen;
    const wish = orBack(await askForFormat(chosen.value, 3), chosen.value);
    if (wish !== 'back') return wish;
  }
}

async function finishWish(scope: ExportScope, step: number): Promise<Wish | undefined> {
  const wish = orBack(await askForFormat(scope, step), scope);
  return wish === 'back' ? undefined : wish;
}

function orBack(format: Format | 'back' | undefined, scope: ExportScope): Wish | 'back' | undefined {
  return format === undefined || format === 'back' ? format : { scope, format };
}

async function askForFormat(scope: ExportScope, step: number): Promise<Format | 'back' | undefined> {
  const chosen = await pickStep(formatChoice(scope), step, step);
  return chosen === undefined || chosen === 'back' ? chosen : chosen.value;
}

function whatChoice(items: readonly ExportItem[]): Choice<ExportItem['value']> {
  return { title: l10n.t('Export Questions'), placeholder: l10n.t('What shall be exported?'), items };
}

function whichChoice(title: string, scopes: readonly ExportScope[]): Choice<ExportScope> {
  return {
    title: l10n.t('Export Questions: {0}', title),
    placeholder: l10n.t('Which one?'),
    items: scopes.map((scope) => ({
      label: literalIcons(scope.title),
      description: countOf(scope.ids.length),
      value: scope,
    })),
  };
}

function formatChoice({ title, ids }: ExportScope): Choice<Format> {
  const item = (label: string, detail: string, value: Format) => ({ label, detail, value });
  return {
    title: l10n.t('Export Questions: {0}', title),
    placeholder: l10n.t('{0}, in which format?', countOf(ids.length)),
    items: [
      item(
        'Markdown',
        ids.length === 1
          ? l10n.t('One file, which can be studied as a deck')
          : l10n.t('A folder with a file for each question, which can be studied as a deck'),
        'markdown',
      ),
      item('JSON', l10n.t('One file with all fields, for programs'), 'json'),
      item('CSV', l10n.t('One file for a spreadsheet'), 'csv'),
      item('Anki', l10n.t('A text file that Anki imports, with formulas'), 'anki'),
    ],
  };
}

/** Says what was written, with a button that opens it. */
async function tell(count: number, left: number, place: Uri, isFolder: boolean): Promise<void> {
  const open = l10n.t('Open');
  const written = l10n.t('{0} exported to {1}.', countOf(count), plainName(describePlace(place)));
  const leftOut = left === 0 ? '' : ` ${l10n.t('{0} without an answer left out.', countOf(left))}`;
  const choice = await window.showInformationMessage(written + leftOut, open);
  if (choice !== open) return;
  if (!isFolder) await commands.executeCommand('vscode.open', place);
  else if (workspace.getWorkspaceFolder(place) !== undefined)
    await commands.executeCommand('revealInExplorer', place);
  else await commands.executeCommand('vscode.openFolder', place, { forceNewWindow: true });
}

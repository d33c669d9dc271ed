import {
  FilePermission,
  Range,
  Selection,
  SnippetString,
  TabInputWebview,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  l10n,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { fileOfAnswer, planAnswer } from '../../core/decks/answerSnippet';
import type { DeckQuestion } from '../../core/decks/deck';
import type { FileOfDeck } from '../../platform/deckOf';
import type { Services } from '../../platform/services';
import { parseTarget } from '../../platform/target';
import { findAtCursor } from './quizFromHere';
import { isCurrent, waitUntilReadIn } from './reading';

/**
 * Opens an unanswered question at its place in its file, with a snippet of the parts of an answer. Without a question, it
 * is the one at the cursor, else the one in the panel. A question that has an answer is opened there, and stays as it is.
 */
export async function writeAnswer(services: Services, target: unknown): Promise<void> {
  const id = parseTarget(target) ?? (await findAtCursor(services))?.id ?? services.focus.question;
  if (id === undefined)
    throw new Error(l10n.t('it was not said which question. Put the cursor on one in a file of a deck.'));
  const file = await findFile(services, id);
  const uri = Uri.joinPath(file.open.root, file.path);
  await refuseReadOnly(uri);
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, {
    preview: false,
    viewColumn: chooseColumn(document),
  });
  const current = await findAsItStands(services, document, file, id);
  if (current.isUnanswered === true) await insertSnippet(editor, current);
  else showAnswer(editor, current);
}

/** The file that the answer stands in, or is to. */
async function findFile({ library }: Services, id: string): Promise<FileOfDeck> {
  const { list } = await library.loadDecks();
  for (const open of list) {
    const question = open.find(id);
    if (question !== undefined) return { open, path: fileOfAnswer(question) };
  }
  const known = await library.loadQuestion(id);
  if (known !== undefined)
    throw new Error(
      l10n.t('the bank has its answer. Answers can be written for questions of your own decks.'),
    );
  throw new Error(
    l10n.t('no deck has the question "{0}". It may have been removed or renamed.', id.slice(0, 60)),
  );
}

/** The question as it is in the text that the editor has now: other lines would be those of another question. */
async function findAsItStands(
  services: Services,
  document: TextDocument,
  before: FileOfDeck,
  id: string,
): Promise<DeckQuestion> {
  const file = await waitUntilReadIn(services, document, before);
  const question = file?.open.find(id);
  if (file === undefined || question === undefined || fileOfAnswer(question) !== file.path)
    throw new Error(l10n.t('the text has been edited, and has this question no more.'));
  if (question.isUnanswered === true && !isCurrent(file, document))
    throw new Error(l10n.t('the text as it is now has not been read yet. Try again in a moment.'));
  return question;
}

/** Where it is shown already, else beside a panel, which goes on to show the question. */
function chooseColumn(document: TextDocument): ViewColumn {
  const [other] = window.visibleTextEditors;
  const shown = window.visibleTextEditors.find((editor) => editor.document === document) ?? other;
  const isPanel = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview;
  return (isPanel ? (shown?.viewColumn ?? ViewColumn.Beside) : undefined) ?? ViewColumn.Active;
}

async function refuseReadOnly(uri: Uri): Promise<void> {
  const name = workspace.asRelativePath(uri);
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new Error(
      l10n.t('"{0}" is in a place that can only be read. Copy the deck to a folder of yours.', name),
    );
  }
  const { permissions = 0 } = await workspace.fs.stat(uri);
  if ((permissions & FilePermission.Readonly) !== 0) {
    throw new Error(l10n.t('"{0}" is read-only. Allow writing to it, then try again.', name));
  }
}

function showAnswer(editor: TextEditor, { place, answerPlace }: DeckQuestion): void {
  const line = (answerPlace ?? place).line - 1;
  const range = editor.document.validateRange(new Range(line, 0, line, 0));
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(l10n.t('This question has an answer'), 3000);
}

async function insertSnippet(editor: TextEditor, question: DeckQuestion): Promise<void> {
  const { snippet, startLine, startCharacter, endLine, endCharacter } = planAnswer(
    editor.document.getText(),
    question,
  );
  const range = new Range(startLine, startCharacter, endLine, endCharacter);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  const isDone = await editor.insertSnippet(new SnippetString(snippet), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  if (!isDone)
    throw new Error(
      l10n.t('the editor did not take the parts of an answer. Close the file, then try again.'),
    );
}

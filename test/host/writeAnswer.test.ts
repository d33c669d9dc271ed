import { Position, Uri, WorkspaceEdit, commands, window, workspace } from 'vscode';
import { equal, match, ok, until } from './support/assert';
import { cleanUp, setDecks, workspaceFolder, writeFiles } from './support/decks';
import { activate } from './support/extension';

const text = '# What is one?\n\nOne.\n\n# What is two?\n\n# What is three?\n\nThree.\n';
const folder = () => Uri.joinPath(workspaceFolder(), 'written');

/** The file in its editor, once both decks that have it are read: the folder, which comes first, and the file alone. */
async function openInTwoDecks() {
  await writeFiles(folder(), { 'alone.md': text });
  await setDecks(['written', 'written/alone.md']);
  const file = Uri.joinPath(folder(), 'alone.md');
  const { document } = await window.showTextDocument(file);
  await until(async () => {
    await commands.executeCommand('llmStudy.decks.writeAnswer', 'alone--what-is-three');
    return (window.activeTextEditor?.selection.active.line ?? 0) >= 6;
  }, 'both decks are read');
  return document;
}

describe('Write the Answer in a file of two decks', () => {
  const autoSave = (value: string | undefined) =>
    workspace.getConfiguration('files').update('autoSave', value);

  before(activate);
  before(() => autoSave('off'));
  after(() => autoSave(undefined));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await cleanUp();
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('finds the place where an unsaved edit has moved the question', async () => {
    const document = await openInTwoDecks();
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), '# What is new?\n\nNew.\n\n');
    await workspace.applyEdit(edit);
    await commands.executeCommand('llmStudy.decks.writeAnswer', 'alone--what-is-two');
    match(document.getText(), /# What is two\?\n\n…\n[^]*\n# What is three\?\n\nThree\.\n$/);
    ok(document.getText().startsWith(`# What is new?\n\nNew.\n\n${text.slice(0, 35)}`), 'nothing above it');
  });

  it('writes nothing for a question that an unsaved edit has taken out', async () => {
    const document = await openInTwoDecks();
    const edit = new WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(4).rangeIncludingLineBreak);
    await workspace.applyEdit(edit);
    const edited = document.getText();
    // A message says why, and nobody is there to close it.
    await commands.executeCommand('llmStudy.decks.writeAnswer', 'alone--what-is-two');
    equal(document.getText(), edited);
  });
});

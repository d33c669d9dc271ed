import { TabInputWebview, Uri, commands, window, workspace } from 'vscode';
import { writeNewDeck } from '../../src/features/decks/createDeck';
import { listDeck, unlistDeck } from '../../src/platform/library/editDecks';
import { userLevel, workspaceLevel } from '../../src/platform/library/deckSettings';
import { deepEqual, equal, match, ok, until } from './support/assert';
import {
  cleanUp,
  createFolder,
  markdown,
  openTestDecks,
  setDecks,
  titlesIn,
  workspaceFolder,
  writeFiles,
} from './support/decks';
import { activate } from './support/extension';

const panelTitles = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('llmStudy.answer'))
    .map(({ label }) => label);

const closeAll = () => commands.executeCommand('workbench.action.closeAllEditors');

const listed = () => workspace.getConfiguration('llmStudy').inspect<string[]>('decks.folders');

describe('a question of a deck', () => {
  before(activate);
  afterEach(cleanUp);
  afterEach(closeAll);

  it('opens as the bank’s do', async () => {
    const folder = await createFolder({ 'opened.md': markdown('What is opened here?') });
    await setDecks([Uri.joinPath(folder, 'opened.md').path]);
    await until(async () => {
      await commands.executeCommand('llmStudy.answer.open', 'opened--what-is-opened-here');
      return panelTitles().includes('What is opened here?');
    }, 'the panel shows it');
  });
});

describe('Study This File', () => {
  before(activate);
  afterEach(cleanUp);
  afterEach(closeAll);

  it('makes a deck of a file of the workspace, as a path below it, and opens its first question', async () => {
    await writeFiles(workspaceFolder(), { 'notes/to study.md': markdown('What is studied?', 'And then?') });
    const file = Uri.joinPath(workspaceFolder(), 'notes/to study.md');
    await commands.executeCommand('llmStudy.decks.studyFile', file);
    deepEqual(listed()?.workspaceValue, ['notes/to study.md']);
    await until(() => panelTitles().includes('What is studied?'), 'the first question is open');
    await commands.executeCommand('llmStudy.decks.studyFile', file);
    deepEqual(listed()?.workspaceValue, ['notes/to study.md'], 'the list after a second time');
    await commands.executeCommand('llmStudy.decks.remove', 'to-study');
    equal(listed()?.workspaceValue, undefined);
  });

  it('keeps a file from elsewhere in the user’s settings', async () => {
    const folder = await createFolder({ 'far.md': markdown('What is far?') });
    await commands.executeCommand('llmStudy.decks.studyFile', Uri.joinPath(folder, 'far.md'));
    deepEqual(listed()?.globalValue, [Uri.joinPath(folder, 'far.md').path]);
  });

  it('adds nothing where a deck has the file', async () => {
    const folder = await createFolder({ 'a.md': markdown('What is held?') });
    await setDecks([folder.path]);
    await commands.executeCommand('llmStudy.decks.studyFile', Uri.joinPath(folder, 'a.md'));
    await until(() => panelTitles().includes('What is held?'), 'the question is open');
    deepEqual(listed()?.workspaceValue, [folder.path]);
    equal(listed()?.globalValue, undefined);
  });
});

describe('Add and Remove Deck', () => {
  afterEach(cleanUp);

  it('say that a place is a deck already, and add it once', async () => {
    const folder = await createFolder({ 'a.md': markdown('What is there?') });
    await setDecks([folder.path]);
    await commands.executeCommand('llmStudy.decks.add', Uri.parse(`${folder.toString()}/`));
    deepEqual(listed()?.workspaceValue, [folder.path]);
  });

  it('write a place so that it is found again, and take it out of every level', async () => {
    await writeFiles(workspaceFolder(), { 'deck-inside/b.md': markdown('What is inside?') });
    const inside = Uri.joinPath(workspaceFolder(), 'deck-inside');
    await listDeck(inside, workspaceLevel);
    await listDeck(workspaceFolder(), workspaceLevel);
    await listDeck(Uri.parse('deck-memory:///x'), workspaceLevel);
    await listDeck(inside, userLevel);
    deepEqual(listed()?.workspaceValue, ['deck-inside', '.', 'deck-memory:/x']);
    deepEqual(listed()?.globalValue, [inside.path]);
    const removed = await unlistDeck(inside);
    equal(removed.length, 2);
    deepEqual(listed()?.workspaceValue, ['.', 'deck-memory:/x']);
    equal(listed()?.globalValue, undefined);
  });

  it('write nothing over a setting that is no list', async () => {
    await workspace.getConfiguration('llmStudy').update('decks.folders', 'mine', workspaceLevel.target);
    const failed = await listDeck(workspaceFolder(), workspaceLevel).catch((error: unknown) => String(error));
    match(String(failed), /is not a list. Correct it in the settings/);
    equal(listed()?.workspaceValue as unknown, 'mine');
  });
});

describe('New Deck', () => {
  afterEach(cleanUp);

  it('makes a folder that is read as a deck, its README without a question', async () => {
    const parent = await createFolder({ 'x.txt': '' });
    const place = await writeNewDeck(parent, 'My Questions');
    const decks = await openTestDecks([place.path]);
    const [open] = decks.list;
    ok(open, 'the deck');
    equal(open.deck.id, 'my-questions');
    const filesWith = new Set(open.deck.questions.map(({ place: { file } }) => file));
    equal(filesWith.has('README.md'), false);
    deepEqual(titlesIn(open.deck).sort(), [
      'What does a softmax keep?',
      'What does a temperature of zero mean?',
      'What does greedy decoding do?',
      'What is a context window?',
      'What is a logit?',
      'What is a token?',
      'What is learning-rate warm-up, and why is it used?',
      'What is the difference between a base model and an instruction-tuned one?',
    ]);
    for (const file of ['README.md', 'topics.yaml', 'training/learning-rate-warm-up.md']) {
      ok(open.textOf(file), `the file ${file}`);
    }
  });

  it('writes over nothing', async () => {
    const parent = await createFolder({ 'there/a.md': 'mine' });
    const failed = await writeNewDeck(parent, 'there').catch((error: unknown) => String(error));
    match(String(failed), /is there already. Choose another name/);
    deepEqual(await workspace.fs.readDirectory(Uri.joinPath(parent, 'there')), [['a.md', 1]]);
  });
});

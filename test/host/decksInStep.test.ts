import {
  ConfigurationTarget,
  Position,
  Range,
  Uri,
  WorkspaceEdit,
  commands,
  window,
  workspace,
} from 'vscode';
import { deepEqual, equal, match, ok, until } from './support/assert';
import {
  cleanUp,
  createFolder,
  createMemoryState,
  markdown,
  openTestDecks,
  remove,
  setDecks,
  titlesOf,
  writeFiles,
  type TestDecks,
} from './support/decks';
import { nameOfPlace } from '../../src/platform/library/names';
import { registerMemoryFileSystem } from './support/memoryFileSystem';

const shows = (decks: TestDecks, ...titles: readonly string[]) =>
  titlesOf(decks).join('|') === titles.join('|');

/** How long it takes until the decks have these questions. */
async function timeUntil(decks: TestDecks, ...titles: readonly string[]): Promise<number> {
  const startedMs = Date.now();
  await until(() => shows(decks, ...titles), `the questions are ${titles.join(', ')}`);
  return Date.now() - startedMs;
}

/** The fastest counts: the others may have waited for what else the machine had to do. */
function okWithinSecond(timesMs: readonly number[]): void {
  ok(
    Math.min(...timesMs) < 1000,
    `a change shown within a second, not within ${timesMs.join(', ')} ms: that`,
  );
}

/** A watcher sees nothing before it is ready: the decks say when they have seen a first change. */
async function openWatched(folder: Uri, ...titles: readonly string[]): Promise<TestDecks> {
  const decks = await openTestDecks([folder.path]);
  await writeFiles(folder, { 'z-first.md': markdown('First change?') });
  await timeUntil(decks, ...titles, 'First change?');
  return decks;
}

describe('a deck in an editor', () => {
  const setAutoSave = (value: string | undefined) =>
    workspace.getConfiguration('files').update('autoSave', value, ConfigurationTarget.Workspace);

  before(() => setAutoSave('off'));
  after(() => setAutoSave(undefined));
  afterEach(cleanUp);
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows an unsaved edit within a second, and the file again when the edit is thrown away', async () => {
    const folder = await createFolder({ 'a.md': markdown('What is saved?') });
    const decks = await openTestDecks([folder.path]);
    const file = Uri.joinPath(folder, 'a.md');
    const document = await workspace.openTextDocument(file);
    const type = async (title: string) => {
      const edit = new WorkspaceEdit();
      edit.replace(file, new Range(0, 0, document.lineCount, 0), markdown(title));
      await workspace.applyEdit(edit);
      return timeUntil(decks, title);
    };
    const timesMs = [
      await type('What is typed?'),
      await type('What is typed then?'),
      await type('And last?'),
    ];
    ok(document.isDirty, 'an unsaved document');
    okWithinSecond(timesMs);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await timeUntil(decks, 'What is saved?');
  });

  it('keeps a question that is renamed on the disk while another file below it is unsaved', async () => {
    const state = createMemoryState();
    const folder = await createFolder({ 'a.md': markdown('What is attention for?'), 'log.txt': 'x' });
    const id = nameOfPlace(folder);
    const decks = await openTestDecks([folder.path], state, new Set([`${id}--what-is-attention-for`]));
    const other = Uri.joinPath(folder, 'log.txt');
    const document = await workspace.openTextDocument(other);
    const edit = new WorkspaceEdit();
    edit.insert(other, new Position(0, 0), 'unsaved ');
    await workspace.applyEdit(edit);
    ok(document.isDirty, 'an unsaved document');
    await writeFiles(folder, { 'a.md': markdown('What is the attention for?') });
    await timeUntil(decks, 'What is the attention for?');
    match(JSON.stringify(state.get(`decks.identities.${id}`)), /What is the attention for/);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('a deck on a disk', () => {
  afterEach(cleanUp);

  it('shows a change within a second, a new file, a new folder, and a deletion', async () => {
    const folder = await createFolder({ 'a.md': markdown('Before?') });
    const decks = await openWatched(folder, 'Before?');
    const timesMs: number[] = [];
    for (const title of ['And?', 'Then?', 'After?']) {
      await writeFiles(folder, { 'a.md': markdown(title) });
      timesMs.push(await timeUntil(decks, title, 'First change?'));
    }
    okWithinSecond(timesMs);
    await writeFiles(folder, { 'b/c/d.md': markdown('Below?') });
    await timeUntil(decks, 'After?', 'First change?', 'Below?');
    await remove(Uri.joinPath(folder, 'z-first.md'));
    await timeUntil(decks, 'After?', 'Below?');
    await remove(Uri.joinPath(folder, 'b'));
    await timeUntil(decks, 'After?');
  });

  it('says that it changed only when it did', async () => {
    const folder = await createFolder({ 'one/a.md': markdown('One?'), 'two/a.md': markdown('Two?') });
    const decks = await openTestDecks([`${folder.path}/one`, `${folder.path}/two`]);
    await writeFiles(folder, { 'one/a.md': markdown('First?'), 'two/a.md': markdown('Second?') });
    await timeUntil(decks, 'First?', 'Second?');
    const before = decks.changes();
    await writeFiles(folder, { 'one/a.md': markdown('First?'), 'one/a.txt': 'nothing' });
    // What is seen of the other deck has happened after that.
    for (const title of ['Third?', 'Fourth?']) {
      await writeFiles(folder, { 'two/a.md': markdown(title) });
      await timeUntil(decks, 'First?', title);
    }
    equal(decks.changes(), before + 2);
  });

  it('keeps the last of many changes', async () => {
    const folder = await createFolder({ 'a.md': markdown('Before?') });
    const decks = await openWatched(folder, 'Before?');
    for (let count = 0; count < 40; count++) {
      await writeFiles(folder, { 'a.md': markdown(`Number ${String(count)}?`) });
    }
    await timeUntil(decks, 'Number 39?', 'First change?');
  });

  it('has a fault while its folder is gone, is reported once, and comes back with it', async () => {
    const parent = await createFolder({ 'deck/a.md': markdown('Here?') });
    const folder = Uri.joinPath(parent, 'deck');
    const open = await openWatched(folder, 'Here?');
    await remove(folder);
    await until(() => open.list[0]?.fault, 'the deck has a fault');
    deepEqual(titlesOf(open), []);
    match(open.list[0]?.fault ?? '', /is not there. Bring it back, or remove the deck/);
    equal(open.reports.length, 1);
    match(open.reports[0] ?? '', /^read the deck "deck": /);
    await writeFiles(folder, { 'a.md': markdown('Back?') });
    await timeUntil(open, 'Back?');
    equal(open.list[0]?.fault, undefined);
    await writeFiles(folder, { 'a.md': markdown('Watched again?') });
    await timeUntil(open, 'Watched again?');
  });

  it('as a file goes and comes back, too', async () => {
    const folder = await createFolder({ 'list [1].md': markdown('Alone?') });
    const file = Uri.joinPath(folder, 'list [1].md');
    const decks = await openTestDecks([file.path]);
    deepEqual(titlesOf(decks), ['Alone?']);
    await writeFiles(folder, { 'list [1].md': markdown('Changed?') });
    await timeUntil(decks, 'Changed?');
    await remove(file);
    await until(() => decks.list[0]?.fault, 'the deck has a fault');
    await writeFiles(folder, { 'list [1].md': markdown('Again?') });
    await timeUntil(decks, 'Again?');
  });

  it('comes and goes with the settings', async () => {
    const folder = await createFolder({ 'a/1.md': markdown('A?'), 'b/1.md': markdown('B?') });
    const decks = await openTestDecks([`${folder.path}/a`]);
    const [first] = decks.list;
    await setDecks([`${folder.path}/b`, `${folder.path}/a`]);
    await timeUntil(decks, 'B?', 'A?');
    equal(decks.list[1], first, 'the deck that stayed');
    await setDecks([]);
    await timeUntil(decks);
  });
});

describe('a deck of another file system', () => {
  afterEach(cleanUp);

  it('is read, and follows what its provider tells', async () => {
    const memory = registerMemoryFileSystem('deck-memory', {
      '/deck/a.md': markdown('Virtual?'),
      '/deck/b/2.md': markdown('Two?'),
      '/deck/b/10.md': markdown('Ten?'),
    });
    try {
      const decks = await openTestDecks(['deck-memory:///deck']);
      deepEqual(titlesOf(decks), ['Virtual?', 'Two?', 'Ten?']);
      memory.write('/deck/a.md', markdown('Changed?'));
      await timeUntil(decks, 'Changed?', 'Two?', 'Ten?');
      memory.delete('/deck/b');
      await timeUntil(decks, 'Changed?');
      memory.write('/deck/c.md', markdown('New?'));
      await timeUntil(decks, 'Changed?', 'New?');
    } finally {
      memory.dispose();
    }
  });

  it('has a fault where nobody knows that file system, and is there when somebody does', async () => {
    const decks = await openTestDecks(['deck-unknown:///deck']);
    match(decks.list[0]?.fault ?? '', /does not answer. Connect it, or remove the deck/);
    const memory = registerMemoryFileSystem('deck-unknown', { '/deck/a.md': markdown('Late?') });
    try {
      await timeUntil(decks, 'Late?');
    } finally {
      memory.dispose();
    }
  });
});

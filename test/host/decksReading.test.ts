import { ConfigurationTarget, Uri, workspace } from 'vscode';
import { loadDeckPlaces } from '../../src/platform/library/deckPlaces';
import { deepEqual, equal, match, ok, until } from './support/assert';
import {
  cleanUp,
  createFolder,
  createMemoryState,
  idsOf,
  markdown,
  openTestDecks,
  setDecks,
  titlesIn,
  titlesOf,
  workspaceFolder,
  writeFiles,
} from './support/decks';

describe('the decks of the settings', () => {
  afterEach(cleanUp);

  it('are those of the user and of the workspace, each once', async () => {
    const outside = await createFolder({ 'a.md': markdown('What is outside?') });
    await writeFiles(workspaceFolder(), { 'deck-inside/b.md': markdown('What is inside?') });
    await setDecks([outside.path], ConfigurationTarget.Global);
    const decks = await openTestDecks(['deck-inside', outside.toString(), './deck-inside/']);
    deepEqual(titlesOf(decks), ['What is outside?', 'What is inside?']);
    deepEqual(decks.reports, []);
  });

  it('may be a file, of any text', async () => {
    const folder = await createFolder({
      'notes.txt': markdown('What is a note?'),
      'b.md': markdown('What is beside it?'),
    });
    const decks = await openTestDecks([Uri.joinPath(folder, 'notes.txt').path]);
    deepEqual(titlesOf(decks), ['What is a note?']);
    equal(decks.list[0]?.deck.title, 'notes');
  });

  it('are read although others are malformed, which are named', async () => {
    const folder = await createFolder({ 'a.md': markdown('What is good?') });
    const entries = [7, '', 'command:evil', 'https://example.com/x', folder.path, null];
    const decks = await openTestDecks(entries);
    deepEqual(titlesOf(decks), ['What is good?']);
    const { faults } = await loadDeckPlaces();
    equal(faults.length, 5);
    match(faults.join('\n'), /^7 is not text\nan entry is empty\n"command:evil" is not .*\n"https:.*\nnull/);
  });

  it('are none where the setting is no list, which is said', async () => {
    await workspace.getConfiguration('llmStudy').update('decks.folders', 'x', ConfigurationTarget.Workspace);
    deepEqual(await loadDeckPlaces(), { places: [], faults: ['what is set is not a list'], ignored: [] });
  });

  it('lead out of a workspace only while it is trusted, unless they are the user’s own', async () => {
    const outside = await createFolder({ 'a.md': markdown('What is outside?') });
    await setDecks([outside.path], ConfigurationTarget.Global);
    await setDecks(['linked', '../elsewhere', '/etc', 'linked/folder', 'linked/file.md', 'other://x/y']);
    const { places, ignored } = await loadDeckPlaces(false);
    deepEqual(
      places.map(({ uri }) => uri.path),
      [outside.path, Uri.joinPath(workspaceFolder(), 'linked').path],
    );
    deepEqual(ignored, ['../elsewhere', '/etc', 'linked/folder', 'linked/file.md', 'other://x/y']);
    equal((await loadDeckPlaces(true)).places.length, 7);
  });

  it('are found in the home folder where there is one', async () => {
    await setDecks(['~/decks']);
    const { places, faults } = await loadDeckPlaces();
    equal(places.length + faults.length, 1);
    equal(places[0]?.uri.path.endsWith('/decks') ?? true, true);
  });

  it('have a fault, and are reported, where nothing is there', async () => {
    const decks = await openTestDecks(['no/such/folder']);
    match(decks.list[0]?.fault ?? '', /"no\/such\/folder" is not there. Bring it back, or remove the deck/);
    equal(decks.reports.length, 1);
    deepEqual(titlesOf(decks), []);
  });

  it('are not missed where a path of the user’s leads nowhere in this workspace', async () => {
    await setDecks(['study-questions'], ConfigurationTarget.Global);
    const decks = await openTestDecks([]);
    deepEqual([decks.list.length, decks.reports.length], [0, 0]);
  });
});

describe('the id of a deck in the settings', () => {
  afterEach(cleanUp);

  it('is its own among decks of one name, and stays when others go and come', async () => {
    const state = createMemoryState();
    const folder = await createFolder({
      'one/list/a.md': markdown('What is one?'),
      'two/list/a.md': markdown('What is two?'),
    });
    const [one, two] = [`${folder.path}/one/list`, `${folder.path}/two/list`];
    const decks = await openTestDecks([one, two], state);
    deepEqual(idsOf(decks), ['list', 'list-2']);
    await setDecks([two]);
    await decks.refresh();
    deepEqual(idsOf(decks), ['list-2']);
    const ids = () => decks.list.flatMap(({ deck }) => deck.questions.map(({ id }) => id));
    deepEqual(ids(), ['list-2--what-is-two']);
    await setDecks([two, one]);
    await decks.refresh();
    deepEqual(ids(), ['list-2--what-is-two', 'list--what-is-one']);
    const later = await openTestDecks([two], state);
    deepEqual(idsOf(later), ['list-2']);
  });

  it('goes along when its folder is moved and has another name, and not to a copy', async () => {
    const state = createMemoryState();
    const questions = markdown('What is attention for?', 'What is a token?', 'What is a batch?');
    const folder = await createFolder({ 'd/a.md': questions, 'copy/a.md': questions });
    const studied = new Set(['d--what-is-attention-for', 'd--what-is-a-token']);
    const first = await openTestDecks([`${folder.path}/d`], state, studied);
    deepEqual(idsOf(first), ['d']);
    first.dispose();
    const beside = await openTestDecks([`${folder.path}/copy`], state, studied);
    deepEqual(idsOf(beside), ['copy']);
    beside.dispose();
    await workspace.fs.rename(Uri.joinPath(folder, 'd'), Uri.joinPath(folder, 'new/other'));
    await writeFiles(folder, { 'third/a.md': markdown('What is a token?', 'What is else?') });
    const moved = await openTestDecks([`${folder.path}/third`, `${folder.path}/new/other`], state, studied);
    deepEqual(idsOf(moved), ['third', 'd']);
    moved.dispose();
    await workspace.fs.rename(Uri.joinPath(folder, 'new/other'), Uri.joinPath(folder, 'd'));
    deepEqual(idsOf(await openTestDecks([`${folder.path}/d`], state, studied)), ['d']);
  });

  it('is another one where another window has given it to another place at the same time', async () => {
    const state = createMemoryState();
    const folder = await createFolder({ 'list/a.md': markdown('What is one?') });
    const decks = await openTestDecks([`${folder.path}/list`], state);
    deepEqual(idsOf(decks), ['list']);
    await state.update('decks.id.file:///0/list', { id: 'list', address: 'file:///0/list' });
    await until(() => idsOf(decks)[0] === 'list-2', 'the deck has another id');
    deepEqual(titlesOf(decks), ['What is one?']);
  });

  it('is kept from an earlier version', async () => {
    const state = createMemoryState();
    const folder = await createFolder({ 'list/a.md': markdown('What is one?') });
    await state.update('decks.ids', { [Uri.joinPath(folder, 'list').toString()]: 'mine' });
    deepEqual(idsOf(await openTestDecks([`${folder.path}/list`], state)), ['mine']);
  });

  it('is there for a name without a Latin letter', async () => {
    const folder = await createFolder({ '注意力/a.md': markdown('What is attention?') });
    const decks = await openTestDecks([`${folder.path}/注意力`]);
    deepEqual(idsOf(decks), ['deck']);
    equal(decks.list[0]?.deck.title, '注意力');
  });
});

describe('the files of a deck on a disk', () => {
  afterEach(cleanUp);

  it('are read in the order in which people count', async () => {
    const folder = await createFolder({
      'q10.md': markdown('Ten?'),
      'q2.md': markdown('Two?'),
      'b/1.markdown': markdown('Below?'),
      'topics.yaml': '- id: b\n  title: B\n  about: "B."\n',
    });
    const decks = await openTestDecks([folder.path]);
    deepEqual(titlesOf(decks), ['Two?', 'Ten?', 'Below?']);
    match(decks.list[0]?.textOf('topics.yaml') ?? '', /title: B/);
  });

  it('are read without a byte order mark, also in UTF-16', async () => {
    const text = markdown('What is a mark?');
    const wide = [0xff, 0xfe, ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat()];
    const folder = await createFolder({ 'a.md': `\uFEFF${text}`, 'b.md': Uint8Array.from(wide) });
    const decks = await openTestDecks([folder.path]);
    deepEqual(titlesOf(decks), ['What is a mark?', 'What is a mark?']);
    equal(decks.list[0]?.textOf('a.md'), text);
  });

  it('are not those of hidden folders, of packages or of other kinds', async () => {
    const folder = await createFolder({
      'a.md': markdown('Seen?'),
      '.git/a.md': markdown('Hidden?'),
      'node_modules/p/README.md': markdown('Packaged?'),
      'b/.cache/a.md': markdown('Cached?'),
      'a.py': markdown('Code?'),
    });
    const decks = await openTestDecks([folder.path]);
    deepEqual(titlesOf(decks), ['Seen?']);
  });

  it('are none that a link leads to', async () => {
    const decks = await openTestDecks(['linked']);
    deepEqual(titlesOf(decks), ['What is in here?']);
    equal(decks.list[0]?.textOf('file.md'), undefined);
  });

  it('are passed over where they are too large or no text, which is said', async function () {
    this.timeout(120_000);
    const large = new Uint8Array(21 * 1024 * 1024).fill(97);
    const folder = await createFolder({
      'a.md': markdown('What is small?'),
      'binary.md': Uint8Array.from([0, 1, 2, 3, 0, 255]),
      'large.md': large,
      'latin.md': Uint8Array.from([35, 32, 0xe9, 0xff, 0xfe, 10]),
    });
    const decks = await openTestDecks([folder.path]);
    const [open] = decks.list;
    ok(open, 'the deck');
    deepEqual(titlesIn(open.deck), ['What is small?']);
    deepEqual(
      open.deck.skipped.filter(({ file }) => file !== 'a.md').map(({ file, reason }) => `${file} ${reason}`),
      ['binary.md unreadable', 'large.md tooLarge', 'latin.md unreadable'],
    );
  });

  it('are found by their address, and their questions by theirs', async () => {
    const folder = await createFolder({ 'b/c d.md': markdown('What is found?') });
    const decks = await openTestDecks([folder.path]);
    const file = Uri.joinPath(folder, 'b/c d.md');
    const question = decks.list[0]?.deck.questions[0];
    ok(question, 'a question');
    equal(decks.deckOf(file)?.path, 'b/c d.md');
    equal(decks.uriOf(question)?.toString(), file.toString());
    equal(decks.find(question.id), question);
    equal(await decks.loadQuestion(question.id), question);
    equal(decks.deckOf(Uri.joinPath(folder, '..', 'other.md')), undefined);
    equal(decks.deckOf(Uri.joinPath(folder, 'missing.md')), undefined);
  });
});

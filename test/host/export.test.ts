import { FileType, Uri, commands, workspace } from 'vscode';
import { deepEqual, match, ok } from './support/assert';
import { activate } from './support/extension';

const ids = ['why-scale-attention-scores', 'kv-cache-memory'];

describe('an export', () => {
  let root: Uri;

  const readText = async (...path: readonly string[]) =>
    workspace.decode(await workspace.fs.readFile(Uri.joinPath(root, ...path)), { encoding: 'utf8' });
  const exportTo = (format: string, to: Uri, some: readonly string[] = ids) =>
    commands.executeCommand('llmStudy.decks.export', { ids: some, format, to });
  const namesIn = async (...path: readonly string[]) => {
    try {
      return (await workspace.fs.readDirectory(Uri.joinPath(root, ...path))).map(([name]) => name).sort();
    } catch {
      return [];
    }
  };

  before(async () => {
    await activate();
    const folder = workspace.workspaceFolders?.[0];
    ok(folder, 'a folder to be open');
    root = Uri.joinPath(folder.uri, 'exported');
    await workspace.fs.createDirectory(root);
  });

  after(async () => {
    await workspace.fs.delete(root, { recursive: true });
  });

  it('as Markdown makes a folder, and another one the next time', async () => {
    await exportTo('markdown', root);
    await exportTo('markdown', root);
    deepEqual(await namesIn(), ['questions', 'questions-2']);
    const names = await namesIn('questions');
    ok(names.includes('topics.yaml'), 'topics.yaml');
    const topics = names.filter((name) => name !== 'topics.yaml');
    const files = (await Promise.all(topics.map((topic) => namesIn('questions', topic)))).flat().sort();
    deepEqual(files, ['kv-cache-memory.md', 'why-scale-attention-scores.md']);
    match(
      await readText('questions', 'attention', `${ids[0] ?? ''}.md`),
      /^---\nid: why-scale-attention-scores\n/,
    );
  });

  it('of one question as Markdown is one file', async () => {
    await exportTo('markdown', Uri.joinPath(root, 'one.md'), ids.slice(0, 1));
    match(await readText('one.md'), /\n## Key points\n\n- /);
  });

  it('as JSON, CSV and for Anki is one file', async () => {
    await exportTo('json', Uri.joinPath(root, 'all.json'));
    const { questions } = JSON.parse(await readText('all.json')) as { questions: { id: string }[] };
    deepEqual(
      questions.map(({ id }) => id),
      ids,
    );
    await exportTo('csv', Uri.joinPath(root, 'all.csv'));
    const bytes = await workspace.fs.readFile(Uri.joinPath(root, 'all.csv'));
    deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    match(await readText('all.csv'), /^\uFEFF?id,question,/);
    await exportTo('anki', Uri.joinPath(root, 'all.txt'));
    match(await readText('all.txt'), /^#separator:tab\n#html:true\n#guid column:1\n/);
    match(await readText('all.txt'), /\nwhy-scale-attention-scores\tLLM Interview Study::Attention\t/);
    match(await readText('all.txt'), /\\\(/);
  });

  it('of a group of the tree has the questions of the groups in it', async () => {
    const question = (id: string | undefined) => ({ id });
    const inner = { groups: [], questions: [question(ids[1])] };
    await commands.executeCommand('llmStudy.decks.export', {
      group: { title: '../Mine', groups: [inner], questions: [question(ids[0])] },
      format: 'markdown',
      to: root,
    });
    ok((await namesIn()).includes('mine'), 'a folder called after the group');
  });

  it('does not touch a file that is there', async () => {
    const file = Uri.joinPath(root, 'mine.json');
    await workspace.fs.writeFile(file, await workspace.encode('mine', { encoding: 'utf8' }));
    await exportTo('json', file);
    deepEqual(await readText('mine.json'), 'mine');
  });

  it('writes nothing where no question is known', async () => {
    await exportTo('json', Uri.joinPath(root, 'none.json'), ['no-such-question', '__proto__']);
    ok(!(await namesIn()).includes('none.json'), 'no file');
    const { type } = await workspace.fs.stat(root);
    deepEqual(type, FileType.Directory);
  });
});

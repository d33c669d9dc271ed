import {
  commands,
  ConfigurationTarget,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { deepEqual, equal, match, ok, until } from './support/assert';
import { activate } from './support/extension';

const scaling = 'Why are attention scores divided by √dₖ?';

const files = {
  'lora.md': `# What is LoRA?

It is $\\Delta W = BA$, see [ranks](Ranks) and ![a picture](lora.png).

# Why is the rank small?

# ${scaling}

Our own answer to it.
`,
  'ranks.md': `# What is LoRA ?

Asked here, too. It costs $5 a piece$x$ and $y$.
`,
  'notes/other.md': '# Does it hold?\n\nIt does.\n',
};

const folder = () => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
const fileOf = (name: string) => Uri.joinPath(folder(), 'editor-deck', name);
const configuration = () => workspace.getConfiguration('llmStudy');
const setFolders = (folders: readonly string[] | undefined) =>
  configuration().update('decks.folders', folders, ConfigurationTarget.Workspace);

const problemsOf = (name: string): Diagnostic[] =>
  languages.getDiagnostics(fileOf(name)).filter(({ source }) => source === 'LLM Study');
const codesOf = (name: string) =>
  problemsOf(name)
    .map(({ code }) => (typeof code === 'string' ? code : ''))
    .sort();
const untilCodes = (name: string, codes: readonly string[]) =>
  until(
    () => codesOf(name).join() === [...codes].sort().join(),
    `${name} has ${codes.join(', ') || 'no problem'}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)} It has ${codesOf(name).join(', ')}.`);
  });

const open = async (name: string): Promise<TextDocument> => {
  const document = await workspace.openTextDocument(fileOf(name));
  await window.showTextDocument(document);
  return document;
};
const replaceAll = async (document: TextDocument, text: string) => {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  ok(await workspace.applyEdit(edit), 'the edit to be made');
};
const write = async (uri: Uri, text: string) =>
  workspace.fs.writeFile(uri, await workspace.encode(text, { encoding: 'utf8' }));

const lensTitles = async (name: string): Promise<string[]> => {
  const lenses = await commands.executeCommand<CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileOf(name),
    100,
  );
  return lenses.map(({ range, command }) => `${String(range.start.line + 1)} ${command?.title ?? ''}`);
};

const fixesAt = async (name: string, { range }: Diagnostic): Promise<CodeAction[]> => {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    fileOf(name),
    range,
  );
  return actions.filter(({ title }) => /^(?:Change the link|Write the|Go to the one)/.test(title));
};

const hoversAt = async (name: string, line: number): Promise<string[]> => {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    fileOf(name),
    new Position(line - 1, 4),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value))
    .filter((text) => /llmStudy\./.test(text));
};

const untilHovers = (name: string, line: number) =>
  until(async () => {
    const found = await hoversAt(name, line);
    return found.length > 0 ? found : undefined;
  }, 'there is a hover');

const find = (name: string, code: string): Diagnostic => {
  const found = problemsOf(name).find((problem) => problem.code === code);
  ok(found, `a problem ${code} in ${name}`);
  return found;
};

describe('the files of a deck in an editor', () => {
  before(async () => {
    await activate();
    for (const [name, text] of Object.entries(files)) await write(fileOf(name), text);
    // In a browser, VS Code saves by itself.
    await workspace.getConfiguration('files').update('autoSave', 'off', ConfigurationTarget.Workspace);
    await setFolders(['editor-deck']);
  });
  after(async () => {
    await setFolders(undefined);
    await workspace.getConfiguration('files').update('autoSave', undefined, ConfigurationTarget.Workspace);
    await workspace.fs.delete(Uri.joinPath(folder(), 'editor-deck'), { recursive: true });
  });
  afterEach(async () => {
    for (const document of workspace.textDocuments) {
      if (!document.isDirty || document.isUntitled) continue;
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
    await untilCodes('lora.md', ['duplicate', 'image', 'link', 'unanswered']);
  });

  it('show their problems while they are closed', async () => {
    await untilCodes('lora.md', ['duplicate', 'image', 'link', 'unanswered']);
    await untilCodes('ranks.md', ['duplicate', 'lone-dollar']);
    await untilCodes('notes/other.md', []);
  });

  it('say of a problem what it is and what to do', async () => {
    await untilCodes('ranks.md', ['duplicate', 'lone-dollar']);
    const { message, range, relatedInformation } = find('ranks.md', 'duplicate');
    match(message, /asks this twice: also in lora\.md, line 1\. Take one/);
    deepEqual([range.start.line, range.start.character, range.end.character], [0, 2, 16]);
    const [related] = relatedInformation ?? [];
    deepEqual([related?.message, related?.location.uri.path], ['What is LoRA?', fileOf('lora.md').path]);
  });

  it('show a problem as it is typed, and none once it is mended', async () => {
    const document = await open('notes/other.md');
    await replaceAll(document, '# Does it hold?\n\nIt is $\\foo$ here.\n');
    await untilCodes('notes/other.md', ['tex']);
    match(find('notes/other.md', 'tex').message, /KaTeX refuses this formula: Undefined control sequence/);
    await replaceAll(document, '# Does it hold?\n\nIt is $\\foo here.\n\n# Is it really so?\n');
    await untilCodes('notes/other.md', ['lone-dollar', 'unanswered']);
    await replaceAll(document, '# Does it hold?\n\nIt is $x$ here.\n');
    await untilCodes('notes/other.md', []);
    ok(document.isDirty, 'nothing to have been saved');
  });

  it('see a question that is asked in another file as it is typed', async () => {
    const document = await open('notes/other.md');
    await replaceAll(document, '# What is the LoRA?\n\nIt does.\n');
    await untilCodes('notes/other.md', ['nearly-duplicate']);
  });

  it('see an image come and go', async () => {
    await untilCodes('lora.md', ['duplicate', 'image', 'link', 'unanswered']);
    await workspace.fs.writeFile(fileOf('lora.png'), new Uint8Array([1]));
    await untilCodes('lora.md', ['duplicate', 'link', 'unanswered']);
    await workspace.fs.delete(fileOf('lora.png'));
    await untilCodes('lora.md', ['duplicate', 'image', 'link', 'unanswered']);
  });

  for (const [name, code, mended] of [
    ['lora.md', 'link', '[ranks](ranks.md)'],
    ['ranks.md', 'lone-dollar', 'costs \\$5 a piece$x$ and $y$.'],
  ] as const)
    it(`are mended by the quick fix of a ${code}, and by nothing else`, async () => {
      const document = await open(name);
      await until(() => problemsOf(name).some((problem) => problem.code === code), `there is a ${code}`);
      const [fix] = await fixesAt(name, find(name, code));
      ok(fix?.edit && fix.isPreferred, 'a fix');
      ok(!document.getText().includes(mended), 'a text that nobody has mended');
      await workspace.applyEdit(fix.edit);
      ok(document.getText().includes(mended), `"${mended}" in the text`);
      await until(() => !codesOf(name).includes(code), 'it is mended');
    });

  it('lead from a question to the same one elsewhere', async () => {
    await open('ranks.md');
    await untilCodes('ranks.md', ['duplicate', 'lone-dollar']);
    const [action] = await fixesAt('ranks.md', find('ranks.md', 'duplicate'));
    equal(action?.edit, undefined);
    await commands.executeCommand(
      action?.command?.command ?? '',
      ...((action?.command?.arguments ?? []) as []),
    );
    equal(window.activeTextEditor?.document.uri.path, fileOf('lora.md').path);
  });

  it('have lenses above their questions, and none once they are turned off', async () => {
    await open('lora.md');
    const titles = [
      '1 Show answer',
      '1 Quiz from here',
      '5 Write the answer',
      '5 Quiz from here',
      '7 Show answer',
      '7 Quiz from here',
    ];
    await until(async () => (await lensTitles('lora.md')).length > 0, 'there are lenses');
    deepEqual(await lensTitles('lora.md'), titles);
    await configuration().update('decks.codeLens', false, ConfigurationTarget.Workspace);
    await until(async () => (await lensTitles('lora.md')).length === 0, 'there is no lens');
    await configuration().update('decks.codeLens', undefined, ConfigurationTarget.Workspace);
    await until(async () => (await lensTitles('lora.md')).length === titles.length, 'the lenses are back');
  });

  it('have lenses where the questions are after an edit', async () => {
    const document = await open('lora.md');
    await replaceAll(document, `\n\n${files['lora.md']}`);
    deepEqual((await lensTitles('lora.md'))[0], '3 Show answer');
  });

  it('ask the answered questions from one on', async () => {
    await open('lora.md');
    await until(async () => (await lensTitles('lora.md')).length > 0, 'there are lenses');
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      fileOf('lora.md'),
      100,
    );
    const quiz = lenses.find(({ command }) => command?.title === 'Quiz from here');
    const [{ ids }] = quiz?.command?.arguments as [{ ids: string[] }];
    equal(ids.length, 2);
    ok(
      ids.every((id) => id.startsWith('editor-deck--')),
      'ids of the deck',
    );
  });

  it('have no lens and no problem where they are of no deck', async () => {
    await write(Uri.joinPath(folder(), 'elsewhere.md'), '# Why $x?\n');
    await window.showTextDocument(Uri.joinPath(folder(), 'elsewhere.md'));
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      Uri.joinPath(folder(), 'elsewhere.md'),
      100,
    );
    deepEqual(lenses, []);
    deepEqual(languages.getDiagnostics(Uri.joinPath(folder(), 'elsewhere.md')), []);
    await workspace.fs.delete(Uri.joinPath(folder(), 'elsewhere.md'));
  });

  it('answer over a question’s line, once', async () => {
    await open('lora.md');
    const [hover, ...others] = await untilHovers('lora.md', 7);
    deepEqual(others, []);
    match(hover ?? '', /Our own answer to it/);
  });

  it('offer to write the answer over a question that has none', async () => {
    await open('lora.md');
    const [hover] = await untilHovers('lora.md', 5);
    match(hover ?? '', /Not answered yet.*llmStudy\.decks\.writeAnswer/s);
  });

  it('take an answer that is written, and have it answered', async () => {
    const document = await open('lora.md');
    ok(window.activeTextEditor, 'an editor');
    await until(async () => (await lensTitles('lora.md')).includes('5 Write the answer'), 'it has no answer');
    await commands.executeCommand('llmStudy.decks.writeAnswer', 'editor-deck--why-is-the-rank-small');
    match(
      document.getText(),
      /# Why is the rank small\?\n\n…\n\n## Explanation\n\n…\n[^]*- …\n\n# Why are attention/,
    );
    await commands.executeCommand('type', { text: 'It is enough.' });
    match(document.getText(), /# Why is the rank small\?\n\nIt is enough\.\n\n## Explanation/);
    await until(async () => (await lensTitles('lora.md')).includes('5 Show answer'), 'it is answered');
    await until(() => !codesOf('lora.md').includes('unanswered'), 'no problem says that it is not');
    await until(async () => {
      await commands.executeCommand('undo');
      return document.getText() === files['lora.md'];
    }, 'all of it is undone');
  });

  it('take an answer at the cursor, from the quick fix, and none for what has one', async () => {
    const document = await open('lora.md');
    await untilCodes('lora.md', ['duplicate', 'image', 'link', 'unanswered']);
    const [action] = await fixesAt('lora.md', find('lora.md', 'unanswered'));
    deepEqual(action?.command?.arguments, ['editor-deck--why-is-the-rank-small']);
    await commands.executeCommand('llmStudy.decks.writeAnswer', 'editor-deck--what-is-lora');
    equal(document.getText(), files['lora.md']);
  });

  it('lose their problems with the deck', async () => {
    await untilCodes('ranks.md', ['duplicate', 'lone-dollar']);
    await setFolders([]);
    await untilCodes('ranks.md', []);
    await setFolders(['editor-deck']);
    await untilCodes('ranks.md', ['duplicate', 'lone-dollar']);
  });
});

import {
  commands,
  env,
  languages,
  TabInputWebview,
  window,
  workspace,
  type Hover,
  type MarkdownString,
} from 'vscode';
import { deepEqual, equal, match, notMatch, ok, until } from './support/assert';
import { activate, theExtension } from './support/extension';

const scaling = 'why-scale-attention-scores';

const panelTitles = (viewType: string) =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(viewType))
    .map(({ label }) => label);

const closeAll = () => commands.executeCommand('workbench.action.closeAllEditors');

describe('the answer panel', () => {
  before(activate);
  afterEach(closeAll);

  it('opens a question under its title', async () => {
    await commands.executeCommand('llmStudy.answer.open', scaling);
    await until(
      () => panelTitles('llmStudy.answer').some((title) => title.includes('√dₖ')),
      'the panel is open',
    );
  });

  it('opens for who writes a note on a question of the tree', async () => {
    await commands.executeCommand('llmStudy.answer.writeNote', { question: { id: scaling } });
    await until(
      () => panelTitles('llmStudy.answer').some((title) => title.includes('√dₖ')),
      'the panel is open',
    );
  });

  it('is one panel, however many questions are opened', async () => {
    await commands.executeCommand('llmStudy.answer.open', scaling);
    await commands.executeCommand('llmStudy.answer.open', 'kv-cache-memory');
    await until(
      () => panelTitles('llmStudy.answer').some((title) => title.includes('KV cache')),
      'it shows the second',
    );
    equal(panelTitles('llmStudy.answer').length, 1);
  });

  for (const target of [
    undefined,
    '',
    'no-such-question',
    'constructor',
    '../../etc/passwd',
    7,
    null,
    {},
    { question: 1 },
  ]) {
    it(`stays closed for ${JSON.stringify(target)}`, async () => {
      await commands.executeCommand('llmStudy.answer.open', target);
      deepEqual(panelTitles('llmStudy.answer'), []);
    });
  }

  it('shows the source of a question, read-only', async () => {
    await commands.executeCommand('llmStudy.answer.openSource', scaling);
    const document = await until(() => window.activeTextEditor?.document, 'an editor is active');
    match(document.getText(), /^# Why are attention scores/);
    match(document.getText(), /## Key points/);
    equal(document.uri.scheme, 'llm-study');
  });
});

describe('a link to a question', () => {
  before(activate);

  it('is copied as one that this editor opens', async () => {
    await commands.executeCommand('llmStudy.browse.copyLink', scaling);
    const { id } = theExtension();
    equal(await env.clipboard.readText(), `${env.uriScheme}://${id}/question/${scaling}`);
  });
});

describe('a quiz', () => {
  before(activate);
  afterEach(closeAll);

  it('starts with the questions that it is given', async () => {
    await commands.executeCommand('llmStudy.quiz.questions', {
      title: 'Test',
      ids: [scaling, 'no-such-question'],
    });
    await until(() => panelTitles('llmStudy.quiz').length === 1, 'the panel is open');
  });

  for (const scope of [
    undefined,
    null,
    3,
    {},
    { title: 'x' },
    { title: 'x', ids: [] },
    { title: 'x', ids: ['nothing'] },
  ]) {
    it(`does not start with ${JSON.stringify(scope)}`, async () => {
      await commands.executeCommand('llmStudy.quiz.questions', scope);
      deepEqual(panelTitles('llmStudy.quiz'), []);
    });
  }
});

describe('hovers', () => {
  before(activate);
  after(closeAll);

  const hoverOver = async (text: string, word: string, language = 'python') => {
    const document = await workspace.openTextDocument({ language, content: text });
    const position = document.positionAt(text.indexOf(word) + 1);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value))
      .join('\n');
  };

  for (const [text, word] of [
    ['past_key_values = model(x)', 'past_key_values'],
    ['self.kv_cache[layer]', 'kv_cache'],
    ['class KVCache:', 'KVCache'],
    ['scale = math.sqrt(d_k)', 'd_k'],
  ] as const) {
    it(`reveal an answer over ${word} in \`${text}\``, async () => {
      match(await hoverOver(text, word), /Quiz me on this/);
    });
  }

  for (const [text, word] of [
    ['the context of an ordinary sentence', 'context'],
    ['storage and explorative', 'storage'],
    ['discretise(x)', 'discretise'],
  ] as const) {
    it(`say nothing over ${word} in \`${text}\``, async () => {
      notMatch(await hoverOver(text, word), /Quiz me on this/);
    });
  }

  it('have mathematics as text or image, never as TeX source', async () => {
    notMatch(await hoverOver('d_k', 'd_k'), /\$|\\\\sqrt/);
  });

  it('can do nothing but open a question and quiz on it', async () => {
    const document = await workspace.openTextDocument({ language: 'python', content: 'kv_cache' });
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(2),
    );
    const ours = hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .find(({ value }) => value.includes('Quiz me'));
    deepEqual(ours?.isTrusted, { enabledCommands: ['llmStudy.answer.open', 'llmStudy.quiz.questions'] });
    equal(ours?.supportHtml ?? false, false);
  });

  it('are off in a language that is not in the setting', async () => {
    notMatch(await hoverOver('kv_cache', 'kv_cache', 'css'), /Quiz me/);
    ok((await languages.getLanguages()).includes('css'), 'the language css');
  });

  it('are off after the command turned them off, and on again', async () => {
    await commands.executeCommand('llmStudy.hover.toggle');
    notMatch(await hoverOver('kv_cache', 'kv_cache'), /Quiz me/);
    await commands.executeCommand('llmStudy.hover.toggle');
    match(await hoverOver('kv_cache', 'kv_cache'), /Quiz me/);
  });
});

describe('every command', () => {
  before(activate);
  afterEach(closeAll);

  const { contributes } = theExtension().packageJSON as { contributes: { commands: { command: string }[] } };
  for (const { command } of contributes.commands) {
    it(`${command} runs without throwing when nothing is given`, async () => {
      let isDone = false;
      const running = commands.executeCommand(command).then(() => (isDone = true));
      await until(async () => {
        await commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      }, 'it has ended, its questions unanswered');
      await running;
    });
  }
});

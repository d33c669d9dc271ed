import {
  Uri,
  commands,
  languages,
  window,
  workspace,
  type CodeLens,
  type Hover,
  type MarkdownString,
} from 'vscode';
import type { BankIndex } from '../../src/core/bank/bankFiles';
import { groupQuestions } from '../../src/core/bank/grouping';
import { childrenOf, rootsOf, type TreeNode } from '../../src/core/bank/questionTree';
import type { StudyRecord } from '../../src/core/log/studyRecord';
import { loadTooltip } from '../../src/features/browse/lazy';
import { renderNode } from '../../src/features/browse/rows';
import { listExportScopes } from '../../src/features/decks/exportScopes';
import { describeNothing, listPassedOver } from '../../src/features/decks/passedOver';
import { sayDeck } from '../../src/features/decks/sayDeck';
import { listScopes } from '../../src/features/quiz/scopeList';
import { openSearch } from '../../src/features/search/lazy';
import { explain } from '../../src/features/study/lazy';
import { findDeckPictures, followDeckLink } from '../../src/platform/deckDocuments';
import { createErrorReporter } from '../../src/platform/errors';
import { openLibrary, type OpenLibrary } from '../../src/platform/library/lazy';
import { plainName } from '../../src/platform/library/names';
import type { Services } from '../../src/platform/services';
import { deepEqual, equal, match, notMatch, ok, until } from './support/assert';
import {
  cleanUp,
  createMemoryState,
  openTestDecks,
  remove,
  setDecks,
  workspaceFolder,
  writeFiles,
} from './support/decks';
import { activate, theExtension } from './support/extension';

/** Names of files; a disk that can't have one is spared it. */
const names = [
  '$(touch pwned)',
  '`touch pwned`',
  `quo"te'd`,
  'new\nline',
  '\u202Egnp',
  'zero\u200Bwidth',
  '<img src=x onerror=pwned=1>',
  '%00',
  '%2e%2e%2fsecret',
  '[x](command:workbench.action.quit)',
  '$(verified) trusted',
  'n'.repeat(240),
];

/** Each is asked twice in a deck, so that its problems name it. */
const titles = [
  'What is $(verified) this?',
  'What is `[a](command:workbench.action.quit)` for?',
  'What is <a href="command:workbench.action.quit">b</a> for?',
  'What is \u202Ethe mask?',
  'What is Lo\u200BRA?',
  'What is https://evil.example/ and www.evil.example?',
  'What is &lt;img src=x onerror=pwned=1&gt; for?',
];

const unseen = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const folder = () => Uri.joinPath(workspaceFolder(), '[$(bug)](command:x) \u202Ekced');

const study = {
  statusOf: () => 'new',
  whyDue: () => ({ type: 'new' }),
  stateOf: () => undefined,
  cardOf: () => ({ state: 'new' }),
  plan: () => ({ interview: undefined, aheadMovesDueDays: false }),
  isBookmarked: () => false,
  noteOf: () => undefined,
  isLeech: () => false,
  queueOf: (_: unknown, ids: readonly string[]) => ids,
} as unknown as StudyRecord;

describe('a hostile deck', () => {
  let library: OpenLibrary;
  let index: BankIndex;
  let services: Services;

  before(async () => {
    await activate();
    const lines = titles.map((title) => `## ${title}\n\n[a](${title.slice(8, 40)}.md)\n`).join('\n');
    for (const name of names) {
      const text = `# ${name.replace('\n', ' ')}\n\n${lines}\n## What is not answered in ${name.replace('\n', ' ')}?\n`;
      await writeFiles(folder(), { [`${name}.md`]: text }).catch(() => undefined);
    }
    await setDecks([folder().toString(), 'linked']);
    library = openLibrary({
      extensionUri: theExtension().extensionUri,
      state: createMemoryState(),
      errors: { log: () => undefined, show: () => undefined },
      studyRecord: () => undefined,
      onDidChange: () => undefined,
    });
    await (await library.loadDecks()).loaded();
    index = await library.loadIndex();
    services = {
      library,
      study: { load: () => Promise.resolve(study), record: study, onDidChange: () => undefined },
      focus: { lastSearch: { query: '$(bug)', ids: index.questions.map(({ id }) => id) } },
    } as unknown as Services;
  });
  after(async () => {
    library.dispose();
    await cleanUp();
    await remove(folder());
  });

  const open = async () => {
    const [deck] = (await library.loadDecks()).list;
    ok(deck, 'the deck');
    return deck;
  };
  const first = async () => {
    const { deck } = await open();
    return titles.flatMap((_, at) => deck.questions[at] ?? []);
  };

  it('is read, whatever its files are called', async () => {
    const { deck } = await open();
    ok(new Set(deck.questions.map(({ place }) => place.file)).size >= names.length - 4, 'most of the files');
    equal(deck.title, '[$(bug)](command:x) kced');
  });

  it('has rows in the tree that say what they read, with tooltips that do nothing', async () => {
    const groups = groupQuestions(index, 'topic', undefined, study);
    const all = (nodes: readonly TreeNode[]): TreeNode[] =>
      nodes.flatMap((node) => [node, ...all(childrenOf(node))]);
    const nodes = all(rootsOf(groups.filter(({ deck }) => deck !== undefined)));
    ok(nodes.length > names.length * titles.length, 'rows of the decks');
    for (const node of nodes) {
      const { label, tooltip, description, accessibilityInformation } = await renderNode(services, node);
      const texts = [label, tooltip, description, accessibilityInformation?.label];
      for (const text of texts) notMatch(typeof text === 'string' ? text.replace(/\n/g, ' ') : '', unseen);
    }
    for (const { id } of await first()) {
      const { isTrusted, supportHtml, supportThemeIcons, value } = await loadTooltip(services, id);
      deepEqual([isTrusted, supportHtml, supportThemeIcons].filter(Boolean), []);
      notMatch(value.replace(/\n/g, ' '), unseen);
    }
  });

  it('has rows in Quick Picks in which nothing is an icon but what is ours', async () => {
    const search = await itemsOfSearch(services, 'what is');
    ok(search.length > 10, 'questions that are found');
    const rows = [
      ...search,
      ...listScopes(index, study, services.focus),
      ...listExportScopes(index, study, services.focus),
    ];
    for (const { label, description = '', detail = '' } of rows) {
      const text = `${label.replace(/^\$\([a-z-]+\) /, '')} ${description} ${detail}`;
      notMatch(text, /(?<!\\)\$\([A-Za-z0-9~-]+\)/, 'row');
      notMatch(text, unseen, 'row');
    }
    ok(
      search.some(({ label }) => label === 'What is \\$(verified) this?'),
      'a title with an icon’s name, as it stands',
    );
  });

  it('says what is wrong with it in words that say what they read', async () => {
    const { deck, root } = await open();
    const files = [...new Set(deck.questions.map(({ place }) => place.file))];
    const messages = await until(() => {
      const found = files.flatMap((file) => languages.getDiagnostics(Uri.joinPath(root, file)));
      const ours = found.filter(({ source }) => source === 'LLM Study');
      return ours.length > titles.length ? ours : undefined;
    }, 'there are problems');
    for (const { message, relatedInformation = [] } of messages) {
      for (const text of [message, ...relatedInformation.map((each) => each.message)])
        notMatch(text, unseen, 'problem');
    }
  });

  it('has hovers and CodeLenses that do what ours do, and nothing else', async () => {
    const { root } = await open();
    const [question] = await first();
    ok(question, 'a question');
    const file = Uri.joinPath(root, question.place.file);
    const document = await workspace.openTextDocument(file);
    const lenses = await until(async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', file, 100);
      return found.length > titles.length ? found : undefined;
    }, 'there are lenses');
    for (const { command } of lenses) {
      match(command?.title ?? '', /^(?:Show answer|Write the answer|Quiz from here)$/);
      match(command?.command ?? '', /^llmStudy\.(?:answer\.open|decks\.writeAnswer|quiz\.questions)$/);
      notMatch(JSON.stringify(command?.arguments), unseen);
    }
    const lines: string[] = [];
    for (let line = 0; line < document.lineCount; line++) {
      if (!document.lineAt(line).text.startsWith('## ')) continue;
      for (const content of await hoversAt(file, line)) {
        if (!/llmStudy\./.test(content.value)) continue;
        lines.push(document.lineAt(line).text);
        deepEqual([content.supportHtml ?? false, content.supportThemeIcons ?? false], [false, false]);
        const acting = content.value.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/`[^`\n]*`/g, '');
        const targets = [...acting.matchAll(/\]\(([^)?]*)/g)].map(([, target]) => target);
        const ours = ['llmStudy.answer.open', 'llmStudy.quiz.questions', 'llmStudy.decks.writeAnswer'];
        deepEqual(
          targets.filter((target) => !ours.some((command) => target === `command:${command}`)),
          [],
        );
        notMatch(acting.replace(/\]\([^)]*\)/g, ']'), /<|https?:|www\./);
        notMatch(content.value.replace(/\n/g, ' '), unseen);
      }
    }
    deepEqual(
      lines.slice(0, -1),
      titles.map((title) => `## ${title}`),
      'lines with a hover',
    );
  });

  it('is named in messages in which nothing is a link', async () => {
    const said = await listenToMessages(async () => {
      const { deck } = await open();
      sayDeck(`"${plainName(deck.title)}" is a deck now`, deck, services.errors);
      for (const { id } of await first()) await explain(services, id);
      createErrorReporter(window.createOutputChannel('hostile', { log: true })).show(
        'follow the link',
        new Error('the deck has no file "[x](command:workbench.action.quit)\u202E".'),
      );
    });
    equal(said.length, titles.length + 2);
    for (const text of said) {
      notMatch(text, /\]\(/);
      notMatch(text, unseen);
    }
  });

  it('shows no picture and opens no file that a symbolic link leads to', async () => {
    const decks = await library.loadDecks();
    const question = decks.list.find(({ deck }) => deck.id === 'linked')?.deck.questions[0];
    ok(question, 'a question of the deck with links');
    const asked = [
      'picture.svg',
      'secret.svg',
      'folder/picture.svg',
      '../secrets/picture.svg',
      'missing.svg',
    ];
    const more = ['/etc/passwd', '..\\secrets\\picture.svg', 'folder/../../secrets/picture.svg', ''];
    const typed = library as never;
    deepEqual(await findDeckPictures(typed, question.id, [...asked, ...more]), ['picture.svg']);
    deepEqual(await findDeckPictures(typed, 'no--such', asked), []);
    for (const target of ['secret.svg', 'folder/picture.svg', 'file.md', '../secrets/secret.md', 'folder']) {
      const refused = await followDeckLink(typed, question.id, target).catch((error: unknown) =>
        String(error),
      );
      match(String(refused), /leads out of the deck/, target);
    }
    deepEqual(
      decks.list.flatMap(({ files }) => files.filter(({ text }) => text.includes('hunter2'))),
      [],
    );
  });
});

describe('a file of twenty-five megabytes in a deck', () => {
  before(activate);
  afterEach(cleanUp);
  afterEach(() => remove(Uri.joinPath(workspaceFolder(), 'large-deck')));

  it('is not read, and that says which, why and what to do', async function () {
    this.timeout(120_000);
    const large = new Uint8Array(25 * 1024 * 1024).fill(97);
    await writeFiles(workspaceFolder(), {
      'large-deck/large.md': large,
      'large-deck/small.md': '## What is small?\n\nThis.\n',
    });
    const file = Uri.joinPath(workspaceFolder(), 'large-deck', 'large.md');
    const decks = await openTestDecks(['large-deck']);
    const [problem] = await until(() => {
      const found = languages.getDiagnostics(file);
      return found.length > 0 ? found : undefined;
    }, 'the file has a problem');
    match(problem?.message ?? '', /^"large\.md" is not read: a file may have 20 MB, .* Split it\.$/);
    match(describeNothing('large.md', decks.list[0]?.deck.skipped ?? []), /"large\.md".*too large.* 20 MB/);
    const services = { library: { loadDecks: () => Promise.resolve(decks) } } as unknown as Services;
    const listed = await listPassedOver(services, Uri.joinPath(workspaceFolder(), 'large-deck'));
    match(listed, /`large\.md`.*too large/);
  });
});

async function hoversAt(file: Uri, line: number): Promise<MarkdownString[]> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', file, {
    line,
    character: 5,
  });
  return hovers.flatMap(({ contents }) => contents as MarkdownString[]);
}

/** What the search lists. */
async function itemsOfSearch(services: Services, query: string) {
  const real = window.createQuickPick.bind(window);
  let pick: ReturnType<typeof real> | undefined;
  const api = window as { createQuickPick: unknown };
  api.createQuickPick = () => (pick = real());
  try {
    await openSearch(services, query);
    return [...(pick?.items ?? [])];
  } finally {
    api.createQuickPick = real;
    pick?.dispose();
  }
}

/** The texts of the notifications that are made meanwhile. */
async function listenToMessages(act: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const api = window as unknown as Record<string, unknown>;
  const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
  const real = kinds.map((kind) => api[kind]);
  for (const kind of kinds) api[kind] = (text: string) => (said.push(text), Promise.resolve(undefined));
  try {
    await act();
    return said;
  } finally {
    kinds.forEach((kind, at) => (api[kind] = real[at]));
  }
}

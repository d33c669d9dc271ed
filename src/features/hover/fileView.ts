import {
  Disposable,
  EventEmitter,
  ThemeIcon,
  TreeItem,
  l10n,
  window,
  workspace,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode';
import type { TermMatcher } from '../../core/terms/termMatcher';
import type { Services } from '../../platform/services';
import { createDebounced } from '../../platform/timers';
import type * as Lazy from './lazy';

interface FileNode {
  readonly id: string;
  readonly title: string;
  /** As it stands in the file. */
  readonly term: string;
  readonly count: number;
}

/** A pause in typing: only then is the file looked at again. */
const quietMs = 400;

/** Larger files are looked at up to here. */
const mostCharacters = 1_000_000;

/** The *In This File* view: the questions that the active editor's text touches, the most frequent first. */
export function createFileView(services: Services, load: () => Promise<typeof Lazy>): Disposable {
  const changed = new EventEmitter<undefined>();
  let editor = window.activeTextEditor;
  const quiet = createDebounced(quietMs);
  const provider: TreeDataProvider<FileNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      const document = editor?.document;
      if (node !== undefined || document === undefined) return [];
      const { loadMatchers } = await load();
      return findNodes(services, (await loadMatchers(services)).terms, document);
    },
    getTreeItem: renderNode,
  };
  const view = window.createTreeView('llmStudy.hover.inThisFile', { treeDataProvider: provider });
  const refreshLater = () => {
    if (view.visible) quiet.call(() => changed.fire(undefined));
  };
  return Disposable.from(
    view,
    changed,
    new Disposable(quiet.dispose),
    // While a panel has the focus there is no active editor; the list stays that of the file beside it.
    window.onDidChangeActiveTextEditor((active) => {
      if (active === undefined && editor !== undefined && window.visibleTextEditors.includes(editor)) return;
      editor = active;
      refreshLater();
    }),
    view.onDidChangeVisibility(refreshLater),
    services.library.onDidChange(refreshLater),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === editor?.document) refreshLater();
    }),
  );
}

async function findNodes(
  { library }: Services,
  terms: TermMatcher,
  document: TextDocument,
): Promise<FileNode[]> {
  const { questions } = await library.loadIndex();
  const found = new Map<string, { term: string; count: number }>();
  for (const { ids, term } of terms.matchAll(document.getText().slice(0, mostCharacters))) {
    const [id] = ids;
    if (id === undefined) continue;
    const known = found.get(id);
    found.set(id, { term: known?.term ?? term, count: (known?.count ?? 0) + 1 });
  }
  return questions
    .flatMap(({ id, title }) => {
      const match = found.get(id);
      return match === undefined ? [] : [{ id, title, ...match }];
    })
    .sort((a, b) => b.count - a.count);
}

function renderNode({ id, title, term, count }: FileNode): TreeItem {
  const item = new TreeItem(title);
  item.id = id;
  item.description = count === 1 ? term : l10n.t('{0} · {1} times', term, count);
  item.iconPath = new ThemeIcon('question');
  item.command = { command: 'llmStudy.answer.open', title: l10n.t('Open Question'), arguments: [id] };
  item.contextValue = 'question';
  return item;
}

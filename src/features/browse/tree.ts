import { EventEmitter, type Disposable, type TreeDataProvider } from 'vscode';
import type { Group, GroupBy } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import type * as Lazy from './lazy';

export const FILTERS = ['all', 'due', 'new', 'bookmarked', 'leeches'] as const;

export type Filter = (typeof FILTERS)[number];

/** How the tree is arranged. */
export interface Arrangement {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly group: Group;
  readonly parent?: GroupNode;
}

export interface QuestionNode {
  readonly kind: 'question';
  readonly question: QuestionSummary;
  readonly parent: GroupNode;
}

export type TreeNode = GroupNode | QuestionNode;

export interface QuestionTree extends TreeDataProvider<TreeNode> {
  /** Arranges the tree anew. */
  arrange(arrangement: Arrangement): void;
  /** Shows that something about the questions has changed. */
  refresh(): void;
  /** The first place of a question in the tree; `undefined` when it is filtered out. */
  findQuestion(id: string): Promise<QuestionNode | undefined>;
  dispose(): void;
}

export function createQuestionTree(services: Services, start: Arrangement): QuestionTree {
  const changed = new EventEmitter<undefined>();
  let arrangement = start;
  let roots: Promise<GroupNode[]> | undefined;
  let decorations: Disposable | undefined;

  const loadRoots = async () => {
    const { loadGroups, registerDecorations } = await loadLazy(services);
    decorations ??= registerDecorations(services);
    const groups = await loadGroups(services, arrangement);
    await setContextKey('llmStudy.browse.isEmpty', groups.length === 0);
    return groups.map((group): GroupNode => ({ kind: 'group', group }));
  };
  const getRoots = () => (roots ??= loadRoots());
  const refresh = () => {
    roots = undefined;
    changed.fire(undefined);
  };

  return {
    onDidChangeTreeData: changed.event,
    refresh,
    arrange(next) {
      arrangement = next;
      refresh();
    },
    getChildren: async (node) => (node === undefined ? getRoots() : childrenOf(node)),
    getParent: (node) => node.parent,
    getTreeItem: async (node) => (await loadLazy(services)).renderNode(services, node),
    async resolveTreeItem(item, node) {
      if (node.kind !== 'question') return item;
      const { loadTooltip } = await loadLazy(services);
      item.tooltip = await loadTooltip(services, node.question.id);
      return item;
    },
    findQuestion: async (id) => findIn(await getRoots(), id),
    dispose: () => void decorations?.dispose(),
  };
}

function loadLazy({ loadChunk }: Services): Promise<typeof Lazy> {
  return loadChunk<typeof Lazy>('browse');
}

function childrenOf(node: TreeNode): TreeNode[] {
  if (node.kind === 'question') return [];
  return [
    ...node.group.groups.map((group): GroupNode => ({ kind: 'group', group, parent: node })),
    ...node.group.questions.map((question): QuestionNode => ({ kind: 'question', question, parent: node })),
  ];
}

function findIn(nodes: readonly TreeNode[], id: string): QuestionNode | undefined {
  for (const node of nodes) {
    if (node.kind === 'question' && node.question.id === id) return node;
    const found = findIn(childrenOf(node), id);
    if (found !== undefined) return found;
  }
  return undefined;
}

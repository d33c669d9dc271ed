import { EventEmitter, type Disposable, type TreeDataProvider } from 'vscode';
import type { Group, GroupBy } from '../../core/bank/grouping';
import type { GroupNode, QuestionNode, TreeNode } from '../../core/bank/questionTree';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import type * as Lazy from './lazy';

export const FILTERS = ['all', 'due', 'new', 'bookmarked', 'leeches', 'unanswered'] as const;

export type Filter = (typeof FILTERS)[number];

/** How the tree is arranged. */
export interface Arrangement {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
}

export interface QuestionTree extends TreeDataProvider<TreeNode> {
  /** Arranges the tree anew. */
  arrange(arrangement: Arrangement): void;
  /** Shows that something about the questions has changed. */
  refresh(): void;
  /** The first place of a question in the tree; `undefined` when it is filtered out. */
  findQuestion(id: string): Promise<QuestionNode | undefined>;
  /** `undefined` where the tree has no such deck: where it is arranged by something else, or filtered. */
  findDeck(id: unknown): Promise<GroupNode | undefined>;
  dispose(): void;
}

export function createQuestionTree(services: Services, start: Arrangement): QuestionTree {
  const changed = new EventEmitter<undefined>();
  let arrangement = start;
  let groups: Promise<readonly Group[]> | undefined;
  let decorations: Disposable | undefined;

  const loadGroups = async () => {
    const lazy = await loadLazy(services);
    decorations ??= lazy.registerDecorations(services);
    const loaded = await lazy.loadGroups(services, arrangement);
    await setContextKey('llmStudy.browse.isEmpty', loaded.length === 0);
    return loaded;
  };
  const getGroups = () => (groups ??= loadGroups());
  const refresh = () => {
    groups = undefined;
    changed.fire(undefined);
  };

  return {
    onDidChangeTreeData: changed.event,
    refresh,
    arrange(next) {
      arrangement = next;
      refresh();
    },
    async getChildren(node) {
      const { childrenOf, rootsOf } = await loadLazy(services);
      return node === undefined ? rootsOf(await getGroups()) : childrenOf(node);
    },
    getParent: (node) => node.parent,
    getTreeItem: async (node) => (await loadLazy(services)).renderNode(services, node),
    async resolveTreeItem(item, node) {
      if (node.kind !== 'question') return item;
      const { loadTooltip } = await loadLazy(services);
      item.tooltip = await loadTooltip(services, node.question.id);
      return item;
    },
    findQuestion: async (id) => (await loadLazy(services)).findQuestionNode(await getGroups(), id),
    async findDeck(id) {
      const group = (await getGroups()).find(({ deck }) => deck !== undefined && deck.id === id);
      return group && { kind: 'group', group };
    },
    dispose: () => void decorations?.dispose(),
  };
}

function loadLazy({ loadChunk }: Services): Promise<typeof Lazy> {
  return loadChunk<typeof Lazy>('browse');
}

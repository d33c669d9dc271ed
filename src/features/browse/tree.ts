import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  l10n,
  type TreeDataProvider,
} from 'vscode';
import type { Group, GroupBy } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import type { Status } from '../../core/log/standing';
import { setContextKey } from '../../platform/contextKeys';
import type { Services } from '../../platform/services';
import { nameOfStatus } from '../../platform/statusNames';
import { labelOf } from './labels';
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
}

export function createQuestionTree(services: Services, start: Arrangement): QuestionTree {
  const changed = new EventEmitter<undefined>();
  let arrangement = start;
  let roots: Promise<GroupNode[]> | undefined;

  const loadRoots = async () => {
    const { loadGroups } = await loadLazy(services);
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
    getTreeItem: (node) => (node.kind === 'group' ? renderGroup(node) : renderQuestion(node, services)),
    async resolveTreeItem(item, node) {
      if (node.kind !== 'question') return item;
      const { loadTooltip } = await loadLazy(services);
      item.tooltip = await loadTooltip(services, node.question.id);
      return item;
    },
    findQuestion: async (id) => findIn(await getRoots(), id),
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

function renderGroup({ group }: GroupNode): TreeItem {
  const item = new TreeItem(labelOf(group), TreeItemCollapsibleState.Collapsed);
  const { count } = group;
  item.id = group.key;
  item.description = String(count);
  item.contextValue = 'group';
  if (group.about !== undefined) item.tooltip = group.about;
  item.accessibilityInformation = {
    label:
      count === 1
        ? l10n.t('{0}, 1 question', labelOf(group))
        : l10n.t('{0}, {1} questions', labelOf(group), count),
  };
  return item;
}

function renderQuestion({ question, parent }: QuestionNode, { study }: Services): TreeItem {
  const { id, title } = question;
  const status = study.record?.statusOf(id) ?? 'new';
  const isBookmarked = study.record?.isBookmarked(id) ?? false;
  const level = labelOf({ key: `level/${question.level}`, title: question.level }).toLowerCase();
  const item = new TreeItem(title);
  item.id = `${parent.group.key}/${id}`;
  const marks = [
    ...(isBookmarked ? [l10n.t('bookmarked')] : []),
    ...(study.record?.isLeech(id) === true ? [l10n.t('leech')] : []),
  ];
  item.description = [level, nameOfStatus(status), ...marks].join(' · ');
  item.iconPath = iconOf(status);
  item.contextValue = ['question', ...(isBookmarked ? ['bookmarked'] : []), status].join('.');
  item.command = { command: 'llmStudy.answer.open', title: l10n.t('Open Question'), arguments: [id] };
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

function iconOf(status: Status): ThemeIcon {
  switch (status) {
    case 'new':
      return new ThemeIcon('circle-outline');
    case 'seen':
      return new ThemeIcon('eye');
    case 'learning':
      return new ThemeIcon('sync', new ThemeColor('charts.orange'));
    case 'due':
      return new ThemeIcon('clock', new ThemeColor('charts.blue'));
    case 'known':
      return new ThemeIcon('pass', new ThemeColor('charts.green'));
    case 'suspended':
      return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
    case 'buried':
      return new ThemeIcon('debug-pause', new ThemeColor('disabledForeground'));
  }
}

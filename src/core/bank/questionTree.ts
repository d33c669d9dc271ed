import type { Group } from './grouping';
import type { QuestionSummary } from './question';

/** Nodes of the tree are made when their parent is opened, never before. */
export type TreeNode = GroupNode | QuestionNode;

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

export function rootsOf(groups: readonly Group[]): GroupNode[] {
  return groups.map((group) => ({ kind: 'group', group }));
}

export function childrenOf(node: TreeNode): TreeNode[] {
  if (node.kind === 'question') return [];
  return [
    ...node.group.groups.map((group): GroupNode => ({ kind: 'group', group, parent: node })),
    ...node.group.questions.map((question): QuestionNode => ({ kind: 'question', question, parent: node })),
  ];
}

/**
 * The first place of a question, with the nodes above it alone; `undefined` where it is in no group. Looks through the
 * groups as they are: 100,000 questions take it milliseconds, so nothing is kept for it.
 */
export function findQuestionNode(groups: readonly Group[], id: string): QuestionNode | undefined {
  const path = findPath(groups, id);
  if (path === undefined) return undefined;
  const [first, ...rest] = path.groups;
  const parent = rest.reduce<GroupNode>((above, group) => ({ kind: 'group', group, parent: above }), {
    kind: 'group',
    group: first,
  });
  return { kind: 'question', question: path.question, parent };
}

interface Path {
  /** From the outermost. */
  readonly groups: readonly [Group, ...Group[]];
  readonly question: QuestionSummary;
}

function findPath(groups: readonly Group[], id: string): Path | undefined {
  for (const group of groups) {
    const below = findPath(group.groups, id);
    if (below !== undefined) return { ...below, groups: [group, ...below.groups] };
    const question = group.questions.find((each) => each.id === id);
    if (question !== undefined) return { groups: [group], question };
  }
  return undefined;
}

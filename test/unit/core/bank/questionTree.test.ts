import assert from 'node:assert/strict';
import type { Group } from '../../../../src/core/bank/grouping';
import { childrenOf, findQuestionNode, rootsOf, type TreeNode } from '../../../../src/core/bank/questionTree';

const aGroup = (key: string, groups: readonly Group[], ...ids: string[]): Group => ({
  ...{ key, title: key, count: 0, due: 0, unanswered: 0, groups },
  questions: ids.map((id) => ({ id, title: id, topic: 't', terms: [] })),
});
const groups = [
  aGroup('first', [], 'a', 'b'),
  aGroup('deck', [aGroup('one', [], 'c'), aGroup('two', [], 'd', 'a')]),
];

const nameOf = (node: TreeNode) => (node.kind === 'group' ? node.group.key : node.question.id);
const pathOf = (id: string) => {
  const path: string[] = [];
  for (
    let node: TreeNode | undefined = findQuestionNode(groups, id);
    node !== undefined;
    node = node.parent
  ) {
    path.unshift(nameOf(node));
  }
  return path.join('/');
};

describe('the nodes of the tree', () => {
  it('are made level by level', () => {
    const roots = rootsOf(groups);
    assert.deepEqual(roots.map(nameOf), ['first', 'deck']);
    assert.deepEqual(
      roots.map((root) => childrenOf(root).map(nameOf)),
      [
        ['a', 'b'],
        ['one', 'two'],
      ],
    );
  });

  it('know the node that they are below', () => {
    const [, deck] = rootsOf(groups);
    assert.ok(deck);
    assert.deepEqual(
      childrenOf(deck).map((node) => node.parent),
      [deck, deck],
    );
  });
});

describe('the node of a question', () => {
  for (const [id, path] of [
    ['b', 'first/b'],
    ['d', 'deck/two/d'],
    ['a', 'first/a'],
    ['x', ''],
  ] as const) {
    it(`is ${path === '' ? 'not there' : `at ${path}`} for ${id}`, () => assert.equal(pathOf(id), path));
  }
});

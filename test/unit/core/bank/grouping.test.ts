import assert from 'node:assert/strict';
import type { Status } from '../../../../src/core/log/standing';
import type { BankIndex } from '../../../../src/core/bank/bankFiles';
import {
  countDueIn,
  groupQuestions,
  questionsOf,
  type Group,
  type GroupBy,
} from '../../../../src/core/bank/grouping';

const question = (id: string, topic: string, level: 'easy' | 'hard') => ({
  id,
  title: id,
  level,
  topic,
  terms: [],
});
const index: BankIndex = {
  topics: ['x', 'y', 'empty'].map((id) => ({ id, title: id.toUpperCase(), about: '' })),
  questions: [question('a', 'x', 'hard'), question('b', 'y', 'easy'), question('c', 'x', 'easy')],
  collections: [
    { id: 'flat', title: 'Flat', about: '', sections: [{ questions: ['c', 'a', 'c'] }] },
    {
      id: 'deep',
      title: 'Deep',
      about: '',
      sections: [
        { title: 'One', questions: ['b'] },
        { title: 'Two', questions: ['a', 'b'] },
      ],
    },
  ],
  formerly: {},
  decks: [],
};

const show = (group: Group): string =>
  `${group.title}(${[...group.groups.map(show), ...group.questions.map(({ id }) => id)].join(' ')})`;
const grouped = (by: GroupBy, passes: (question: { id: string }) => boolean = () => true) =>
  groupQuestions(index, by, passes, { statusOf: (id) => (id === 'a' ? 'seen' : 'new') })
    .map(show)
    .join(' ');

describe('groupQuestions', () => {
  it('groups by topic in learning order and leaves empty topics out', () => {
    assert.equal(grouped('topic'), 'X(a c) Y(b)');
  });

  it('groups by collection, with sections where there is more than one', () => {
    assert.equal(grouped('collection'), 'Flat(c a) Deep(One(b) Two(a b))');
  });

  it('groups by level from easy to hard', () => {
    assert.equal(grouped('level'), 'easy(b c) hard(a)');
  });

  it('groups by status', () => {
    assert.equal(grouped('status'), 'new(b c) seen(a)');
  });

  it('leaves out what the filter refuses, and groups that it empties', () => {
    assert.equal(
      grouped('collection', ({ id }) => id === 'c'),
      'Flat(c)',
    );
  });

  it('gives every group a key of its own', () => {
    const keys = (group: Group): string[] => [group.key, ...group.groups.flatMap(keys)];
    const all = groupQuestions(index, 'collection', () => true, { statusOf: () => 'new' }).flatMap(keys);
    assert.equal(new Set(all).size, all.length);
  });

  it('counts a question once however often a collection names it', () => {
    const [, deep] = groupQuestions(index, 'collection', () => true, { statusOf: () => 'new' });
    assert.deepEqual(deep && questionsOf(deep).map(({ id }) => id), ['b', 'a']);
  });

  it('counts what is due or missed in a group and its sections, each question once', () => {
    const statuses: Record<string, Status> = { a: 'due', b: 'learning', c: 'known' };
    const progress = { statusOf: (id: string) => statuses[id] ?? 'new' };
    const groups = groupQuestions(index, 'collection', () => true, progress);
    assert.deepEqual(
      groups.map((group) => countDueIn(group, progress)),
      [1, 2],
    );
  });
});

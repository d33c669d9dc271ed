import assert from 'node:assert/strict';
import type { Status } from '../../../../src/core/log/standing';
import type { BankIndex } from '../../../../src/core/bank/bankFiles';
import type { QuestionSummary } from '../../../../src/core/bank/question';
import {
  groupQuestions,
  questionsOf,
  type Group,
  type GroupBy,
  type Progress,
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
      groups.map(({ count, due }) => [count, due]),
      [
        [2, 1],
        [2, 2],
      ],
    );
  });
});

describe('groupQuestions with decks', () => {
  const own = (id: string, topic: string, more: Partial<QuestionSummary> = {}): QuestionSummary => ({
    ...{ id, title: id, topic, terms: [], deck: topic.split('--')[0] ?? '' },
    ...more,
  });
  const topic = (id: string, title: string) => ({ id, title, about: '', deck: id.split('--')[0] ?? '' });
  const deck = (id: string) => ({ id, title: id.toUpperCase(), about: `/decks/${id}` });
  const withDecks: BankIndex = {
    ...index,
    topics: [...index.topics, topic('mine--1', 'One'), topic('mine--2', 'Two'), topic('flat--1', 'Flat')],
    decks: [deck('mine'), deck('flat'), { ...deck('gone'), fault: 'The folder is not there.' }],
    questions: [
      ...index.questions,
      own('m1', 'mine--2', { isUnanswered: true }),
      own('m2', 'mine--1', { level: 'easy' }),
      own('m3', 'mine--2'),
      own('f1', 'flat--1', { isUnanswered: true }),
    ],
  };
  const due: Progress = { statusOf: () => 'due' };
  const groupedBy = (by: GroupBy, passes?: (question: QuestionSummary) => boolean) =>
    groupQuestions(withDecks, by, passes, due).map(show).join(' ');

  it('puts decks after the topics, with their topics in them unless there is just one', () => {
    assert.equal(groupedBy('topic'), 'X(a c) Y(b) MINE(One(m2) Two(m1 m3)) FLAT(f1) GONE()');
  });

  it('puts decks after the collections', () => {
    assert.equal(
      groupedBy('collection'),
      'Flat(c a) Deep(One(b) Two(a b)) MINE(One(m2) Two(m1 m3)) FLAT(f1) GONE()',
    );
  });

  it('puts what has no level at the end', () => {
    assert.equal(groupedBy('level'), 'easy(b c m2) hard(a) none(m1 m3 f1)');
  });

  it('gives what has no answer no other status', () => {
    assert.equal(groupedBy('status'), 'due(a b c m2 m3) unanswered(m1 f1)');
  });

  it('leaves a deck out of which nothing passes, also an empty one', () => {
    assert.equal(
      groupedBy('topic', ({ id }) => id === 'm3'),
      'MINE(Two(m3))',
    );
  });

  it('counts what has no answer, and counts that as never due', () => {
    const counts = groupQuestions(withDecks, 'topic', undefined, due).flatMap((group) =>
      [group, ...group.groups].map((each) => [each.key, each.count, each.due, each.unanswered].join(' ')),
    );
    assert.deepEqual(counts.slice(2), [
      'deck/mine 3 2 1',
      'topic/mine--1 1 1 0',
      'topic/mine--2 2 1 1',
      'deck/flat 1 0 1',
      'deck/gone 0 0 0',
    ]);
  });

  it('knows a deck from other groups, its fault included', () => {
    const decks = groupQuestions(withDecks, 'topic', undefined, due).map((group) => group.deck);
    assert.deepEqual(decks, [undefined, undefined, ...withDecks.decks]);
  });

  const many = (count: number): BankIndex => ({
    ...{ collections: [], formerly: {}, decks: [deck('big')], topics: [topic('big--1', 'Big')] },
    questions: Array.from({ length: count }, (_, number) => own(`q${String(number + 1)}`, 'big--1')),
  });

  it('splits what is too long for one list into ranges', () => {
    const [big] = groupQuestions(many(1001), 'topic', undefined, due);
    assert.ok(big);
    assert.deepEqual(
      big.groups.map((group) => [group.key, group.title, group.range, group.count, group.questions[0]?.id]),
      [
        ['deck/big/1', 'BIG', [1, 500], 500, 'q1'],
        ['deck/big/501', 'BIG', [501, 1000], 500, 'q501'],
        ['deck/big/1001', 'BIG', [1001, 1001], 1, 'q1001'],
      ],
    );
    assert.deepEqual([big.key, big.count, big.due, big.questions.length], ['deck/big', 1001, 1001, 0]);
  });

  it('leaves 1,000 questions in one list', () => {
    const [big] = groupQuestions(many(1000), 'level', undefined, due);
    assert.ok(big);
    assert.deepEqual([big.groups.length, big.questions.length], [0, 1000]);
  });

  it('asks for the status of each question as often however many groups there are', () => {
    let asked = 0;
    const counting = { statusOf: () => (asked++, 'new' as const) };
    const topics = Array.from({ length: 500 }, (_, number) => topic(`big--${String(number)}`, 'T'));
    const questions = topics.map(({ id }, number) => own(`q${String(number)}`, id));
    groupQuestions({ ...many(0), topics, questions }, 'topic', undefined, counting);
    assert.equal(asked, 500);
  });
});

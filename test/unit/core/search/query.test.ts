import assert from 'node:assert/strict';
import { createQueryTest, parseQuery, queryVocabularyOf } from '../../../../src/core/search/query';

const topic = (id: string, title: string, deck?: string) => ({
  ...{ id, title, about: '' },
  ...(deck === undefined ? {} : { deck }),
});
const statuses = ['new', 'seen', 'bookmarked'];
const bankTopics = ['attention', 'training-systems', 'transformer', 'inference', 'in-context'].map((id) =>
  topic(id, id),
);
const vocabulary = queryVocabularyOf({ topics: bankTopics, decks: [] }, statuses);
const withDecks = queryVocabularyOf(
  {
    topics: [
      ...bankTopics,
      topic('my-list--1', 'Attention', 'my-list'),
      topic('my-list--2', 'LoRA  and "friends"', 'my-list'),
      topic('team--1', 'Onboarding', 'team'),
    ],
    decks: [
      { id: 'my-list', title: 'My List', about: '' },
      { id: 'team', title: 'Team questions', about: '' },
      { id: 'team-2', title: 'Team of two', about: '' },
    ],
  },
  statuses,
);

const parse = (input: string) => parseQuery(input, vocabulary);
const filtersOf = (input: string) => parse(input).filters.map(({ kind, value }) => `${kind}:${value}`);

describe('a query', () => {
  it('is text where it has no filter', () => {
    assert.deepEqual(parse('  kv   cache '), { text: 'kv cache', filters: [], hints: [] });
  });

  it('is taken apart into filters and text, whatever their order', () => {
    assert.deepEqual(parse('kv topic:attention cache level:hard is:new #LoRA size'), {
      text: 'kv cache size',
      filters: [
        { kind: 'topic', value: 'attention' },
        { kind: 'level', value: 'hard' },
        { kind: 'is', value: 'new' },
        { kind: 'tag', value: 'lora' },
      ],
      hints: [],
    });
  });

  const read: readonly (readonly [fact: string, input: string, ...filters: string[]])[] = [
    ['reads filters in capitals', 'TOPIC:Attention', 'topic:attention'],
    ['reads a value with spaces in quotes', 'topic:"training systems"', 'topic:training-systems'],
    ['reads a value whose quote is not closed yet', 'topic:"training sys', 'topic:training-systems'],
    [
      'reads the beginning of a value where only one begins so',
      'topic:att level:h is:b',
      'topic:attention',
      'level:hard',
      'is:bookmarked',
    ],
    ['does not guess between two', 'topic:tra topic:in'],
    [
      'reads a whole value that begins another',
      'topic:attention topic:inference',
      'topic:attention',
      'topic:inference',
    ],
    ['knows no filter within a word', 'subtopic:attention a#b level'],
    ['knows no filter that is empty', 'topic: level: is: #'],
  ];
  for (const [fact, input, ...filters] of read) {
    it(fact, () => assert.deepEqual(filtersOf(input), filters));
  }

  const hinted: readonly (readonly [fact: string, input: string, ...hints: string[]])[] = [
    ['lists the choices of a filter without a value', 'level:', 'level: easy, medium, hard …'],
    [
      'lists what begins like a value that is not known',
      'topic:tx',
      'topic:tx is not known. Try training-systems, transformer.',
    ],
    ['lists all where nothing begins so', 'is:due', 'is:due is not known. Try new, seen, bookmarked.'],
    [
      'names the filters that there are',
      'author:me kv',
      '"author:" is no filter. Use topic:, level:, deck:, is: or #tag.',
    ],
    [
      'gives each hint',
      'level:x is:y',
      'level:x is not known. Try easy, medium, hard.',
      'is:y is not known. Try new, seen, bookmarked.',
    ],
    ['says that there is no deck', 'deck:my', 'deck: there is none yet.'],
    ['gives none where all is understood', 'a: b c::d https://x.org topic:attention 1:2'],
  ];
  for (const [fact, input, ...hints] of hinted) {
    it(fact, () => assert.deepEqual(parse(input).hints, hints));
  }

  it('has nothing of a filter in its text, also while the filter is typed', () => {
    assert.equal(parse('kv topic:"training sys').text, 'kv');
  });

  it('keeps what is no filter in its text', () => {
    assert.equal(parse('author:me #lora kv').text, 'author:me kv');
  });

  it('is read in no time, however long', () => {
    for (const piece of ['topic:', 'topic:"', '#', ' ', 'a:', 'level:x ']) {
      assert.equal(parse(piece.repeat(200_000)).text.length <= 1000, true);
    }
  });
});

describe('a query beside decks', () => {
  const filters = (input: string) =>
    parseQuery(input, withDecks).filters.map(({ kind, value }) => `${kind}:${value}`);

  const read: readonly (readonly [fact: string, input: string, ...filters: string[]])[] = [
    ['reads a deck by its id', 'deck:my-list', 'deck:my-list'],
    ['reads a deck by its title', 'deck:"team questions"', 'deck:team'],
    ['reads a deck by the beginning of its title', 'deck:my', 'deck:my-list'],
    ['reads a whole id that begins another', 'deck:team', 'deck:team'],
    ['does not guess between two decks', 'deck:tea'],
    ['reads a topic of a deck by its title', 'topic:"lora and friends"', 'topic:my-list--2'],
    ['reads a topic of a deck by the beginning of its title', 'topic:onb', 'topic:team--1'],
    ['reads all topics of one title', 'topic:attention', 'topic:attention', 'topic:my-list--1'],
    ['reads all topics of the only title that begins so', 'topic:att', 'topic:attention', 'topic:my-list--1'],
  ];
  for (const [fact, input, ...expected] of read) {
    it(fact, () => assert.deepEqual(filters(input), expected));
  }

  it('hints at decks by their titles', () => {
    assert.deepEqual(parseQuery('deck:tea', withDecks).hints, [
      'deck:tea is not known. Try team-questions, team-of-two.',
    ]);
  });
});

describe('the filters of a query', () => {
  const questions = [
    { id: 'a', topic: 'attention', level: 'easy', terms: ['KV cache'] },
    { id: 'b', topic: 'attention', level: 'hard', terms: ['LoRA'] },
    { id: 'c', topic: 'inference', level: 'hard', terms: ['lora', 'beam search'] },
  ] as const;
  const passing = (input: string) => {
    const test = createQueryTest(parse(input), ({ id }, status) => status === 'seen' && id === 'b');
    return questions.filter(test).map(({ id }) => id);
  };

  const cases: readonly (readonly [fact: string, input: string, ...ids: string[]])[] = [
    ['let everything pass where there are none', 'kv', 'a', 'b', 'c'],
    ['are met by the topic', 'topic:attention', 'a', 'b'],
    ['are met by the level', 'level:hard', 'b', 'c'],
    ['are met by the status', 'is:seen', 'b'],
    ['are met by a term or the topic as a tag', '#LORA', 'b', 'c'],
    ['are met by a term of two words with a hyphen', '#kv-cache', 'a'],
    ['of different kinds must all be met', 'topic:attention level:hard', 'b'],
    ['of one kind are met by any', 'topic:inference topic:attention level:easy', 'a'],
    ['may be met by nothing', '#nothing'],
  ];
  for (const [fact, input, ...ids] of cases) {
    it(fact, () => assert.deepEqual(passing(input), ids));
  }

  it('are met by the deck', () => {
    const test = createQueryTest({ filters: [{ kind: 'deck', value: 'my-list' }] }, () => false);
    assert.deepEqual(
      [{ deck: 'my-list' }, { deck: 'team' }, {}].map((given) =>
        test({ id: 'a', topic: 't', terms: [], ...given }),
      ),
      [true, false, false],
    );
  });
});

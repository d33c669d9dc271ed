import assert from 'node:assert/strict';
import type { BankIndex } from '../../../src/core/bank/bankFiles';
import { parseQuestion } from '../../../src/core/bank/parseQuestion';
import { createQuestionView } from '../../../src/protocol/question';

const summary = { id: 'a', title: 'What is a?', level: 'easy', topic: 'letters', terms: [] } as const;
const index: BankIndex = {
  topics: [{ id: 'letters', title: 'Letters', about: '' }],
  questions: [summary, { ...summary, id: 'b', title: 'What is b?' }],
  collections: [],
  formerly: {},
  decks: [],
};

const view = (topic: string, ...related: string[]) => {
  const question = parseQuestion({ ...summary, topic, related, checked: '2026-01-02' }, 'A letter.');
  const { topicTitle, related: neighbours, shortAnswer } = createQuestionView(question, index);
  return { topicTitle, neighbours, shortAnswer };
};

describe('a question for a panel', () => {
  it('has the names that its ids stand for', () => {
    assert.deepEqual(view('letters', 'b'), {
      topicTitle: 'Letters',
      neighbours: [{ id: 'b', title: 'What is b?' }],
      shortAnswer: 'A letter.',
    });
  });

  it('leaves out neighbours that the bank does not have', () => {
    assert.deepEqual(view('letters', 'gone', 'b', 'constructor').neighbours, [
      { id: 'b', title: 'What is b?' },
    ]);
  });

  it('has the id of a topic that has no name', () => {
    assert.equal(view('runes').topicTitle, 'runes');
  });

  it('of a deck says which, and where its links lead', () => {
    const own = { ...summary, id: 'my--a', topic: 'my--1', deck: 'my', title: 'What is \u202Ea?' };
    const withDeck: BankIndex = {
      ...index,
      topics: [{ id: 'my--1', title: 'Mine', about: '', deck: 'my' }],
      questions: [...index.questions, own, { ...own, id: 'my--b', title: 'My b?' }],
      decks: [{ id: 'my', title: 'My list', about: 'my.md' }],
    };
    const question = parseQuestion({ ...own, related: ['b', 'my--b', 'a'], checked: '' }, 'See [b](b).');
    const shown = createQuestionView({ ...question, deck: 'my' }, withDeck, {
      file: 'x/y.md',
      root: 'https://root',
    });
    assert.deepEqual(
      { title: shown.title, topicTitle: shown.topicTitle, related: shown.related, origin: shown.origin },
      {
        title: 'What is a?',
        topicTitle: 'Mine',
        related: [
          { id: 'my--b', title: 'My b?' },
          { id: 'my--a', title: 'What is a?' },
        ],
        origin: {
          title: 'My list',
          file: 'x/y.md',
          root: 'https://root',
          links: { a: 'my--a', b: 'my--b', 'my--b': 'my--b' },
        },
      },
    );
  });

  it('of the bank has no deck', () => {
    const question = parseQuestion({ ...summary, related: [], checked: '' }, 'See [b](b).');
    assert.equal('origin' in createQuestionView(question, index), false);
  });
});

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
});

import assert from 'node:assert/strict';
import { gatherTopicRows } from '../../../../src/core/stats/topicRows';

const question = (id: string, topic: string) => ({
  ...{ id, title: id, topic, terms: [] },
  ...(topic.includes('--') ? { deck: topic.split('--')[0] ?? '' } : {}),
});
const index = {
  topics: [
    { id: 'math', title: 'Mathematics', about: '' },
    { id: 'mine--1', title: 'One', about: '', deck: 'mine' },
    { id: 'mine--2', title: 'Two', about: '', deck: 'mine' },
  ],
  decks: [{ id: 'mine', title: 'Mine', about: '' }],
  questions: [
    question('a', 'math'),
    question('b', 'mine--1'),
    question('c', 'mine--2'),
    { ...question('u', 'mine--2'), isUnanswered: true } as const,
  ],
};
const told = (mostTopics?: number) => {
  const { questions, topics } = gatherTopicRows(index, mostTopics);
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  return questions.map(({ id, topic }) => `${id}: ${titles.get(topic) ?? ''}`);
};

describe('the rows of recall', () => {
  it("are the bank's topics and the decks', of what has an answer", () => {
    assert.deepEqual(told(), ['a: Mathematics', 'b: One (Mine)', 'c: Two (Mine)']);
  });

  it('are one for a deck of too many topics', () => {
    assert.deepEqual(told(1), ['a: Mathematics', 'b: Mine', 'c: Mine']);
  });
});

import assert from 'node:assert/strict';
import type { Question } from '../../../../src/core/bank/question';
import { parseQuestion } from '../../../../src/core/bank/parseQuestion';
import { documentOf } from '../../../../src/core/search/document';

const meta = {
  id: 'a',
  title: 'What is a?',
  level: 'easy',
  topic: 'letters',
  terms: ['alpha'],
  related: [],
  checked: '2026-01-02',
} as const;

const documentFor = (...lines: string[]) => documentOf(parseQuestion(meta, lines.join('\n')));

describe('what a question is found by', () => {
  it('is its title, terms, topic and level, and its answer as text', () => {
    assert.deepEqual(documentFor('A *letter*.', '', '## Key points', '- The first.', '- Not the last.'), {
      id: 'a',
      title: 'What is a?',
      level: 'easy',
      topic: 'letters',
      terms: ['alpha'],
      text: 'A letter . The first. Not the last.',
    });
  });

  it('is what links and code say, not where they lead nor how they are marked', () => {
    const { text } = documentFor('See [the first](beta).', '', '## Example', '```python', 'x = f(a)', '```');
    assert.equal(text, 'See the first . x = f(a)');
  });

  it('is what stands in formulas but for commands', () => {
    assert.equal(documentFor('So $\\frac{d_k}{n}$.').text, 'So d k n .');
  });

  it('is its deck, that it has no answer, and what its topic is called, where the id does not say it', () => {
    const question: Question = {
      ...{ id: 'mine--a', title: 'What is a?', topic: 'mine--1', deck: 'mine', terms: [] },
      ...{ shortAnswer: '', keyPoints: [], sections: [], followUps: [], related: [] },
      isUnanswered: true,
    };
    assert.deepEqual(documentOf(question, 'Letters (Mine)'), {
      ...{
        id: 'mine--a',
        title: 'What is a?',
        terms: [],
        topic: 'mine--1',
        topicName: 'Letters (Mine)',
        text: '',
      },
      ...{ deck: 'mine', isUnanswered: true },
    });
  });
});

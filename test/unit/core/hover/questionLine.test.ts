import assert from 'node:assert/strict';
import { createQuestionLineMatcher } from '../../../../src/core/hover/questionLine';

const matcher = createQuestionLineMatcher([
  { id: 'bert', title: 'What is BERT?' },
  { id: 'scaling', title: 'Why are attention scores divided by √dₖ?' },
  { id: 'mine--bert', title: 'What is bert' },
  { id: 'mine--marks', title: '???' },
]);

describe('a line of Markdown', () => {
  for (const line of [
    'What is BERT?',
    '## What is BERT',
    '- **What is BERT?**',
    '12. what is bert?',
    '### Q12: *What is BERT?* 🤖',
    'title: What is BERT?',
    '> Question 3. What is BERT?',
  ]) {
    it(`asks the question in \`${line}\``, () => {
      assert.equal(matcher.match(line), 'bert');
    });
  }

  it('asks a question with symbols in its title', () => {
    assert.equal(matcher.match('2) Why are attention scores divided by √dₖ?'), 'scaling');
  });

  for (const line of [
    '',
    '##',
    'What is BERT good for?',
    'I asked: What is BERT?',
    '12.',
    `# ${'What '.repeat(100)}`,
  ]) {
    it(`asks nothing in \`${line.slice(0, 30)}\``, () => {
      assert.equal(matcher.match(line), undefined);
    });
  }
});

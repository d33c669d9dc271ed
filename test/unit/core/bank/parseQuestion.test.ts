import assert from 'node:assert/strict';
import { parseQuestion, type QuestionMeta } from '../../../../src/core/bank/parseQuestion';

const meta: QuestionMeta = {
  id: 'a',
  title: 'What is a?',
  level: 'easy',
  topic: 'letters',
  terms: ['a'],
  related: [],
  checked: '2026-01-02',
};

const parse = (...lines: string[]) => parseQuestion(meta, lines.join('\n'));

describe('parseQuestion', () => {
  it('takes the text before the first heading as the short answer', () => {
    assert.equal(parse('', 'It is', 'a letter.', '', '## Key points', '- x').shortAnswer, 'It is\na letter.');
  });

  it('joins a bullet that goes on in the next line', () => {
    assert.deepEqual(parse('s', '## Key points', '', '- one', '  and more', '- two').keyPoints, [
      'one and more',
      'two',
    ]);
  });

  it('keeps the other sections in the order of the file', () => {
    const { sections } = parse('s', '## Explanation', 'e', '## Key points', '- x', '## References', '- r');
    assert.deepEqual(sections, [
      { heading: 'Explanation', markdown: 'e' },
      { heading: 'References', markdown: '- r' },
    ]);
  });

  it('sees no heading inside a code block', () => {
    const { sections } = parse('s', '## Example', '```', '## Key points', '```', '## References', 'r');
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['Example', 'References'],
    );
  });

  it('closes a code block only at a fence as long as the one that opened it', () => {
    const { sections } = parse(
      's',
      '## Example',
      '````',
      '```',
      '## References',
      '````',
      '## References',
      'r',
    );
    assert.equal(sections.length, 2);
  });

  it('has no hint where the author gives none', () => {
    assert.equal('hint' in parse('s'), false);
    assert.equal(parse('s', '## Hint', 'Think of b.').hint, 'Think of b.');
  });
});

import assert from 'node:assert/strict';
import { parseBullets, parseLines, splitAtHeadings } from '../../../../src/core/bank/markdown';

/** The lines that are code, by their numbers from 0. */
const codeIn = (...lines: string[]) =>
  parseLines(lines.join('\n')).flatMap(({ isCode }, number) => (isCode ? [number] : []));

describe('parseLines', () => {
  const cases: readonly (readonly [fact: string, lines: readonly string[], code: readonly number[]])[] = [
    ['takes a block with its fences for code', ['a', '```', 'b', '```', 'c'], [1, 2, 3]],
    ['knows tildes and indented fences', ['  ~~~~', 'a', ' ~~~~', 'b'], [0, 1, 2]],
    ['closes a block with a fence of its own kind only', ['```', '~~~', 'a', '```', 'b'], [0, 1, 2, 3]],
    ['closes a block with a fence that is at least as long', ['````', '```', '`````', 'a'], [0, 1, 2]],
    ['closes no block with a fence that names a language', ['```', '```js', 'a', '```', 'b'], [0, 1, 2, 3]],
    ['ends a block that is not closed with the text', ['a', '```', 'b'], [1, 2]],
    ['sees no fence in the middle of a line or deeper in', ['a ```', '    ```', 'b'], []],
  ];
  for (const [fact, lines, code] of cases) {
    it(fact, () => assert.deepEqual(codeIn(...lines), code));
  }
});

describe('splitAtHeadings', () => {
  it('gives each part with the line of its heading', () => {
    assert.deepEqual(splitAtHeadings('a\n\n## B  \nb\n### C\nc\n##\tD\n'), [
      { heading: undefined, line: 0, markdown: 'a\n' },
      { heading: 'B', line: 2, markdown: 'b\n### C\nc' },
      { heading: 'D', line: 6, markdown: '' },
    ]);
  });

  it('sees no heading in code', () => {
    assert.equal(splitAtHeadings('```\n## A\n```').length, 1);
  });
});

describe('parseBullets', () => {
  it('gives the items of a list, each on one line', () => {
    assert.deepEqual(parseBullets('\n- one\n  and\nmore\n\n*\ttwo \n- three'), [
      'one and more',
      'two',
      'three',
    ]);
  });

  it('leaves out what stands before the first item', () => {
    assert.deepEqual(parseBullets('So:\n- one'), ['one']);
  });

  it('finds no items in other text', () => {
    assert.deepEqual(parseBullets('-one\n1. two\n'), []);
  });
});

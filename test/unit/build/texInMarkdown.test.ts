import assert from 'node:assert/strict';
import { findFormulas } from '../../../src/build/texInMarkdown';

/** Formulas as `line: tex`, display ones between two dollars, and the lines of dollars without a partner. */
function formulasIn(...lines: string[]) {
  const { formulas, unbalanced } = findFormulas(lines.join('\n'));
  const found = formulas.map(
    ({ tex, isDisplay, line }) => `${line}: ${isDisplay ? `$$${tex}$$` : `$${tex}$`}`,
  );
  return [...found, ...unbalanced.map((line) => `${line} alone`)];
}

describe('findFormulas', () => {
  const cases: readonly (readonly [fact: string, lines: readonly string[], ...found: string[]])[] = [
    ['finds formulas in a line', ['a $b$ c $d$'], '0: $b$', '0: $d$'],
    ['finds display formulas', ['a', '$$', 'b', '+ c', '$$'], '1: $$b\n+ c$$'],
    ['finds a formula over two lines', ['a $b', 'c$ d'], '0: $b\nc$'],
    ['keeps escaped dollars in a formula', ['$a \\$ b$'], '0: $a \\$ b$'],
    ['passes escaped dollars by', ['\\$5 and \\$6']],
    ['passes code by', ['`$a` and ``$`$``', '```', '$b', '```']],
    ['reports a dollar without a partner', ['a', 'for $5'], '1 alone'],
    ['reports a formula that its paragraph ends in', ['$a', '', 'b$'], '0 alone', '2 alone'],
    ['reports a formula that code ends in', ['$$', 'a', '```', '$$', '```'], '0 alone'],
    ['reports a mark of the other kind inside a formula', ['$$a $ b$$'], '0: $$a  b$$', '0 alone'],
  ];
  for (const [fact, lines, ...found] of cases) {
    it(fact, () => assert.deepEqual(formulasIn(...lines), found));
  }

  it('leaves prose without formulas, code and escapes', () => {
    const { prose } = findFormulas('a $b$ `c` \\<d>\n$$\n<e>\n$$\n```\nf\n```\ng');
    assert.deepEqual(
      prose.map((line) => line.trimEnd()),
      ['a   d>', '', '', '', '', '', '', 'g'],
    );
  });
});

import assert from 'node:assert/strict';
import { createTexChecker } from '../../../../src/platform/tex/lazy';

describe('KaTeX, asked without a page', () => {
  const checker = createTexChecker();

  for (const tex of ['x', '\\frac{a}{b}', '\\text{für } x', '\\href{javascript:x}{y}'])
    it(`draws ${tex}`, () => {
      assert.equal(checker.findFault(tex, false), undefined);
    });

  for (const [tex, reason, position] of [
    ['a + \\foo', /Undefined control sequence: \\foo/, 4],
    ['x_a_b', /Double subscript/, 3],
    ['\\frac{a', /Unexpected end of input/, 7],
    ['\\def\\a{\\a\\a}\\a', /Too many expansions/, undefined],
    ['{'.repeat(40) + '}'.repeat(40), /nested too deeply/, undefined],
    ['x'.repeat(5000), /longer than 4000/, undefined],
  ] as const)
    it(`refuses ${tex.slice(0, 30)}`, () => {
      const fault = checker.findFault(tex, false);
      assert.match(fault?.reason ?? '', reason);
      assert.equal(fault?.position, position);
    });

  it('knows a formula once it was asked, each kind by itself', () => {
    assert.equal(checker.isKnown('\\tag{1} y', true), false);
    assert.equal(checker.findFault('\\tag{1} y', true), undefined);
    assert.equal(checker.isKnown('\\tag{1} y', true), true);
    assert.equal(checker.isKnown('\\tag{1} y', false), false);
    assert.notEqual(checker.findFault('\\tag{1} y', false), undefined);
  });

  for (const tex of [
    '\\left('.repeat(600),
    '^'.repeat(4000),
    '\\sqrt '.repeat(600),
    '\\overline'.repeat(400),
    '_'.repeat(3999),
  ])
    it(`ends with ${tex.slice(0, 20)}…`, () => {
      checker.findFault(tex, true);
    }).timeout(1000);
});

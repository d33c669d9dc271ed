import assert from 'node:assert/strict';
import { renderUnicodeTex } from '../../../../src/core/hover/unicodeTex';

const r = String.raw;

describe('a formula in plain Unicode', () => {
  const shown: readonly (readonly [fact: string, tex: string, text: string])[] = [
    ['has Greek letters and signs', r`\alpha \le \beta \cdot \infty`, 'α ≤ β · ∞'],
    ['has small indices and exponents', r`x_i^2 + W^{T-1} + \sum_{i=1}^{n} a_i`, 'xᵢ² + Wᵀ⁻¹ + ∑ᵢ₌₁ⁿ aᵢ'],
    [
      'keeps the mark of an index that Unicode lacks',
      r`d_{\text{model}}, x^q, \pi^*, x_{<t}`,
      'd_model, x^q, π^*, x_(<t)',
    ],
    ['has a root without brackets over one name', r`\sqrt{d_k}, \sqrt 2, \sqrt{12.5}`, '√dₖ, √2, √12.5'],
    ['has a root with brackets over more', r`\sqrt{2d}, \sqrt{a + b}, \sqrt{ab}`, '√(2d), √(a + b), √(ab)'],
    [
      'has a fraction without brackets where none are missing',
      r`\frac{a}{b} + \tfrac12 = \frac{a + b}{c}`,
      'a/b + 1/2 = (a + b)/c',
    ],
    [
      'has brackets around a fraction before a factor',
      r`\frac{\alpha}{r}BA, \frac{1}{n}\sum_i x_i, \frac12\,x, \frac ab^2`,
      '(α/r)BA, (1/n)∑ᵢ xᵢ, (1/2) x, (a/b)²',
    ],
    ['has brackets around fractions in a row', r`\frac{dL}{dg}\frac{dg}{dx}`, '(dL/dg)dg/dx'],
    ['has a fraction in a fraction', r`\frac{\frac{a}{b}}{c}`, '(a/b)/c'],
    [
      'sets names apart from what they are applied to',
      r`\log x + \log_2 n + \exp(y) + \max_i z`,
      'log x + log₂ n + exp(y) + maxᵢ z',
    ],
    ['has accents on one letter', r`\hat{y} + \bar x + \tilde{\theta}`, 'ŷ + x̄ + θ̃'],
    ['has double-struck letters', r`x \in \mathbb{R}^n, \mathbb{E}[x]`, 'x ∈ ℝⁿ, 𝔼[x]'],
    [
      'leaves the style of letters out',
      r`\mathcal{L} + \mathbf{w} + \operatorname{softmax}(z)`,
      'L + w + softmax(z)',
    ],
    [
      'keeps hyphens in words and makes them minus signs elsewhere',
      r`a - b \text{ in end-to-end}`,
      'a − b in end-to-end',
    ],
    ['leaves sizes and empty brackets out', r`\left( \Big| x \right. \Bigr]`, '( | x ]'],
    ['has escaped signs', r`50\%, \{a\}, \#_w, a \| b`, '50%, {a}, #_w, a ‖ b'],
    ['may be empty', '', ''],
  ];
  for (const [fact, tex, text] of shown) {
    it(fact, () => assert.equal(renderUnicodeTex(tex)?.normalize(), text.normalize()));
  }

  const refused: readonly (readonly [what: string, tex: string])[] = [
    ['a matrix', r`\begin{pmatrix} a & b \end{pmatrix}`],
    ['lines', r`a \\ b`],
    ['a column', 'a & b'],
    ['an unknown command', r`\binom{n}{k}`],
    ['a command that every object has', r`\constructor \toString`],
    ['a double-struck letter that Unicode lacks here', r`\mathbb{1}`],
    ['an accent over several letters', r`\hat{xy}`],
    ['a brace that is not closed', '{a'],
    ['a brace that was not opened', 'a}'],
    ['a command without its argument', r`\frac{a}`],
    ['an exponent of nothing', 'x^'],
  ];
  for (const [what, tex] of refused) {
    it(`does not do for ${what}`, () => assert.equal(renderUnicodeTex(tex), undefined));
  }

  it('bears what is nested as deep as a short answer may be', () => {
    assert.equal(renderUnicodeTex('{'.repeat(2000) + 'x' + '}'.repeat(2000)), 'x');
  });
});

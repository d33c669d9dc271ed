import assert from 'node:assert/strict';
import { drawFormulas } from '../../../src/build/drawFormulas';
import { formatFault } from '../../../src/build/fault';
import { compileWith, soundBank } from './sources';

/** The bank with another short answer and another explanation of alpha, and how its formulas are drawn. */
async function drawWith(short: string, explanation = 'None.') {
  const source = (soundBank.get('letters/alpha.md') ?? '')
    .replace(/^Alpha is.*$/m, () => short)
    .replace(/^The name kept[\s\S]*?(?=\n## )/m, () => `${explanation}\n`);
  const { bank, faults } = compileWith(new Map([['letters/alpha.md', source]]));
  assert.deepEqual(faults, []);
  const drawn = await drawFormulas(bank.questions, (tex) =>
    tex.includes('\\cancel')
      ? Promise.reject(new Error('Undefined control sequence \\cancel'))
      : Promise.resolve({ tex, svg: '', width: 1, height: 1 }),
  );
  return {
    texts: Object.fromEntries([...drawn.images].map(([id, images]) => [id, images.map(({ tex }) => tex)])),
    faults: drawn.faults.map(formatFault),
  };
}

describe('drawFormulas', () => {
  it('draws the display formulas of the short answer and the first one below', async () => {
    const { texts } = await drawWith('It is $$a$$ or $$b$$, not $c$.', '$$\nd\n$$\n\n$$\ne\n$$\n');
    assert.deepEqual(texts, { alpha: ['a', 'b', 'd'] });
  });

  it('draws nothing for a question without a display formula', async () => {
    assert.deepEqual(await drawWith('It is $a$.'), { texts: {}, faults: [] });
  });

  it('reports what cannot be drawn with file and line, and draws the rest', async () => {
    const { texts, faults } = await drawWith('It is $$a$$.', 'See:\n\n$$\n\\cancel{b}\n$$\n');
    assert.deepEqual(texts, { alpha: ['a'] });
    assert.deepEqual(faults, [
      'letters/alpha.md:14: MathJax, which draws formulas for hovers, refuses "\\cancel{b}": ' +
        "Undefined control sequence \\cancel. Write it with LaTeX's own and AMS commands.",
    ]);
  });
});

import assert from 'node:assert/strict';
import { hintOf } from '../../../../src/core/bank/hint';

const hint = (keyPoint: string) => hintOf({ keyPoints: [keyPoint] });

describe('hintOf', () => {
  it('prefers the line of the author', () => {
    assert.equal(hintOf({ hint: 'Think of b.', keyPoints: ['A is b.'] }), 'Think of b.');
  });

  it('names the subject of the first key point and stops before its claim', () => {
    assert.equal(
      hint('The variance of a dot product grows linearly with $d_k$.'),
      'The variance of a dot product …',
    );
  });

  it('gives half of a claim whose subject is not clear', () => {
    assert.equal(hint('Large scores saturate it.'), 'Large scores …');
  });

  it('does not end inside a formula or code', () => {
    assert.equal(hint('Dividing by $a + b + c + d + e + f$ restores unit variance'), 'Dividing by …');
  });

  it('is missing where there is no key point', () => {
    assert.equal(hintOf({ keyPoints: [] }), undefined);
  });
});

import assert from 'node:assert/strict';
import { encodeBase64 } from '../../../../src/core/hover/base64';
import { createRandom, pick, repeat } from '../../random';

const expected = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('encodeBase64', () => {
  it('pads what does not fill its last group', () => {
    assert.deepEqual(['', 'f', 'fo', 'foo', 'foob'].map(encodeBase64), [
      '',
      'Zg==',
      'Zm8=',
      'Zm9v',
      'Zm9vYg==',
    ]);
  });

  it('encodes the first and the last character of each length', () => {
    const characters = ['\0', '\x7f', '\x80', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}'];
    assert.deepEqual(characters.map(encodeBase64), characters.map(expected));
  });

  it('encodes the same bytes as Node for any text', () => {
    const random = createRandom(4648);
    const widest = [0x80, 0x800, 0xd800, 0x110000] as const;
    for (let round = 0; round < 500; round++) {
      const points = repeat(random, 0, 40, () => Math.floor(random() * pick(random, widest)));
      const text = String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff));
      assert.equal(encodeBase64(text), expected(text));
    }
  });
});

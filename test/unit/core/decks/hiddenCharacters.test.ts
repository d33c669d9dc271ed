import assert from 'node:assert/strict';
import { withoutHiddenCharacters } from '../../../../src/core/decks/hiddenCharacters';

describe('text without hidden characters', () => {
  it('has no mark that turns it around and none without width', () => {
    assert.equal(withoutHiddenCharacters('\u202Emoc.elpmaxe\u202C'), 'moc.elpmaxe');
    assert.equal(withoutHiddenCharacters('go\u200Bog\u2060le\u00AD\uFEFF.\u2066x\u2069'), 'google.x');
    assert.equal(withoutHiddenCharacters('p\u200Daypal \u200C'), 'paypal ');
    assert.equal(withoutHiddenCharacters('a\u{E0041}b'), 'ab');
  });

  it('keeps what scripts and emoji need', () => {
    for (const kept of ['👩\u200D💻', 'می\u200Cخواهم', 'क्\u200Dष', 'שלום', 'naïve 数 √dₖ'])
      assert.equal(withoutHiddenCharacters(kept), kept);
  });
});

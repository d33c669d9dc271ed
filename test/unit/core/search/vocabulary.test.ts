import assert from 'node:assert/strict';
import { createVocabulary } from '../../../../src/core/search/vocabulary';

const vocabulary = createVocabulary(
  'attention softmax fine tuning finetuning data set dataset cache caching perplexity perplexed rag rug lora lord transformer'.split(
    ' ',
  ),
);

/** What a word of a query means, the likeliest first. */
const meaningsOf = (word: string, ...query: string[]) =>
  [...vocabulary.find(word, query.length > 0 ? query : [word])]
    .sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
    .map((meaning) => meaning.word);

describe('the vocabulary of a search', () => {
  const known: readonly (readonly [fact: string, word: string, ...meanings: string[]])[] = [
    ['knows a word as it is', 'softmax', 'softmax'],
    ['knows words by their beginning', 'perpl', 'perplexed', 'perplexity'],
    ['knows a word with a letter too few', 'sofmax', 'softmax'],
    ['knows a word with a letter too many', 'sofftmax', 'softmax'],
    ['knows a word with another letter', 'softnax', 'softmax'],
    ['knows a word with two letters swapped', 'sotfmax', 'softmax'],
    ['knows a long word with two typos', 'transfromre', 'transformer'],
    ['knows no short word with two typos', 'cahcf'],
    ['knows no typo in words of three letters', 'rog'],
    ['knows the parts of a word that was written in one', 'softmaxattention', 'attention', 'softmax'],
    ['knows nothing of a word that is far from all', 'zebra'],
    ['knows nothing of a word that every object has', 'constructor'],
  ];
  for (const [fact, word, ...meanings] of known) {
    it(fact, () => assert.deepEqual(meaningsOf(word), meanings));
  }

  it('knows two words as one', () => {
    assert.equal(meaningsOf('data', 'data', 'set').includes('dataset'), true);
    assert.equal(meaningsOf('set', 'data', 'set').includes('dataset'), true);
  });

  it('holds the same word likelier than a longer one, and that likelier than a typo', () => {
    const likeness = (typed: string, meaning: string) =>
      vocabulary.find(typed, [typed]).find(({ word }) => word === meaning)?.likeness ?? 0;
    const falling = [
      likeness('cache', 'cache'),
      likeness('cach', 'cache'),
      likeness('cacke', 'cache'),
      likeness('cxxe', 'cache'),
    ];
    assert.deepEqual(
      falling,
      [...new Set(falling)].sort((a, b) => b - a),
    );
    assert.deepEqual([falling[0], falling[3]], [1, 0]);
  });
});

import assert from 'node:assert/strict';
import { createTermMatcher } from '../../../../src/core/terms/termMatcher';
import { findNaively, inventQuestions, inventText } from './naiveMatcher';
import { createRandom } from '../../random';

const matcher = createTermMatcher([
  { id: 'kv-cache', terms: ['KV cache', 'past_key_values'] },
  { id: 'lora', terms: ['LoRA', 'LoraConfig', 'low-rank adaptation'] },
  { id: 'rag', terms: ['RAG', 'retrieval-augmented generation'] },
  { id: 'top-p', terms: ['top_p', 'nucleus sampling'] },
  { id: 'layer-norm', terms: ['LayerNorm', 'nn.LayerNorm'] },
  { id: 'scaling', terms: ['d_k', 'sqrt(d_k)', 'softmax'] },
  { id: 'softmax', terms: ['softmax', 'softmax temperature'] },
  { id: 'temperature', terms: ['temperature=0'] },
  { id: 'perplexity', terms: ['PPL', 'ppl'] },
  { id: 'window', terms: ['context window'] },
  { id: 'preference', terms: ['Bradley–Terry', "Little's law"] },
  { id: 'a-star', terms: ['A*'] },
]);

/** What is found, as `text→id,id`. */
const found = (text: string) =>
  matcher.matchAll(text).map(({ start, end, ids }) => `${text.slice(start, end)}→${ids.join(',')}`);

describe('a term in a text', () => {
  const places: readonly (readonly [fact: string, text: string, ...expected: string[]])[] = [
    ['is found in snake case', 'self.kv_cache = None', 'kv_cache→kv-cache'],
    ['is found in camel case', 'new KVCache()', 'KVCache→kv-cache'],
    ['is found in capitals', 'MAX_KV_CACHE_MB', 'KV_CACHE→kv-cache'],
    ['is found with a hyphen', 'the KV-cache grows', 'KV-cache→kv-cache'],
    ['is found in the plural', 'two KV caches', 'KV caches→kv-cache'],
    [
      'is found as a parameter',
      'f(past_key_values=None, top_p=0.9)',
      'past_key_values→kv-cache',
      'top_p→top-p',
    ],
    ['is found before a bracket', 'LoraConfig(r=8)', 'LoraConfig→lora'],
    ['is found after a dot', 'x = nn.LayerNorm(d)', 'nn.LayerNorm→layer-norm'],
    ['is found within a longer name', 'self.d_k2 + my_d_k', 'd_k→scaling'],
    ['is found with the marks within it', 'x / math.sqrt(d_k)', 'sqrt(d_k→scaling'],
    ['is not found where such a mark is missing', 'a temperature 0 and temperature0'],
    [
      'is found with another dash or apostrophe',
      'Bradley-Terry, Little’s law',
      'Bradley-Terry→preference',
      'Little’s law→preference',
    ],
    ['is the longest that fits', 'softmax temperature', 'softmax temperature→softmax'],
    ['names every question that lists it, the nearest first', 'a Softmax', 'Softmax→softmax,scaling'],
    ['is found next to letters of any script', 'é, KV cache—ß', 'KV cache→kv-cache'],
    ['is not found inside a word', 'ragged storage, softmaxing, kvcached, unlora'],
    ['is not found where only a part of it stands', 'in this context, a window on the past key'],
    ['is not an abbreviation in small letters', 'a rag, some lora, Rag'],
    ['is an abbreviation as it is written', 'RAG and RAGs beat LoRA.', 'RAG→rag', 'RAGs→rag', 'LoRA→lora'],
    ['is an abbreviation in small letters in a name', 'lora_alpha, ragPipeline', 'lora→lora', 'rag→rag'],
    ['is an abbreviation in small letters where a question lists it so', 'the ppl', 'ppl→perplexity'],
    ['with a single letter in it is not spread over words', 'in d k dimensions, the top p'],
    ['is never a single letter', 'a A* a*'],
    ['may stand in no text', ''],
  ];

  for (const [fact, text, ...expected] of places) {
    it(fact, () => assert.deepEqual(found(text), expected));
  }

  it('keeps the name under which the question that is nearest lists it', () => {
    assert.deepEqual(
      matcher.matchAll('KVCache').map(({ term }) => term),
      ['KV cache'],
    );
  });

  it('is found at each offset from its start to its end', () => {
    const line = 'a kv_cache, b';
    const offsets = Array.from(line, (_, offset) => offset).filter((offset) => matcher.matchAt(line, offset));
    assert.deepEqual(offsets, [2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is found at an offset deep in a very long line, and only what is near is looked at', () => {
    const filler = 'softmaxed '.repeat(100_000);
    const line = `${filler}kv_cache ${filler}`;
    const matches = Array.from({ length: 100 }, () => matcher.matchAt(line, filler.length + 2));
    const expected = { start: filler.length, end: filler.length + 8, term: 'KV cache', ids: ['kv-cache'] };
    assert.deepEqual(
      new Set(matches.map((match) => JSON.stringify(match))),
      new Set([JSON.stringify(expected)]),
    );
  }).timeout(5_000);

  it('does not slow down where every beginning is that of a term', () => {
    const text = 'past_key_value '.repeat(100_000);
    assert.deepEqual(matcher.matchAll(text), []);
  }).timeout(5_000);
});

describe('the trie of terms', () => {
  it('finds what a look at every term at every place finds', () => {
    const random = createRandom(20260102);
    for (let round = 0; round < 200; round++) {
      const [questions, text] = [inventQuestions(random), inventText(random)];
      const matches = createTermMatcher(questions).matchAll(text);
      assert.deepEqual(matches, findNaively(questions, text), JSON.stringify({ questions, text }));
    }
  });
});

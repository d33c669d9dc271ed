import assert from 'node:assert/strict';
import { createTitleIndex } from '../../../../../src/core/decks/problems/titleIndex';

/** What two titles of a deck are to each other. */
function compare(one: string, other: string): 'same' | 'near' | 'other' {
  const index = createTitleIndex();
  index.set('a.md', [{ title: one, line: 1 }]);
  index.set('b.md', [{ title: other, line: 1 }]);
  const { same, near } = index.find(one, 'a.md', 1);
  const back = index.find(other, 'b.md', 1);
  assert.deepEqual([back.same.length, back.near.length], [same.length, near.length], 'both ways');
  return same.length > 0 ? 'same' : near.length > 0 ? 'near' : 'other';
}

describe('titles of a deck', () => {
  for (const [one, other, expected] of [
    ['What is LoRA?', 'what is  `LoRA`', 'same'],
    ['What is “LoRA”?', 'What is LoRA ?', 'same'],
    ['What is LoRA?', 'Define LoRA.', 'near'],
    ['What is the KV cache?', 'What is a KV-cache?', 'near'],
    [
      'Difference between batch norm and layer norm?',
      'Layer norm vs. batch norm: what is the difference?',
      'near',
    ],
    ['How are language models trained?', 'How is a language model trained?', 'near'],
    ['How do you scale attention scores?', 'How is the attention score scaled?', 'near'],
    ['What is tokenization?', 'What is tokenisation?', 'near'],
    ['What is atention?', 'What is attention?', 'near'],
    [
      'Explain gradient checkpointing memory savings trade-offs',
      'Explain gradient checkpointing memory trade-offs',
      'near',
    ],
    ['Naïve Bayes assumptions?', 'Naive Bayes assumption?', 'near'],
    ['What is LoRA?', 'How does LoRA work?', 'other'],
    ['What is LoRA?', 'Why LoRA?', 'other'],
    ['What is BERT?', 'What is BART?', 'other'],
    ['What is GPT-2?', 'What is GPT-3?', 'other'],
    ['What is C++?', 'What is C#?', 'other'],
    ['What is an encoder?', 'What is a decoder?', 'other'],
    ['What is L1 regularization?', 'What is L2 regularization?', 'other'],
    [
      'Attention with dropout and residual connections',
      'Attention without dropout and residual connections',
      'other',
    ],
    ['Is the AUC > 0.5?', 'Is the AUC < 0.5?', 'other'],
    ['What is attention?', 'What is attention in transformers?', 'other'],
    ['What is overfitting?', 'What is underfitting?', 'other'],
    ['什么是预训练？', '什么是后训练？', 'other'],
    ['什么是预训练？', '什么是预训练', 'same'],
    ['?', '!', 'other'],
  ] as const) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () => {
      assert.equal(compare(one, other), expected);
    });
  }

  it('are forgotten with their file', () => {
    const index = createTitleIndex();
    index.set('a.md', [{ title: 'What is LoRA?', line: 1 }]);
    index.set('b.md', [{ title: 'What is LoRA?', line: 1 }]);
    assert.equal(index.find('What is LoRA?', 'a.md', 1).same.length, 1);
    index.set('b.md', []);
    assert.equal(index.find('What is LoRA?', 'a.md', 1).same.length, 0);
  });

  it('tell where they are after their file has moved them', () => {
    const index = createTitleIndex();
    index.set('a.md', [{ title: 'What is LoRA?', line: 1 }]);
    index.set('b.md', [{ title: 'Define LoRA', line: 1 }]);
    assert.equal(index.find('What is LoRA?', 'a.md', 1).near[0]?.line, 1);
    index.set('b.md', [{ title: 'Define LoRA', line: 8 }]);
    assert.equal(index.find('What is LoRA?', 'a.md', 1).near[0]?.line, 8);
  });
});

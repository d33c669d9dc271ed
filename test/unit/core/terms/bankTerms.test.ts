import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileBank } from '../../../../src/build/compileBank';
import { readSourceFiles } from '../../../../src/build/sourceFiles';
import { createTermMatcher } from '../../../../src/core/terms/termMatcher';
import { inCheckout } from '../../../support/paths';

const { bank, index } = compileBank(readSourceFiles(inCheckout('questions')), '9999-12-31');
const listed = [...index.questions, ...bank.planned];
const matcher = createTermMatcher(listed);

/** The questions that a text touches. */
const idsIn = (text: string) => new Set(matcher.matchAll(text).flatMap(({ ids }) => ids));
const readSample = (name: string) =>
  readFileSync(inCheckout('test', 'fixtures', 'sample-workspace', name), 'utf8');

describe('the terms of the bank', () => {
  it('are each found where they stand as their question lists them', () => {
    const lost = listed.flatMap(({ id, terms }) => terms.filter((term) => !idsIn(term).has(id)));
    assert.deepEqual(lost, []);
  });

  const code: Readonly<Record<string, string>> = {
    'x = kv_cache[layer]': 'kv-cache',
    'class KVCache:': 'kv-cache',
    'model(tokens, past_key_values=past)': 'kv-cache',
    'config = LoraConfig(r=8)': 'lora',
    'generate(top_p=p)': 'top-k-vs-top-p',
    'self.norm = nn.LayerNorm(width)': 'layer-normalization',
  };
  for (const [line, id] of Object.entries(code)) {
    it(`lead from \`${line}\` to ${id}`, () => {
      assert.equal(idsIn(line).has(id), true);
    });
  }

  it('lead from code that one writes in an interview to its questions', () => {
    const found = (name: string, ...ids: string[]) => ids.filter((id) => idsIn(readSample(name)).has(id));
    const inAttention = ['kv-cache', 'why-scale-attention-scores', 'layer-normalization'];
    const inFinetune = ['lora', 'top-k-vs-top-p', 'cross-entropy-loss'];
    assert.deepEqual(found('attention.py', ...inAttention), inAttention);
    assert.deepEqual(found('finetune.py', ...inFinetune), inFinetune);
  });

  const ordinary = [
    'In this context, the answer depends on the position of each key and its value.',
    'The contextual menu lets you reset the state, copy a rag and drag it to another layer.',
    'We pay attention to the weights on the scale before the train leaves.',
    'A head of department wrote a batch of prompt replies about transformers in the power grid.',
    'for index, item in enumerate(items): self.data[index] = item.value',
  ];
  for (const sentence of ordinary) {
    it(`are not seen in "${sentence.slice(0, 40)}…"`, () => {
      assert.deepEqual(matcher.matchAll(sentence), []);
    });
  }
});

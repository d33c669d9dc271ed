import assert from 'node:assert/strict';
import type { Question } from '../../../../src/core/bank/question';
import { findQuestionLinks } from '../../../../src/core/decks/questionLinks';

const summary = { title: '', topic: 't', terms: [] };
const index = {
  questions: ['kv-cache', 'lora', 'my--kv-cache', 'my--own', 'other--own'].map((id) => ({ ...summary, id })),
  formerly: { 'old-lora': 'lora' },
};
const linksOf = (given: Partial<Question>) =>
  findQuestionLinks(
    {
      ...summary,
      id: 'my--a',
      deck: 'my',
      shortAnswer: '',
      keyPoints: [],
      sections: [],
      followUps: [],
      related: [],
      ...given,
    },
    index,
  );

describe('links of a deck’s question', () => {
  it('lead to the deck’s own question of that name, else to the bank’s', () => {
    assert.deepEqual(linksOf({ shortAnswer: '[a](kv-cache) [b](lora) [c](own)' }), {
      'kv-cache': 'my--kv-cache',
      lora: 'lora',
      own: 'my--own',
    });
  });

  it('are found in every part, in whichever way they are written', () => {
    assert.deepEqual(
      Object.keys(
        linksOf({
          prompt: '[a](my--kv-cache)',
          hint: '[a](<lora>)',
          keyPoints: ['[a](kv-cache "title")'],
          sections: [{ heading: '', markdown: '[a]: own\n\n<a href="my--own">x</a>' }],
          followUps: ['[a](other--own)'],
          options: [{ letter: 'A', text: '[a](old-lora)', isRight: true }],
          related: ['lora'],
        }),
      ).sort(),
      ['kv-cache', 'lora', 'my--kv-cache', 'my--own', 'old-lora', 'other--own', 'own'],
    );
  });

  it('are left out where no question has the name, nor one that every object has', () => {
    assert.deepEqual(
      linksOf({
        shortAnswer: '[a](gone) [b](constructor) [c](lora.md) [d](https://x) [e](LORA) [f](__proto__)',
      }),
      {},
    );
  });

  it('may be as long as ids are', () => {
    const id = `${'d'.repeat(40)}--${'t'.repeat(60)}`;
    const questions = [{ ...summary, id }];
    const question = { ...summary, id: 'my--a', keyPoints: [], sections: [], followUps: [], related: [] };
    const text = `[a](${id})`;
    assert.deepEqual(findQuestionLinks({ ...question, shortAnswer: text }, { questions, formerly: {} }), {
      [id]: id,
    });
  });

  it('take no longer on a text of opening brackets', () => {
    assert.deepEqual(linksOf({ shortAnswer: ']('.repeat(200_000) + 'a-'.repeat(200_000) }), {});
  });
});

import assert from 'node:assert/strict';
import { chooseDeckId } from '../../../../src/core/decks/deckIds';

describe('the id of a deck', () => {
  for (const [name, id] of [
    ['My List', 'my-list'],
    ['my--list__2', 'my-list-2'],
    ['LLM Interview Questions (2026)', 'llm-interview-questions-2026'],
    ['注意力', 'deck'],
    ['--', 'deck'],
    ['', 'deck'],
    [`${'long-'.repeat(30)}name`, 'long-long-long-long-long-long-long-long'],
  ] as const) {
    it(`is ${id} for ${JSON.stringify(name.slice(0, 40))}`, () => {
      assert.equal(chooseDeckId(name, new Set()), id);
    });
  }

  it('is another one where it is taken', () => {
    assert.equal(chooseDeckId('List', new Set(['list', 'list-2'])), 'list-3');
    assert.equal(chooseDeckId('注意力', new Set(['deck'])), 'deck-2');
  });
});

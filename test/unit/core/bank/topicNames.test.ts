import assert from 'node:assert/strict';
import { nameTopics } from '../../../../src/core/bank/topicNames';

describe('the name of a topic', () => {
  it('has the deck behind it, and is the deck where it is its only topic', () => {
    const topics = [
      { id: 'attention', title: 'Attention', about: '' },
      { id: 'mine--1', title: 'Attention', about: '', deck: 'mine' },
      { id: 'mine--2', title: 'LoRA', about: '', deck: 'mine' },
      { id: 'team--1', title: 'General', about: '', deck: 'team' },
    ];
    const decks = [
      { id: 'mine', title: 'My list', about: '' },
      { id: 'team', title: 'The team', about: '' },
    ];
    assert.deepEqual(
      [...nameTopics({ topics, decks }).values()],
      ['Attention', 'Attention (My list)', 'LoRA (My list)', 'The team'],
    );
  });
});

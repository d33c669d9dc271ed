import assert from 'node:assert/strict';
import type { Question } from '../../../../../src/core/bank/question';
import { createDeckReader } from '../../../../../src/core/decks/readDeck';
import { describeRoundTrips } from './roundTrips';

const prompts = {
  'a prompt': { prompt: '```python\nx = 1\n```' },
  'a prompt above options': {
    prompt: 'Of $x$:\n\n- one\n- two',
    options: [
      { letter: 'A', text: 'one', isRight: true },
      { letter: 'B', text: 'two', isRight: false },
    ],
  },
};

const read = (written: string): Question => {
  // By this field a question is told from a page with a title.
  const text = written.includes('\nterms:') ? written : written.replace('\n---\n', '\nterms: []\n---\n');
  const deck = createDeckReader().read('list', 'The list', [{ path: 'tuning/what-is-lora.md', text }]);
  const [found] = deck.questions;
  assert.ok(found !== undefined, text);
  const { place, answerPlace, hasOwnId, ...question } = found;
  assert.equal(hasOwnId, true);
  assert.equal((answerPlace ?? place).file, place.file);
  // A deck of one question has none of its neighbours, by whose ids the reader knows that they are the deck's.
  const related = question.related.map((id) => (id === 'of-the-bank' ? id : `list--${id}`));
  // The topic is the folder's, which is written beside the file.
  return { ...question, related, topic: 'list--tuning' };
};

describeRoundTrips('the reader of decks', read, prompts);

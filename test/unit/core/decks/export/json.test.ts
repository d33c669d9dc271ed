import assert from 'node:assert/strict';
import { writeJson } from '../../../../../src/core/decks/export/json';
import { createRandom, repeat } from '../../../random';
import { aQuestion, nastyQuestion } from './questions';

const topics = [
  { id: 'list--tuning', title: 'Tuning', about: 'a', deck: 'list' },
  { id: 'unused', title: 'Unused', about: '' },
];
const decks = [
  { id: 'list', title: 'My list', about: '/home/me/list' },
  { id: 'other', title: 'Other' },
];

describe('questions as JSON', () => {
  it('are what went in, whatever they hold', () => {
    const random = createRandom(21);
    const questions = repeat(random, 500, 500, () => nastyQuestion(random));
    const read = JSON.parse(writeJson({ questions, topics, decks })) as { questions: unknown };
    assert.deepEqual(read.questions, questions);
  });

  it('have the topics and decks that they are in, and say nothing of places', () => {
    const question = { ...aQuestion(), place: { file: 'secret.md', line: 1, endLine: 2 } };
    const text = writeJson({ questions: [question], topics, decks });
    assert.deepEqual(JSON.parse(text), {
      format: 'llm-interview-study/questions',
      version: 1,
      decks: [{ id: 'list', title: 'My list' }],
      topics: [topics[0]],
      questions: [aQuestion()],
    });
    assert.match(text, /^\{\n {2}"format"/);
  });
});

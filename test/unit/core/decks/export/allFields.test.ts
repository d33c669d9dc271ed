import assert from 'node:assert/strict';
import type { Question } from '../../../../../src/core/bank/question';
import { writeAnki } from '../../../../../src/core/decks/export/anki';
import { writeCsv } from '../../../../../src/core/decks/export/csv';
import { writeJson } from '../../../../../src/core/decks/export/json';
import { writeQuestion } from '../../../../../src/core/decks/export/markdownFile';
import { wholeQuestion } from './questions';

const exported = {
  questions: [wholeQuestion],
  topics: [{ id: 'list--own-topic', title: 'Own topic', about: '', deck: 'list' }],
  decks: [{ id: 'list', title: 'Own deck' }],
};

const asItIs = (text: string) => text;
const textAlone = { block: asItIs, inline: asItIs, text: asItIs };
const plain = { bank: textAlone, deck: textAlone };

/** What stands for a field in a text that has it. */
const texts: Readonly<Record<keyof Question, readonly string[]>> = {
  id: ['own-id'],
  title: ['Own title?'],
  level: ['hard'],
  topic: ['Own topic'],
  deck: ['Own deck'],
  isUnanswered: ['isUnanswered'],
  terms: ['own term'],
  shortAnswer: ['Own short answer.'],
  hint: ['Own hint.'],
  keyPoints: ['own key point'],
  sections: ['Own heading', 'Own part.'],
  followUps: ['Own follow-up?'],
  related: ['own-neighbour'],
  checked: ['2026-11-22'],
  prompt: ['Own prompt.'],
  options: ['A: own option'],
};

describe('an export of a question that has all there is', () => {
  const leavesOut = (text: string, fields: readonly (keyof Question)[]) => {
    const missing = Object.entries(texts).filter(([, all]) => !all.every((each) => text.includes(each)));
    assert.deepEqual(
      missing.map(([field]) => field),
      fields,
    );
  };

  it('is all of it as JSON', () => {
    const { questions } = JSON.parse(writeJson(exported)) as { questions: unknown };
    assert.deepEqual(questions, [wholeQuestion]);
  });

  it('is all of it as CSV; what has no short answer is unanswered', () => {
    leavesOut(writeCsv(exported), ['isUnanswered']);
  });

  it('is all of it as Markdown; the folder is the topic', () => {
    leavesOut(writeQuestion(wholeQuestion), ['topic', 'deck', 'isUnanswered']);
  });

  it('is all that is learned as a card of Anki', () => {
    const { isUnanswered, ...answered } = wholeQuestion;
    assert.equal(isUnanswered, true);
    const text = writeAnki({ ...exported, questions: [answered] }, plain);
    leavesOut(text, ['isUnanswered', 'terms', 'related', 'checked']);
    assert.ok(text.indexOf('Own prompt.') < text.indexOf('A: own option'));
  });
});

import assert from 'node:assert/strict';
import type { QuestionSummary } from '../../../../src/core/bank/question';
import { answeredIds, askable } from '../../../../src/core/bank/askable';

type Given = Pick<QuestionSummary, 'id' | 'isUnanswered'>;

const answered: Given = { id: 'a' };
const unanswered: Given = { id: 'u', isUnanswered: true };

describe('what is asked of some questions', () => {
  it('is what has an answer', () => {
    assert.deepEqual(askable([unanswered, answered]), [answered]);
  });

  it('is all of them where none has an answer', () => {
    assert.deepEqual(askable([unanswered]), [unanswered]);
  });
});

describe('what is scheduled', () => {
  it('has an answer, also where nothing has one', () => {
    assert.deepEqual([answeredIds([unanswered, answered]), answeredIds([unanswered])], [['a'], []]);
  });
});

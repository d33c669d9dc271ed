import assert from 'node:assert/strict';
import { answerShapes, isAnswerState } from '../../../src/protocol/answer';
import { isSession, quizShapes } from '../../../src/protocol/quiz';

const hostile = [
  undefined,
  null,
  0,
  NaN,
  '',
  'x',
  true,
  [],
  {},
  { id: 3 },
  { __proto__: { id: 'x' } },
  () => 'x',
];

describe('what comes from a panel', () => {
  for (const [panel, shapes] of Object.entries({ answer: answerShapes, quiz: quizShapes })) {
    for (const [method, isParams] of Object.entries(shapes)) {
      it(`is refused by ${panel}.${method} when it has another shape`, () => {
        const accepted: readonly unknown[] = hostile.filter((value) => isParams(value));
        assert.deepEqual(
          accepted.filter((value) => value !== undefined && value !== null),
          [],
        );
      });
    }
  }

  it('is a state to restore only when every field fits', () => {
    const state = { id: 'a', step: 'hint', scroll: 10, back: ['b'], forward: [] };
    const wrong = { id: 1, step: 'x', scroll: -1, back: 'b', forward: [1] };
    assert.equal(isAnswerState(state), true);
    for (const [key, value] of Object.entries(wrong))
      assert.equal(isAnswerState({ ...state, [key]: value }), false);
  });

  it('is a session only when every action is one', () => {
    const graded = { type: 'graded', id: 'a', grade: 'good', ticked: [0], seconds: 1 };
    const session = (...actions: unknown[]) => ({ title: 't', ids: ['a'], actions });
    assert.equal(isSession(session(graded, { type: 'skipped', id: 'a' }, { type: 'stopped' })), true);
    for (const action of [
      null,
      {},
      { ...graded, grade: 'x' },
      { ...graded, ticked: [-1] },
      { type: 'other' },
    ]) {
      assert.equal(isSession(session(action)), false);
    }
  });
});

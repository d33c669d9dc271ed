import assert from 'node:assert/strict';
import { answerShapes, isAnswerState } from '../../../src/protocol/answer';
import { isProgressState, progressShapes } from '../../../src/protocol/progress';
import { isCardDraft, isSession, quizShapes } from '../../../src/protocol/quiz';

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
  for (const [panel, shapes] of Object.entries({
    answer: answerShapes,
    quiz: quizShapes,
    progress: progressShapes,
  })) {
    for (const [method, isParams] of Object.entries<(value: unknown) => boolean>(shapes)) {
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

  it('is a note to save only when it is short enough', () => {
    const note = (length: number) => ({ id: 'a', text: 'x'.repeat(length) });
    assert.deepEqual([note(0), note(20_000), note(20_001)].map(answerShapes.saveNote), [true, true, false]);
  });

  it('is a draft to keep, or to discard, only when every field fits', () => {
    const draft = { text: 'a', base: '', isOpen: true };
    const isKept = (given: unknown) => answerShapes.keepDraft({ id: 'a', draft: given });
    assert.deepEqual([draft, undefined].map(isKept), [true, true]);
    for (const wrong of [{ text: 1 }, { base: undefined }, { isOpen: 'yes' }])
      assert.equal(isKept({ ...draft, ...wrong }), false);
  });

  it('is a state of the progress page only when every field fits', () => {
    const state = { scroll: 10, period: 'weeks', tables: ['forecast'] };
    const wrong = { scroll: NaN, period: 'years', tables: [1] };
    assert.equal(isProgressState(state), true);
    for (const [key, value] of Object.entries(wrong))
      assert.equal(isProgressState({ ...state, [key]: value }), false);
  });

  it('is a list of questions only when every one has an id', () => {
    const list = { title: 'Due', ids: ['a', 'b'] };
    assert.equal(progressShapes.showQuestions(list), true);
    for (const wrong of [{ ids: ['a'] }, { ...list, ids: ['a', 3] }, { ...list, ids: 'a' }])
      assert.equal(progressShapes.quiz(wrong), false);
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

  it('is a link to follow only when it is as short as a path', () => {
    for (const { followLink } of [answerShapes, quizShapes]) {
      const link = (target: unknown) => followLink({ id: 'my--a', target });
      assert.deepEqual(['b.md', 'x'.repeat(1000), 'x'.repeat(1001), 7, undefined].map(link), [
        true,
        true,
        false,
        false,
        false,
      ]);
    }
  });

  it('is the draft of a card only when every field fits', () => {
    const draft = {
      id: 'a',
      attempt: 1,
      isRevealed: true,
      typed: '',
      ticked: [0],
      chosen: [1],
      seconds: 1,
      thinkingSeconds: 0,
    };
    assert.equal(isCardDraft(draft), true);
    const wrong = {
      chosen: [-1],
      ticked: ['0'],
      typed: 1,
      seconds: -1,
      attempt: 0.5,
      isRevealed: 'yes',
      id: undefined,
    };
    for (const [key, value] of [...Object.entries(wrong), ['chosen', undefined], ['chosen', '1']] as const)
      assert.equal(isCardDraft({ ...draft, [key]: value }), false, key);
  });
});

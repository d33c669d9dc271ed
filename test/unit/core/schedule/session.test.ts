import assert from 'node:assert/strict';
import { gatherScorecard } from '../../../../src/core/schedule/scorecard';
import {
  replaySession,
  withAction,
  withoutLastAction,
  type Grade,
  type Session,
} from '../../../../src/core/schedule/session';

const start = (...ids: string[]): Session => ({ title: 'test', ids, actions: [] });
const graded = (id: string, grade: Grade, seconds = 1) =>
  ({ type: 'graded', id, grade, ticked: [0], seconds }) as const;

/** Grades whatever is asked, in turn. */
function play(session: Session, ...grades: Grade[]): Session {
  return grades.reduce((played, grade) => {
    const { current } = replaySession(played);
    return current === undefined ? played : withAction(played, graded(current, grade));
  }, session);
}

const order = (session: Session) => {
  const { current, queue } = replaySession(session);
  return [current, ...queue].join(' ');
};

describe('a quiz session', () => {
  it('asks in the order of its plan', () => {
    assert.equal(order(play(start('a', 'b', 'c'), 'good')), 'b c');
  });

  it('brings a failed question back, but not within the next three', () => {
    assert.equal(order(play(start('a', 'b', 'c', 'd', 'e'), 'again')), 'b c d a e');
  });

  it('brings a failed question back last where fewer than three are left', () => {
    assert.equal(order(play(start('a', 'b'), 'again')), 'b a');
  });

  it('ends when every question was known', () => {
    assert.equal(replaySession(play(start('a', 'b'), 'good', 'again', 'hard')).current, undefined);
  });

  it('counts a question as done once, however often it was failed', () => {
    assert.equal(replaySession(play(start('a', 'b'), 'again', 'easy', 'again', 'good')).done, 2);
  });

  it('ignores an action for a question that is not asked now', () => {
    assert.equal(order(withAction(start('a', 'b'), graded('b', 'good'))), 'a b');
  });

  it('is after undo what it was before, also after the last card and after stopping', () => {
    const before = play(start('a', 'b'), 'again', 'good');
    assert.deepEqual(withoutLastAction(withAction(before, graded('a', 'good'))), before);
    assert.deepEqual(
      replaySession(withoutLastAction(withAction(before, { type: 'stopped' }))),
      replaySession(before),
    );
  });

  it('has nothing to undo at its start', () => {
    assert.deepEqual(withoutLastAction(start('a')), start('a'));
  });
});

describe('a scorecard', () => {
  it('judges a question by its first grade', () => {
    const { results, missed } = gatherScorecard(play(start('a', 'b'), 'again', 'good', 'easy'));
    assert.deepEqual(
      results.map(({ id, first, attempts }) => `${id} ${first} ${String(attempts)}`),
      ['a again 2', 'b good 1'],
    );
    assert.deepEqual(missed, ['a']);
  });

  it('names what was skipped and never answered', () => {
    const skipped = withAction(start('a', 'b'), { type: 'skipped', id: 'a' });
    assert.deepEqual(gatherScorecard(play(skipped, 'good')).skipped, ['a']);
  });

  it('adds up the seconds', () => {
    assert.equal(gatherScorecard(withAction(start('a'), graded('a', 'good', 2.5))).seconds, 2.5);
  });
});

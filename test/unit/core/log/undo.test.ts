import assert from 'node:assert/strict';
import type { EventBody, StudyEvent } from '../../../../src/core/log/event';
import { createReplay, type Replay } from '../../../../src/core/log/replay';
import { stampEvent } from '../../../../src/core/log/stampEvent';
import { lastAction, planRestore, undo } from '../../../../src/core/log/undo';
import { planImport } from '../../../../src/core/log/exportImport';
import { createRandom, pick } from '../../random';
import {
  anEvent,
  aReview,
  copyOf,
  createStamps,
  DAY,
  inventBody,
  inventEvents,
  MONDAY,
  show,
  undone,
} from './samples';

const question = 'q1';
const stamps = createStamps();

function replayOf(...events: readonly StudyEvent[]): Replay {
  const replay = createReplay();
  replay.add(events);
  return replay;
}

/** What the last action is, and the state when it is undone: `reviewed sample-a → q1 …`. */
function undoLast(replay: Replay, recent: readonly string[] = []): string {
  const action = lastAction(replay, recent);
  if (action === undefined) return 'nothing';
  replay.add([undo([action.target], stamps, replay)]);
  return `${action.type} ${action.target} → ${show(replay).join('; ')}`;
}

describe('the last action', () => {
  it('is undone, then the one before, to the first', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('b', 2, { type: 'bookmarked', question, on: true }));
    assert.deepEqual(
      [undoLast(replay), undoLast(replay), undoLast(replay)],
      ['bookmarked sample-b → q1 seen good', 'reviewed sample-a → ', 'nothing'],
    );
  });

  it('is not that an answer was shown', () => {
    assert.equal(
      undoLast(replayOf(anEvent('a', 1), anEvent('s', 2, { type: 'seen', question }))),
      'reviewed sample-a → q1 seen',
    );
  });

  it('is a batch as a whole', () => {
    const suspended = (id: string): EventBody => ({ type: 'suspended', question: id });
    const replay = replayOf(
      anEvent('a', 1),
      anEvent('b', 2, suspended('q1'), 'batch-one'),
      anEvent('c', 3, suspended('q2'), 'batch-one'),
    );
    assert.deepEqual(lastAction(replay)?.questions, ['q1', 'q2']);
    assert.equal(undoLast(replay), 'suspended batch-one → q1 seen good');
  });

  it('is this window’s own, where another device’s clock is ahead', () => {
    const ahead = anEvent('b', 600, aReview({ question: 'q2' }));
    assert.equal(
      undoLast(replayOf(ahead, anEvent('a', 1)), ['sample-a']),
      'reviewed sample-a → q2 seen good',
    );
  });

  it('is none of this window’s own that were undone already', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('b', 2), anEvent('u', 3, undone('b')));
    assert.equal(undoLast(replay, ['sample-a', 'sample-b']), 'reviewed sample-a → ');
  });

  it('is undone with a clock that was set back a day', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('u', 2, undone('a')));
    const back = createStamps(1, MONDAY - DAY);
    replay.add([undo(['sample-u'], back, replay)]);
    assert.deepEqual(show(replay), ['q1 seen good']);
  });
});

describe('an event of now', () => {
  it('counts with a clock that was set back a day', () => {
    const back = createStamps(1, MONDAY - DAY);
    const bodies: EventBody[] = [
      { type: 'bookmarked', question, on: false },
      { type: 'noted', question, text: 'new' },
      { type: 'resumed', question },
    ];
    const replay = replayOf(
      anEvent('a', 1, { type: 'bookmarked', question, on: true }),
      anEvent('b', 2, { type: 'noted', question, text: 'old' }),
      anEvent('c', 3, { type: 'suspended', question }),
    );
    for (const body of bodies) replay.add([stampEvent(body, back, replay)]);
    assert.deepEqual(show(replay), ['q1 "new"']);
  });

  it('is a review of a question that was reset before, with a clock that was set back', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('r', 2, { type: 'reset', question }));
    replay.add([stampEvent(aReview({ grade: 'hard' }), createStamps(1, MONDAY - DAY), replay)]);
    assert.deepEqual(show(replay), ['q1 seen good|hard']);
  });

  it('has the time of the clock, and an id that sorts behind earlier ones', () => {
    const [stamps, replay] = [createStamps(), createReplay()];
    const events = Array.from({ length: 50 }, () => stampEvent(aReview(), stamps, replay));
    const ids = events.map(({ id }) => id);
    assert.deepEqual([[...ids].sort(), new Set(ids).size], [ids, 50]);
    assert.equal(events[0]?.at, '2026-12-23T16:01:00.000Z');
  });
});

describe('undo', () => {
  it('of any last action leads to the state before it', () => {
    const random = createRandom(20261205);
    for (let round = 0; round < 300; round++) {
      const [stamps, replay] = [createStamps(round), replayOf(...inventEvents(random))];
      const before = copyOf(replay.state);
      const added = act(random, replay, stamps);
      if (added.length === 0) continue;
      const action = lastAction(replay);
      assert.ok(action);
      replay.add([undo([action.target], stamps, replay)]);
      assert.deepEqual(copyOf(replay.state), before);
      replay.add([
        undo(
          [...replay.ledger.undones.values()].slice(-1).map(({ event }) => event),
          stamps,
          replay,
        ),
      ]);
      assert.deepEqual(copyOf(replay.state), copyOf(after(replay, added)));
    }
  });

  it('of everything leads to nothing but answers that were shown', () => {
    const random = createRandom(20261206);
    for (let round = 0; round < 100; round++) {
      const [stamps, replay] = [createStamps(round), createReplay()];
      for (let step = 0; step < 10; step++) act(random, replay, stamps);
      for (let action = lastAction(replay); action !== undefined; action = lastAction(replay)) {
        replay.add([undo([action.target], stamps, replay)]);
      }
      assert.deepEqual(
        show(replay).filter((line) => !line.endsWith(' seen')),
        [],
      );
    }
  });
});

/** Does something, as a person would: a single thing, an import or a restoring. */
function act(
  random: () => number,
  replay: Replay,
  stamps: ReturnType<typeof createStamps>,
): readonly StudyEvent[] {
  const other = inventEvents(random).map((event) => ({
    ...event,
    id: event.id.replace('sample', pick(random, ['sample', 'import'])),
  }));
  const events = pick<() => readonly StudyEvent[]>(random, [
    () => {
      const body = inventBody(random);
      return body.type === 'undone' || body.type === 'seen' ? [] : [stampEvent(body, stamps, replay)];
    },
    () =>
      planImport(
        other.filter(({ id }) => !replay.has(id)),
        stamps,
        replay,
      ).events,
    () =>
      planRestore(
        other.filter(({ id }) => !replay.has(id)),
        stamps,
        replay,
      ),
  ])();
  replay.add(events);
  return events;
}

function after(replay: Replay, added: readonly StudyEvent[]) {
  assert.ok(added.every(({ id }) => replay.has(id)));
  return replay.state;
}

describe('restoring a back-up', () => {
  it('leads to the state of the back-up, and undoing it back to the state before', () => {
    const random = createRandom(20261207);
    for (let round = 0; round < 300; round++) {
      const backup = inventEvents(random).map((event) => ({ ...event, id: `${event.id}-b` }));
      const since = inventEvents(random);
      const lost = new Set(backup.flatMap(({ id }) => (random() < 0.2 ? [id] : [])));
      const [stamps, replay] = [
        createStamps(round),
        replayOf(...backup.filter((event) => !lost.has(event.id)), ...since),
      ];
      const before = copyOf(replay.state);
      const added = planRestore(backup, stamps, replay);
      replay.add(added);
      assert.deepEqual(copyOf(replay.state), copyOf(replayOf(...backup).state));
      if (added.length === 0) continue;
      const action = lastAction(replay);
      assert.equal(action?.type, 'restore');
      replay.add([undo([action.target], stamps, replay)]);
      assert.deepEqual(copyOf(replay.state), before);
    }
  });

  it('adds nothing when the log is the back-up', () => {
    const events = [anEvent('a', 1), anEvent('u', 2, undone('a'))];
    assert.deepEqual(planRestore(events, createStamps(), replayOf(...events)), []);
  });

  it('is one event when the log has lost nothing', () => {
    const events = [anEvent('a', 1), anEvent('b', 2), anEvent('u', 3, undone('a'))];
    const [restored, ...rest] = planRestore(events.slice(0, 1), createStamps(), replayOf(...events));
    assert.deepEqual(
      [restored?.type === 'undone' ? restored.targets : [], rest],
      [['sample-b', 'sample-u'], []],
    );
  });
});

import assert from 'node:assert/strict';
import type { StudyEvent } from '../../../../src/core/log/event';
import { createReplay, replayEvents } from '../../../../src/core/log/replay';
import { shuffle } from '../../../../src/core/util/shuffle';
import { createRandom } from '../../random';
import { replayNaively } from './naiveReplay';
import { anEvent, aReview, copyOf, inventEvents, show, undone } from './samples';

const question = 'q1';
const stateOf = (...events: readonly StudyEvent[]) => show({ state: replayEvents(events) });
const again = aReview({ grade: 'again' });

describe('the state of a question', () => {
  const facts: readonly (readonly [fact: string, events: readonly StudyEvent[], ...expected: string[]])[] = [
    ['has its reviews, oldest first', [anEvent('b', 2), anEvent('a', 1, again)], 'q1 seen again,good'],
    [
      'orders reviews of one time by their ids',
      [anEvent('b', 1), anEvent('a', 1, again)],
      'q1 seen again,good',
    ],
    ['has a review once, however often it is there', [anEvent('a', 1), anEvent('a', 1)], 'q1 seen good'],
    ['is seen when its answer was', [anEvent('a', 1, { type: 'seen', question })], 'q1 seen'],
    [
      'is new again after a reset, and remembers what was before',
      [anEvent('a', 1), anEvent('r', 2, { type: 'reset', question }), anEvent('b', 3, again)],
      'q1 seen good|again',
    ],
    ['is unseen after a reset', [anEvent('a', 1), anEvent('r', 2, { type: 'reset', question })], 'q1 good|'],
    [
      'is what was set last',
      [
        anEvent('b', 2, { type: 'bookmarked', question, on: false }),
        anEvent('a', 1, { type: 'bookmarked', question, on: true }),
        anEvent('d', 4, { type: 'noted', question, text: 'new' }),
        anEvent('c', 3, { type: 'noted', question, text: 'old' }),
      ],
      'q1 "new"',
    ],
    [
      'has no note when the last one is empty',
      [anEvent('a', 1, { type: 'noted', question, text: '' })],
      'q1',
    ],
    [
      'is asked again when it is resumed, suspended or set aside before',
      [
        anEvent('a', 1, { type: 'suspended', question }),
        anEvent('b', 2, { type: 'buried', question, until: '2026-11-24' }),
        anEvent('c', 3, { type: 'resumed', question }),
      ],
      'q1',
    ],
    [
      'is suspended and set aside until it is resumed',
      [
        anEvent('c', 3, { type: 'suspended', question }),
        anEvent('b', 2, { type: 'buried', question, until: '2026-11-24' }),
        anEvent('a', 1, { type: 'resumed', question }),
      ],
      'q1 suspended until 2026-11-24',
    ],
    ['is none when all of it was undone', [anEvent('a', 1), anEvent('u', 2, undone('a'))]],
    [
      'is what it was when an undo is undone',
      [anEvent('a', 1), anEvent('u', 2, undone('a')), anEvent('v', 3, undone('u'))],
      'q1 seen good',
    ],
    [
      'lacks what was undone by a clock that was behind',
      [anEvent('a', 5), anEvent('b', 1, again), anEvent('u', 2, undone('a'))],
      'q1 seen again',
    ],
    [
      'lacks what an undo would have hidden that a later one takes back, only as long as that one counts',
      [
        anEvent('a', 1),
        anEvent('u', 2, undone('a')),
        anEvent('v', 3, undone('u')),
        anEvent('w', 4, undone('v')),
      ],
    ],
    [
      'is not changed by an undo of what comes later: of two that name each other, the later one counts',
      [anEvent('a', 1), anEvent('u', 2, undone('a', 'v')), anEvent('v', 3, undone('u'))],
      'q1 seen good',
    ],
    [
      'lacks a whole batch that was undone',
      [anEvent('a', 1, aReview(), 'batch-one'), anEvent('b', 2, again), anEvent('u', 3, undone('batch-one'))],
      'q1 seen again',
    ],
    [
      'lacks an event of which any copy is in a batch that was undone',
      [anEvent('a', 1), anEvent('a', 1, aReview(), 'batch-one'), anEvent('u', 3, undone('batch-one'))],
    ],
    [
      'has of two events with one id the one that sorts first',
      [anEvent('a', 2), anEvent('a', 1, again)],
      'q1 seen again',
    ],
  ];

  for (const [fact, events, ...expected] of facts) {
    it(fact, () => {
      assert.deepEqual(stateOf(...events), expected);
      assert.deepEqual(stateOf(...[...events].reverse()), expected);
    });
  }
});

describe('a replay', () => {
  it('names the ids under which events differ, and not those with copies', () => {
    const replay = createReplay();
    replay.add([anEvent('a', 1), anEvent('a', 2), anEvent('b', 1), anEvent('b', 1, aReview(), 'batch-one')]);
    assert.deepEqual([...replay.conflicts], ['sample-a']);
  });

  it('says which questions an event may have changed', () => {
    const replay = createReplay();
    const added = replay.add([anEvent('a', 1), anEvent('b', 2, aReview({ question: 'q2' }))]);
    assert.deepEqual(
      [added, replay.add([anEvent('u', 3, undone('b'))]), replay.add([anEvent('a', 1)])],
      [['q1', 'q2'], ['q2'], []],
    );
  });

  it('leaves a state that was given out as it was', () => {
    const replay = createReplay();
    replay.add([anEvent('a', 1)]);
    const before = replay.state.questions.get('q1')?.reviews;
    replay.add([anEvent('b', 2)]);
    assert.equal(before?.length, 1);
  });

  it('comes to what the rules say, for any set of events', () => {
    const random = createRandom(20261123);
    for (let round = 0; round < 500; round++) {
      const events = inventEvents(random);
      assert.deepEqual(replayEvents(events), replayNaively(events), JSON.stringify(events));
    }
  });

  it('comes to the same state in any order, with any copies, at once or event by event', () => {
    const random = createRandom(20261124);
    for (let round = 0; round < 300; round++) {
      const events = inventEvents(random);
      const others = shuffle([...events, ...events.filter(() => random() < 0.3)], random);
      const [whole, grown] = [createReplay(), createReplay()];
      whole.add(events);
      for (const event of others) grown.add([event]);
      assert.deepEqual([grown.state, new Set(grown.conflicts)], [whole.state, new Set(whole.conflicts)]);
    }
  });

  it('names every question that an event changes', () => {
    const random = createRandom(20261125);
    for (let round = 0; round < 100; round++) {
      const replay = createReplay();
      for (const event of inventEvents(random)) {
        const before = copyOf(replay.state);
        for (const id of replay.add([event])) before.delete(id);
        for (const [id, state] of before) assert.equal(replay.state.questions.get(id), state);
      }
    }
  });
});

import assert from 'node:assert/strict';
import type { StudyEvent } from '../../../../src/core/log/event';
import { encodeExport, parseExport, planImport } from '../../../../src/core/log/exportImport';
import { createReplay, type Replay } from '../../../../src/core/log/replay';
import { lastAction, undo } from '../../../../src/core/log/undo';
import { createRandom } from '../../random';
import { anEvent, aReview, copyOf, createStamps, inventEvents, MONDAY, show, undone } from './samples';

const stamps = createStamps();

function replayOf(...events: readonly StudyEvent[]): Replay {
  const replay = createReplay();
  replay.add(events);
  return replay;
}

/** Imports what the text of an export holds; gives how many events were appended. */
function importText(text: string, replay: Replay): number {
  const parsed = parseExport(text);
  assert.ok('events' in parsed, JSON.stringify(parsed));
  const { events } = planImport(parsed.events, stamps, replay);
  replay.add(events);
  return events.length;
}

const faultsOf = (text: string) => {
  const parsed = parseExport(text);
  return 'faults' in parsed ? parsed.faults : [];
};

describe('an export', () => {
  it('is JSON with an event a line, in order', () => {
    assert.equal(
      encodeExport([anEvent('b', 2, { type: 'seen', question: 'q' }), anEvent('a', 1, undone('b'))], MONDAY),
      `{
  "format": "llm-study-log",
  "version": 1,
  "exported": "2026-11-23T16:00:00.000Z",
  "events": [
    {"v":1,"id":"sample-a","at":"2026-11-23T16:01:00.000Z","type":"undone","targets":["sample-b"]},
    {"v":1,"id":"sample-b","at":"2026-11-23T16:02:00.000Z","type":"seen","question":"q"}
  ]
}
`,
    );
  });

  it('of nothing has no events', () =>
    assert.deepEqual(parseExport(encodeExport([], MONDAY)), { events: [] }));

  it('keeps the fields that this version does not know', () => {
    const event = { ...anEvent('a', 1), mood: 'fine' };
    assert.deepEqual(parseExport(encodeExport([event], MONDAY)), { events: [event] });
  });
});

describe('a file to import', () => {
  const text = encodeExport([anEvent('a', 1), anEvent('b', 2)], MONDAY);
  const wrong: readonly (readonly [fact: string, text: string, ...faults: string[]])[] = [
    ['must be JSON', 'Q: what?', 'it is not a JSON object'],
    ['must be an export', '{"cards":[]}', '"format" must be "llm-study-log"'],
    [
      'must not be of a newer version',
      text.replace('"version": 1', '"version": 2'),
      'it was written by a newer version: "version" is 2, not 1',
    ],
    ['must have events', text.replace('"events"', '"others"'), '"events" must be a list'],
    [
      'is refused with every fault that it has',
      text.replaceAll('"good"', '"fair"'),
      'events[0]: "grade" must be one of again, hard, good, easy',
      'events[1]: "grade" must be one of again, hard, good, easy',
    ],
  ];

  for (const [fact, given, ...faults] of wrong) it(fact, () => assert.deepEqual(faultsOf(given), faults));

  it('is refused with no more than twenty faults by name', () => {
    const many = encodeExport(
      Array.from({ length: 30 }, (_, number) => anEvent(`a${number}`, 1)),
      MONDAY,
    );
    assert.deepEqual(faultsOf(many.replaceAll('"good"', '"fair"')).slice(20), ['and 10 more']);
  });
});

describe('an import', () => {
  it('adds what is new, in one batch', () => {
    const { events, added } = planImport(
      [anEvent('a', 1), anEvent('b', 2)],
      stamps,
      replayOf(anEvent('a', 1)),
    );
    assert.deepEqual([events.map(({ type }) => type), added], [['reviewed', 'undone'], 1]);
    assert.equal(new Set(events.map(({ batch }) => batch)).size, 1);
  });

  it('counts what the log has otherwise, and leaves it as it is', () => {
    const { events, differing } = planImport([anEvent('a', 2)], stamps, replayOf(anEvent('a', 1)));
    assert.deepEqual([events, differing], [[], 1]);
  });

  it('brings back what was imported before and undone', () => {
    const [text, replay] = [encodeExport([anEvent('a', 1)], MONDAY), createReplay()];
    importText(text, replay);
    replay.add([undo([lastAction(replay)?.target ?? ''], stamps, replay)]);
    const undoneState = show(replay);
    importText(text, replay);
    assert.deepEqual([undoneState, show(replay), lastAction(replay)?.type], [[], ['q1 seen good'], 'import']);
  });

  it('does not bring back what was undone by itself', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('u', 2, undone('a')));
    importText(encodeExport([anEvent('a', 1)], MONDAY), replay);
    assert.deepEqual(show(replay), []);
  });

  it('takes back what the file takes back with a batch that only the file knows of', () => {
    const replay = replayOf(anEvent('a', 1), anEvent('b', 2, aReview({ grade: 'easy' })));
    const file = [anEvent('a', 1, aReview(), 'batch-one'), anEvent('u', 3, undone('batch-one'))];
    importText(encodeExport(file, MONDAY), replay);
    assert.deepEqual(show(replay), ['q1 seen easy']);
  });

  it('is the last action, however old its events are', () => {
    const replay = replayOf(anEvent('b', 5));
    importText(encodeExport([anEvent('a', 1, aReview({ grade: 'easy' }))], MONDAY), replay);
    assert.equal(lastAction(replay)?.type, 'import');
  });

  it('into an empty log leads to the same state, and a second time to nothing more', () => {
    const random = createRandom(20261208);
    for (let round = 0; round < 200; round++) {
      const events = inventEvents(random);
      const [text, replay] = [encodeExport(events, MONDAY), createReplay()];
      importText(text, replay);
      // Of events that share an id, the first to come is in the log.
      assert.deepEqual(copyOf(replay.state), copyOf(replayOf(...events).state), text);
      assert.equal(importText(text, replay), 0);
    }
  });

  it('of one log into another leads to the state of both together', () => {
    const random = createRandom(20261209);
    for (let round = 0; round < 200; round++) {
      const [mine, others] = [
        inventEvents(random),
        inventEvents(random).map((event) => ({ ...event, id: `${event.id}-o` })),
      ];
      const replay = replayOf(...mine);
      importText(encodeExport([...mine, ...others], MONDAY), replay);
      assert.deepEqual(copyOf(replay.state), copyOf(replayOf(...mine, ...others).state));
    }
  });
});

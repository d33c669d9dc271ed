import assert from 'node:assert/strict';
import { encodeAscii } from '../../../../src/core/log/ascii';
import { checksumOfBytes } from '../../../../src/core/log/checksum';
import { createReplay } from '../../../../src/core/log/replay';
import { decodeSnapshot, encodeSnapshot } from '../../../../src/core/log/snapshot';
import { lastAction } from '../../../../src/core/log/undo';
import { createRandom } from '../../random';
import { anEvent, inventEvents } from './samples';

function snapshotOf(events: Parameters<ReturnType<typeof createReplay>['add']>[0]) {
  const replay = createReplay();
  replay.add(events);
  return { replay, text: encodeSnapshot(replay, { covered: [], setAside: [] }) };
}

function open(text: string) {
  const snapshot = decodeSnapshot(encodeAscii(text));
  assert.ok(snapshot);
  return createReplay(snapshot.state);
}

describe('a snapshot', () => {
  it('leads to the state that was kept, and from there on to the same as the log', () => {
    const random = createRandom(20261130);
    for (let round = 0; round < 300; round++) {
      const [first, later] = [inventEvents(random), inventEvents(random, 10)];
      const { replay, text } = snapshotOf(first);
      const opened = open(text);
      assert.deepEqual([opened.state, lastAction(opened)], [replay.state, lastAction(replay)]);
      opened.add(later);
      replay.add(later);
      assert.deepEqual([opened.state, opened.conflicts], [replay.state, replay.conflicts]);
    }
  });

  it('is none when any character of it was changed, or it was cut short', () => {
    const { text } = snapshotOf([anEvent('a', 1), anEvent('b', 2)]);
    const spoilt = Array.from(text.trimEnd(), (character, at) => [
      text.slice(0, at),
      text.slice(0, at) + (character === '7' ? '8' : '7') + text.slice(at + 1),
    ]).flat();
    assert.deepEqual(
      spoilt.filter((each) => decodeSnapshot(encodeAscii(each)) !== undefined),
      [],
    );
  });

  it('of another form is none', () => {
    const json = '{"form":1}\n\n\n';
    const checksum = checksumOfBytes(encodeAscii(json), json.length);
    assert.equal(decodeSnapshot(encodeAscii(`${json}${checksum}\n`)), undefined);
  });
});

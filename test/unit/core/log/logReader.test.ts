import assert from 'node:assert/strict';
import { encodeAscii } from '../../../../src/core/log/ascii';
import type { StudyEvent } from '../../../../src/core/log/event';
import { openLog, type LogFiles } from '../../../../src/core/log/logReader';
import { encodeEvents } from '../../../../src/core/log/logText';
import { createMemoryStore, type MemoryFolder } from '../../../../src/core/log/memoryStore';
import { replayEvents } from '../../../../src/core/log/replay';
import { createRandom, pick } from '../../random';
import { anEvent, aReview, inventEvents, show } from './samples';

/** A folder of files, and the names of those that were read. */
function aFolder(...files: readonly (readonly [name: string, ...events: StudyEvent[]])[]) {
  const folder: MemoryFolder = new Map(files.map(([name, ...events]) => [name, encodeEvents(events)]));
  const store = createMemoryStore(folder, 'own.jsonl');
  const read: string[] = [];
  const logFiles: LogFiles = {
    list: store.list,
    read: (name) => {
      read.push(name);
      return store.read(name);
    },
  };
  return { folder, logFiles, read };
}

const other = aReview({ question: 'q2', grade: 'again' });

describe('a log that was opened', () => {
  it('has the events of all files, and says where lines are that are none', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)], ['b.jsonl', anEvent('b', 2, other)]);
    folder.set('b.jsonl', `${folder.get('b.jsonl') ?? ''}damaged\n{"v":1,`);
    const reader = await openLog(logFiles);
    assert.deepEqual(show(reader.replay), ['q1 seen good', 'q2 seen again']);
    assert.deepEqual(reader.listSetAside(), [
      { file: 'b.jsonl', line: 2, text: 'damaged', reason: 'damaged' },
      { file: 'b.jsonl', line: 3, text: '{"v":1,', reason: 'torn' },
    ]);
  });

  it('takes in what is added, and says which questions that may have changed', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)]);
    const reader = await openLog(logFiles);
    folder.set('b.jsonl', encodeEvents([anEvent('b', 2, other)]));
    assert.deepEqual(
      [await reader.refresh(), show(reader.replay)],
      [['q2'], ['q1 seen good', 'q2 seen again']],
    );
  });

  it('reads a line whose end is yet to come when it is there', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)]);
    const [text, added] = [folder.get('a.jsonl') ?? '', encodeEvents([anEvent('b', 2, other)])];
    folder.set('a.jsonl', text + added.slice(0, 50));
    const reader = await openLog(logFiles);
    const torn = reader.listSetAside().map(({ reason }) => reason);
    folder.set('a.jsonl', text + added);
    assert.deepEqual([torn, await reader.refresh(), reader.listSetAside()], [['torn'], ['q2'], []]);
  });

  it('goes on counting lines where it was', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1), anEvent('b', 2)]);
    const reader = await openLog(logFiles);
    folder.set('a.jsonl', `${folder.get('a.jsonl') ?? ''}damaged\n`);
    await reader.refresh();
    assert.deepEqual(
      reader.listSetAside().map(({ line }) => line),
      [3],
    );
  });

  it('keeps what it has when a file was folded into another one', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)]);
    const reader = await openLog(logFiles);
    folder.set('month.jsonl', folder.get('a.jsonl') ?? '');
    folder.delete('a.jsonl');
    assert.deepEqual([await reader.refresh(), show(reader.replay)], [[], ['q1 seen good']]);
  });

  it('reads a file again in which lines were put between others', async () => {
    const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1), anEvent('c', 3)]);
    const reader = await openLog(logFiles);
    folder.set(
      'a.jsonl',
      encodeEvents([anEvent('a', 1), anEvent('b', 2, aReview({ grade: 'hard' })), anEvent('c', 3)]),
    );
    await reader.refresh();
    assert.deepEqual(show(reader.replay), ['q1 seen good,hard,good']);
  });
});

describe('a log that was opened with a snapshot', () => {
  const aSnapshot = async (logFiles: LogFiles) => encodeAscii((await openLog(logFiles)).encodeSnapshot());
  const openWith = (logFiles: LogFiles, snapshot: Uint8Array) => openLog(logFiles, Promise.resolve(snapshot));

  it('reads no file that is the same', async () => {
    const { logFiles, read } = aFolder(['a.jsonl', anEvent('a', 1)]);
    const snapshot = await aSnapshot(logFiles);
    read.length = 0;
    assert.deepEqual([show((await openWith(logFiles, snapshot)).replay), read], [['q1 seen good'], []]);
  });

  it('reads a file that has grown', async () => {
    const { folder, logFiles, read } = aFolder(['a.jsonl', anEvent('a', 1)], ['b.jsonl', anEvent('b', 2)]);
    const snapshot = await aSnapshot(logFiles);
    folder.set('b.jsonl', encodeEvents([anEvent('b', 2), anEvent('c', 3, other)]));
    read.length = 0;
    const { replay } = await openWith(logFiles, snapshot);
    assert.deepEqual([show(replay), read], [['q1 seen good,good', 'q2 seen again'], ['b.jsonl']]);
  });

  it('reads the whole log where a file has gone, or was changed otherwise than by growing', async () => {
    for (const change of [
      (folder: MemoryFolder) => folder.delete('b.jsonl'),
      (folder: MemoryFolder) => folder.set('b.jsonl', ''),
      (folder: MemoryFolder) =>
        folder.set('b.jsonl', encodeEvents([anEvent('x', 2), anEvent('b', 2)]).slice(0, 40)),
    ]) {
      const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)], ['b.jsonl', anEvent('b', 2, other)]);
      const snapshot = await aSnapshot(logFiles);
      change(folder);
      assert.deepEqual(show((await openWith(logFiles, snapshot)).replay), ['q1 seen good']);
    }
  });

  it('reads the whole log where the snapshot is damaged', async () => {
    const { logFiles } = aFolder(['a.jsonl', anEvent('a', 1)]);
    assert.deepEqual(show((await openWith(logFiles, new Uint8Array())).replay), ['q1 seen good']);
  });

  it('misses nothing when files change, and another window keeps a snapshot, while it lists them', async () => {
    const grown = encodeEvents([anEvent('a', 1), anEvent('c', 3, other)]);
    for (const change of [
      (folder: MemoryFolder) => folder.set('a.jsonl', grown),
      (folder: MemoryFolder) => folder.set('c.jsonl', grown),
      (folder: MemoryFolder) => folder.set('month.jsonl', grown).delete('a.jsonl'),
    ]) {
      const { folder, logFiles } = aFolder(['a.jsonl', anEvent('a', 1)]);
      const later = Promise.resolve().then(() => {
        change(folder);
        return aSnapshot(logFiles);
      });
      const reader = await openLog(logFiles, later);
      await reader.refresh();
      assert.deepEqual(show(reader.replay), ['q1 seen good', 'q2 seen again']);
    }
  });

  it('comes to the state of the log, however it has grown since and wherever writes ended', async () => {
    const random = createRandom(20261204);
    for (let round = 0; round < 200; round++) {
      const folder: MemoryFolder = new Map();
      const store = createMemoryStore(folder, 'own.jsonl');
      const grow = () => {
        const name = pick(random, ['a.jsonl', 'b.jsonl', 'c.jsonl']);
        const text = encodeEvents(inventEvents(random, 10));
        folder.set(name, (folder.get(name) ?? '') + (random() < 0.3 ? text.slice(0, -5) : text));
      };
      grow();
      const reader = await openLog(store);
      const snapshot = encodeAscii(reader.encodeSnapshot());
      for (let step = 0; step < 4; step++) grow();
      await reader.refresh();
      const [whole, quick] = [await openLog(store), await openWith(store, snapshot)];
      assert.deepEqual([quick.replay.state, reader.replay.state], [whole.replay.state, whole.replay.state]);
      assert.deepEqual(linesOf(quick), linesOf(whole));
      assert.deepEqual(linesOf(reader), linesOf(whole));
    }
  });

  const linesOf = (reader: Awaited<ReturnType<typeof openLog>>) =>
    reader
      .listSetAside()
      .map(({ file, line, text }) => `${file}:${line} ${text}`)
      .sort();

  it('is the state of no events for an empty folder', async () => {
    const { logFiles } = aFolder();
    assert.deepEqual((await openLog(logFiles)).replay.state, replayEvents([]));
  });
});

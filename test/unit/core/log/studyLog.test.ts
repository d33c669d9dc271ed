import assert from 'node:assert/strict';
import { encodeAscii } from '../../../../src/core/log/ascii';
import { encodeEvents } from '../../../../src/core/log/logText';
import { createMemoryStore, type MemoryFolder } from '../../../../src/core/log/memoryStore';
import { createStudyLog } from '../../../../src/core/log/studyLog';
import { anEvent, aReview, show } from './samples';

/** Two windows on one folder, and what each was told has changed. */
function twoWindows(folder: MemoryFolder = new Map()) {
  return ['first.jsonl', 'second.jsonl'].map((name) => {
    const log = createStudyLog(createMemoryStore(folder, name));
    const heard: string[] = [];
    const stop = log.onDidChange((questions) => heard.push(...questions));
    return { log, heard, stop };
  }) as [Window, Window];
}

interface Window {
  readonly log: ReturnType<typeof createStudyLog>;
  readonly heard: string[];
  readonly stop: () => void;
}

const other = aReview({ question: 'q2' });

describe('a study log', () => {
  it('has what was appended, and says so', async () => {
    const [{ log, heard }] = twoWindows();
    await log.append([anEvent('a', 1)]);
    assert.deepEqual([show((await log.load()).replay), heard], [['q1 seen good'], ['q1']]);
  });

  it('has after a refresh what another window has appended, and the other way round', async () => {
    const [first, second] = twoWindows();
    await Promise.all([first.log.load(), second.log.load()]);
    await Promise.all([first.log.append([anEvent('a', 1)]), second.log.append([anEvent('b', 2, other)])]);
    await Promise.all([first.log.refresh(), second.log.refresh()]);
    const states = await Promise.all([first, second].map(async ({ log }) => show((await log.load()).replay)));
    assert.deepEqual(states, [
      ['q1 seen good', 'q2 seen good'],
      ['q1 seen good', 'q2 seen good'],
    ]);
    assert.deepEqual(
      [first.heard, second.heard].map((heard) => [...new Set(heard)].sort()),
      [
        ['q1', 'q2'],
        ['q1', 'q2'],
      ],
    );
  });

  it('is read-only when a newer version has written to it', async () => {
    const [{ log, heard }] = twoWindows(new Map([['newer.jsonl', '{"v":2}\n']]));
    assert.equal((await log.load()).isReadOnly, true);
    await assert.rejects(log.append([anEvent('a', 1)]), /A newer version/);
    assert.deepEqual([show((await log.load()).replay), heard], [[], []]);
  });

  it('has nothing of what could not be kept', async () => {
    const store = createMemoryStore(new Map(), 'own.jsonl');
    const log = createStudyLog({ ...store, append: () => Promise.reject(new Error('disk full')) });
    await assert.rejects(log.append([anEvent('a', 1)]), /disk full/);
    assert.deepEqual(show((await log.load()).replay), []);
  });

  it('can be opened again when it could not be read', async () => {
    const folder: MemoryFolder = new Map([['a.jsonl', encodeEvents([anEvent('a', 1)])]]);
    const store = createMemoryStore(folder, 'own.jsonl');
    let isThere = false;
    const list = () => (isThere ? store.list() : Promise.reject(new Error('no such folder')));
    const log = createStudyLog({ ...store, list });
    await assert.rejects(log.load(), /no such folder/);
    isThere = true;
    assert.deepEqual(show((await log.load()).replay), ['q1 seen good']);
  });

  it('starts from the snapshot that was kept', async () => {
    const folder: MemoryFolder = new Map([['a.jsonl', encodeEvents([anEvent('a', 1)])]]);
    const snapshot = await createStudyLog(createMemoryStore(folder, 'own.jsonl')).encodeSnapshot();
    const store = createMemoryStore(folder, 'own.jsonl', encodeAscii(snapshot));
    const log = createStudyLog({ ...store, read: () => Promise.reject(new Error('must not be read')) });
    assert.deepEqual(show((await log.load()).replay), ['q1 seen good']);
  });

  it('gives all events, with the fields that it does not know', async () => {
    const [{ log }] = twoWindows();
    const events = [{ ...anEvent('a', 1), mood: 'fine' }, anEvent('b', 2)];
    await log.append(events);
    assert.deepEqual(await log.readEvents(), events);
  });

  it('tells nobody who has stopped listening', async () => {
    const [{ log, heard, stop }] = twoWindows();
    stop();
    await log.append([anEvent('a', 1)]);
    assert.deepEqual(heard, []);
  });
});

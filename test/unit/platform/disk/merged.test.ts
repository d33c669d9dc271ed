import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StudyEvent } from '../../../../src/core/log/event';
import { encodeEvents } from '../../../../src/core/log/logText';
import { replayEvents } from '../../../../src/core/log/replay';
import { closeDiskLogs, openDiskLog } from '../../../support/diskStore';
import { aReview, anEvent, undone } from '../../core/log/samples';

const base = [anEvent('a', 1), anEvent('b', 2, aReview({ question: 'q2' }))];
const mine = [anEvent('c', 3, { type: 'suspended', question: 'q1' }), anEvent('d', 4, undone('b'))];
const theirs = [anEvent('e', 5, aReview({ grade: 'again' })), anEvent('f', 6, undone('d'))];
const file = 'laptop-2026-11.jsonl';

describe('a real `git merge` of two logs that have diverged', () => {
  let folder: string;
  const git = (...args: readonly string[]) => {
    const identity = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.org'];
    return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' });
  };
  const commit = (name: string, events: readonly StudyEvent[]) => {
    appendFileSync(path.join(folder, name), encodeEvents(events));
    git('add', '.');
    git('commit', '-q', '-m', 'study');
  };
  /** What git says of the merge: 0 is well, 1 is a conflict. */
  const merge = (mineIn: string, theirsIn: string) => {
    commit(file, base);
    git('checkout', '-q', '-b', 'theirs');
    commit(theirsIn, theirs);
    git('checkout', '-q', 'mine');
    commit(mineIn, mine);
    const options = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.org'];
    return spawnSync('git', ['-C', folder, ...options, 'merge', '-q', '-m', 'both', 'theirs']).status;
  };
  const assertHasAll = async () => {
    const { replay, setAside } = await openDiskLog(folder, 'own.jsonl').log.load();
    assert.deepEqual(replay.state, replayEvents([...base, ...mine, ...theirs]));
    return setAside.map(({ reason }) => reason);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'merged-'));
    git('init', '-q', '-b', 'mine');
  });
  afterEach(async () => {
    await closeDiskLogs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('of different files has the events of both', async () => {
    assert.equal(merge('mine.jsonl', 'theirs.jsonl'), 0);
    assert.deepEqual(await assertHasAll(), []);
  });

  it('of one file has them, too, around the marks of the conflict', async () => {
    assert.equal(merge(file, file), 1);
    assert.match(readFileSync(path.join(folder, file), 'utf8'), /^<<<<<<< /m);
    assert.deepEqual(new Set(await assertHasAll()), new Set(['conflict marker']));
  });

  it('of one file has no marks where the attributes ask for a union', async () => {
    writeFileSync(path.join(folder, '.gitattributes'), '*.jsonl merge=union\n');
    assert.equal(merge(file, file), 0);
    assert.deepEqual(await assertHasAll(), []);
  });
});

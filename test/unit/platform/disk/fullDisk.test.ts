import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeEvents, parseLogText } from '../../../../src/core/log/logText';
import { closeDiskLogs, openDiskLog } from '../../../support/diskStore';
import { inCheckout } from '../../../support/paths';
import { anEvent } from '../../core/log/samples';

const ownFile = 'own.jsonl';
const [a, b] = [anEvent('a', 1), anEvent('b', 2)];

describe('a place that fails', () => {
  let place: string;
  const folder = () => path.join(place, 'log');
  const textOf = (name = ownFile) => readFileSync(path.join(folder(), name), 'utf8');

  beforeEach(() => (place = mkdtempSync(path.join(tmpdir(), 'failing-'))));
  afterEach(async () => {
    await closeDiskLogs();
    rmSync(place, { recursive: true, force: true });
  });

  /** A window that may write files of no more than some blocks, after which the disk is full for it. */
  const writeUntilFull = () => {
    const writer = `"${process.execPath}" "${inCheckout('out/test/support/logWriter.js')}" "${folder()}" ${ownFile}`;
    return spawnSync('bash', ['-c', `ulimit -f 3; exec ${writer}`], { encoding: 'utf8' });
  };

  it('keeps all that was kept when the disk is full, without half a line, and says so', () => {
    const { stdout, stderr, status } = writeUntilFull();
    const acknowledged = stdout.split('\n').filter((line) => line !== '' && line !== 'ready');
    assert.equal(status, 1);
    assert.match(stderr, /EFBIG|ENOSPC/);
    assert.ok(acknowledged.length > 5);
    const { events, setAside } = parseLogText(textOf(), ownFile);
    assert.deepEqual([events.map(({ id }) => id), setAside], [acknowledged, []]);
  });

  it('goes on where there is room again', async () => {
    writeUntilFull();
    const kept = textOf();
    await openDiskLog(folder(), ownFile).log.append([a]);
    assert.equal(textOf(), kept + encodeEvents([a]));
  });

  it('refuses what can’t be kept, and the log is as before', async () => {
    mkdirSync(folder());
    const { log } = openDiskLog(path.join(folder(), 'below'), ownFile);
    const { replay } = await log.load();
    writeFileSync(path.join(folder(), 'below'), 'a file where the folder should be');
    await assert.rejects(log.append([a]), /EEXIST|ENOTDIR/);
    assert.equal(replay.state.questions.size, 0);
  });

  it('says when the folder disappears, goes on in a new one, and has both when the old one is back', async () => {
    let vanished = 0;
    const { log } = openDiskLog(folder(), ownFile, () => (vanished += 1));
    await log.append([a]);
    await log.refresh();
    renameSync(folder(), `${folder()}-away`);
    await log.refresh();
    await log.refresh();
    await log.append([b]);
    assert.deepEqual([vanished, textOf()], [1, encodeEvents([b])]);
    renameSync(path.join(`${folder()}-away`, ownFile), path.join(folder(), 'back.jsonl'));
    const { replay } = await openDiskLog(folder(), 'another.jsonl').log.load();
    assert.deepEqual(
      [a, b].map(({ id }) => replay.has(id)),
      [true, true],
    );
  });

  it('is made when it is not there', async () => {
    await openDiskLog(path.join(folder(), 'deep', 'down'), ownFile).log.append([a]);
    assert.ok(existsSync(path.join(folder(), 'deep', 'down', ownFile)));
  });
});

import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeEvent } from '../../../../src/core/log/logText';
import { checkFolder, mendFolder } from '../../../../src/core/log/mendFolder';
import { closeDiskLogs, openDiskLog, type DiskLog } from '../../../support/diskStore';
import { startWriter } from '../../../support/writerProcess';
import { anEvent } from '../../core/log/samples';

const own = 'laptop-20261124T160000Z-bbbbbb.jsonl';
const other = 'laptop-20261123T160000Z-aaaaaa.jsonl';

describe('mending a folder on a disk', () => {
  let place: string;
  let window: DiskLog;

  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'mended-'));
    window = openDiskLog(place, own);
  });
  afterEach(async () => {
    await closeDiskLogs();
    rmSync(place, { recursive: true, force: true });
  });

  const options = () => {
    const files = { list: listFiles, read: window.readText };
    return { files, ownFile: own, now: Date.now(), snapshot: undefined, folder: window.folder };
  };
  const listFiles = async () => (await window.folder.list()).map(({ name }) => ({ name, stamp: '' }));
  const faults = async () => (await checkFolder(options())).faults.map(({ kind }) => kind);
  const ids = async () => (await window.log.readEvents()).map(({ id }) => id).sort();
  const setAside = () => {
    const names = readdirSync(place).filter((name) => name.startsWith('set-aside-'));
    return names.map((name) => readFileSync(path.join(place, name), 'utf8')).join('');
  };

  it('takes out what is damaged, and a second check finds nothing', async () => {
    writeFileSync(path.join(place, other), `no event\n${encodeEvent(anEvent('a', 1))}`);
    assert.deepEqual(await faults(), ['damaged']);
    await mendFolder(options());
    assert.deepEqual([await faults(), await ids()], [[], ['sample-a']]);
    assert.match(setAside(), /line 1: damaged\nno event\n/);
  });

  it('leaves a file alone whose other name is taken', async () => {
    const folded = other.replace('.jsonl', '-folded.jsonl');
    writeFileSync(path.join(place, other), `no event\n${encodeEvent(anEvent('a', 1))}`);
    writeFileSync(path.join(place, folded), encodeEvent(anEvent('b', 2)));
    await mendFolder(options());
    assert.deepEqual(await ids(), ['sample-a', 'sample-b']);
  });

  it('loses nothing that real windows write meanwhile', async () => {
    const writers = [1, 2].map((number) =>
      startWriter(place, `laptop-20261123T16000${String(number)}Z-writer.jsonl`, 150),
    );
    let isOver = false;
    let rounds = 0;
    const damageAndMend = async () => {
      for (; !isOver; rounds++) {
        for (const { name } of writers) appendFileSync(path.join(place, name), `no event ${rounds}\n`);
        await mendFolder(options());
      }
    };
    const mending = damageAndMend();
    await Promise.all(writers.map(({ ended }) => ended));
    isOver = true;
    await mending;
    const kept = new Set(await ids());
    const acknowledged = writers.flatMap((writer) => writer.acknowledged());
    assert.equal(acknowledged.length, 300);
    assert.deepEqual(
      acknowledged.filter((id) => !kept.has(id)),
      [],
    );
    assert.ok(rounds > 5, `only ${rounds} rounds of mending`);
  }).timeout(60_000);
});

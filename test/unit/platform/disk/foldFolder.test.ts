import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QUIET_MS, SETTLED_MS } from '../../../../src/core/log/fold';
import { foldFolder } from '../../../../src/core/log/foldFolder';
import { encodeEvents } from '../../../../src/core/log/logText';
import { closeDiskLogs, openDiskLog, type DiskLog } from '../../../support/diskStore';
import { startWriter } from '../../../support/writerProcess';
import { anEvent } from '../../core/log/samples';

const first = 'laptop-20261123T160000Z-aaaaaa.jsonl';
const second = 'laptop-20261124T160000Z-bbbbbb.jsonl';
const month = 'laptop-2026-11.jsonl';

describe('folding a folder on a disk', () => {
  let place: string;
  let window: DiskLog;

  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'folded-'));
    window = openDiskLog(place, second);
  });
  afterEach(async () => {
    await closeDiskLogs();
    rmSync(place, { recursive: true, force: true });
  });

  const leave = (name: string, text: string) => {
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, name), text);
    makeOlder(name, QUIET_MS + 1000);
  };
  const makeOlder = (name: string, ms: number) => {
    const then = (Date.now() - ms) / 1000;
    utimesSync(path.join(place, name), then, then);
  };
  const fold = (ownFile = second) =>
    foldFolder({
      ...{ folder: window.folder, readText: window.readText },
      ...{ device: 'laptop', ownFile, now: Date.now() },
    });
  const names = () => readdirSync(place).sort();
  const ids = async () => {
    const events = await window.log.readEvents();
    return [...new Set(events.map(({ id }) => id))].sort();
  };

  it('writes the month, then renames what is in it, then deletes that', async () => {
    leave(first, encodeEvents([anEvent('a', 1)]));
    await fold();
    assert.deepEqual(names(), [month, first]);
    await fold();
    assert.deepEqual(names(), [month, first], 'another window may be folding, too');
    makeOlder(month, SETTLED_MS + 1000);
    await fold();
    assert.deepEqual(names(), [month, first.replace('.jsonl', '-folded.jsonl')]);
    await fold();
    assert.deepEqual([names(), await ids()], [[month], ['sample-a']]);
  });

  it('loses nothing that a window asleep for days writes after its file was renamed', async () => {
    const asleep = openDiskLog(place, first);
    await asleep.log.append([anEvent('a', 1)]);
    for (let run = 0; run < 2; run++) {
      makeOlder(first, QUIET_MS + 1000);
      await fold();
      makeOlder(month, SETTLED_MS + 1000);
    }
    await asleep.log.append([anEvent('b', 2)]);
    await fold();
    assert.deepEqual(await ids(), ['sample-a', 'sample-b']);
    assert.ok(names().includes(first), 'the window has a file again');
  });

  it('keeps what a window wrote between the last look and the renaming', async () => {
    leave(first, encodeEvents([anEvent('a', 1)]));
    await fold();
    makeOlder(month, SETTLED_MS + 1000);
    await fold();
    writeFileSync(
      path.join(place, first.replace('.jsonl', '-folded.jsonl')),
      encodeEvents([anEvent('b', 2)]),
      {
        flag: 'a',
      },
    );
    await fold();
    assert.deepEqual(await ids(), ['sample-a', 'sample-b']);
    makeOlder(month, SETTLED_MS + 1000);
    await fold();
    assert.deepEqual([names(), await ids()], [[month], ['sample-a', 'sample-b']]);
  });

  it('loses nothing while real windows write and another one folds all the time', async () => {
    const writers = [1, 2, 3].map((number) =>
      startWriter(place, `laptop-20261123T16000${String(number)}Z-writer.jsonl`, 150),
    );
    let isOver = false;
    const foldAgainAndAgain = async () => {
      while (!isOver) {
        for (const name of names().filter((each) => each.endsWith('.jsonl'))) {
          makeOlder(name, QUIET_MS + SETTLED_MS);
        }
        await fold();
      }
    };
    const folding = foldAgainAndAgain();
    await Promise.all(writers.map(({ ended }) => ended));
    isOver = true;
    await folding;
    const kept = new Set(await ids());
    const acknowledged = writers.flatMap((writer) => writer.acknowledged());
    assert.equal(acknowledged.length, 450);
    assert.deepEqual(
      acknowledged.filter((id) => !kept.has(id)),
      [],
    );
    assert.ok(names().includes(month));
  }).timeout(60_000);
});

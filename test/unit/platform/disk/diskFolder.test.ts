import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiskFolder } from '../../../../src/platform/disk/diskFolder';

describe('a log folder on a disk', () => {
  let place: string;
  const folder = () => path.join(place, 'log');
  const textOf = (name: string) => readFileSync(path.join(folder(), name), 'utf8');

  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'disk-folder-'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('is empty before anything was written, and has no file', async () => {
    const log = createDiskFolder(folder());
    assert.deepEqual([await log.list(), await log.read('a.jsonl')], [[], undefined]);
  });

  it('appends in the order of the calls', async () => {
    const log = createDiskFolder(folder());
    await Promise.all(['1\n', '2\n', '3\n'].map((line) => log.append('a.jsonl', line)));
    await log.dispose();
    assert.equal(textOf('a.jsonl'), '1\n2\n3\n');
  });

  it('starts the file anew when somebody took it, or the folder, away', async () => {
    const log = createDiskFolder(folder());
    await log.append('a.jsonl', '1\n');
    rmSync(folder(), { recursive: true });
    await log.append('a.jsonl', '2\n');
    await log.dispose();
    assert.equal(textOf('a.jsonl'), '2\n');
  });

  it('starts the file anew when it got another name, since that one may soon be deleted', async () => {
    const log = createDiskFolder(folder());
    await log.append('a.jsonl', '1\n');
    renameSync(path.join(folder(), 'a.jsonl'), path.join(folder(), 'b.jsonl'));
    await log.append('a.jsonl', '2\n');
    await log.dispose();
    assert.equal(textOf('a.jsonl'), '2\n');
  });

  it('writes whole files and leaves no draft', async () => {
    const log = createDiskFolder(folder());
    await log.write('a.jsonl', 'old\n');
    await log.write('a.jsonl', 'new\n');
    assert.deepEqual([textOf('a.jsonl'), readdirSync(folder())], ['new\n', ['a.jsonl']]);
  });

  it('says so when it cannot write, and goes on when it can again', async () => {
    writeFileSync(folder(), 'a file where the folder should be');
    const log = createDiskFolder(folder());
    await assert.rejects(log.append('a.jsonl', '1\n'), /EEXIST|ENOTDIR/);
    rmSync(folder());
    await log.append('a.jsonl', '1\n');
    await log.dispose();
    assert.equal(textOf('a.jsonl'), '1\n');
  });
});

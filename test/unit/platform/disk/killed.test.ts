import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseLogText } from '../../../../src/core/log/logText';
import { inCheckout } from '../../../support/paths';
import { createRandom } from '../../random';

const kills = 200;
const atOnce = 4;
const longestMs = 60;

/** Lets a window write, kills it so many milliseconds after its first event, and gives what it said was kept. */
function writeUntilKilled(folder: string, ownFile: string, afterMs: number): Promise<string[]> {
  const writer = spawn(process.execPath, [inCheckout('out/test/support/logWriter.js'), folder, ownFile]);
  let printed = '';
  let dying: NodeJS.Timeout | undefined;
  writer.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    dying ??= setTimeout(() => writer.kill('SIGKILL'), afterMs);
  });
  return new Promise((resolve, reject) => {
    writer.once('error', reject);
    writer.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The window ended by itself, with ${String(code)}.`));
      const lines = printed.split('\n').slice(0, -1);
      resolve(lines.filter((line) => line !== 'ready'));
    });
  });
}

describe(`a window that is killed while it writes, ${kills} times`, () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'killed-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const readLog = () =>
    readdirSync(folder).flatMap(
      (name) => parseLogText(readFileSync(path.join(folder, name), 'utf8'), name).events,
    );

  it('has kept every event that it said was kept, and nothing before is damaged', async () => {
    const random = createRandom(20261126);
    const acknowledged: string[] = [];
    for (let done = 0; done < kills; done += atOnce) {
      // Each file is written to by many windows in turn, as one whose last line may be torn.
      const windows = Array.from({ length: atOnce }, (_, number) =>
        writeUntilKilled(folder, `window${String(number)}.jsonl`, Math.floor(random() * longestMs)),
      );
      acknowledged.push(...(await Promise.all(windows)).flat());
      const kept = new Set(readLog().map(({ id }) => id));
      assert.deepEqual(
        acknowledged.filter((id) => !kept.has(id)),
        [],
      );
    }
    assert.ok(acknowledged.length > kills, `only ${String(acknowledged.length)} events were written`);
  }).timeout(300_000);
});

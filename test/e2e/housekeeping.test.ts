import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StudyEvent } from '../../src/core/log/event';
import { nameToFold, windowFileName } from '../../src/core/log/fold';
import { encodeEvents, parseLogText } from '../../src/core/log/logText';
import { decodeSnapshot } from '../../src/core/log/snapshot';
import { createId } from '../../src/core/log/stampEvent';
import { GRADES } from '../../src/core/schedule/session';
import { createRandom } from '../../src/core/util/random';
import { inCheckout } from '../support/paths';
import { eventuallyEqual } from './support/eventually';
import { gradeCard, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const dayMs = 86_400_000;
/** So many that a snapshot is worth its while. */
const days = 15;

/** Tomorrow, since what the window writes has the machine's time, which must not be ahead of the window's clock. */
const start = new Date(Date.now() + dayMs).setHours(10, 0, 0, 0);

const questionIds = readdirSync(inCheckout('questions'), { recursive: true, encoding: 'utf8' })
  .flatMap((name) => /[^/\\]+(?=\.md$)/.exec(name)?.[0] ?? [])
  .sort()
  .slice(0, 40);

/** A review of each question. */
function reviewsOfDay(morning: number, random: () => number): StudyEvent[] {
  return questionIds.map((question, number) => {
    const ms = morning + number * 60_000;
    return {
      ...{ v: 1, id: createId({ now: () => ms, random }), at: new Date(ms).toISOString() },
      ...{ type: 'reviewed', question, grade: GRADES[Math.floor(random() * 4)] ?? 'good' },
      ...{ shownSeconds: 20.5, thinkingSeconds: 12, ticked: [0], keyPoints: 4 },
    } as const;
  });
}

/** Files of windows that a device had open weeks ago, one a day. Gives their names. */
function leaveWindows(folder: string, device: string, count: number): string[] {
  const random = createRandom(count);
  return Array.from({ length: count }, (_, number) => {
    const morning = start - (40 - number) * dayMs;
    const name = windowFileName(device, { now: () => morning, random });
    writeFileSync(path.join(folder, name), encodeEvents(reviewsOfDay(morning, random)));
    utimesSync(path.join(folder, name), morning / 1000, morning / 1000);
    return name;
  });
}

/** The files that the snapshot in the extension's storage has read; none where there is no snapshot. */
function listCovered({ storage }: Workbench): string[] {
  const folder = path.join(storage, 'study-log-snapshots');
  const [name] = existsSync(folder) ? readdirSync(folder) : [];
  const snapshot = name === undefined ? undefined : decodeSnapshot(readFileSync(path.join(folder, name)));
  return (snapshot?.covered ?? []).map((file) => file.name).sort();
}

const monthOf = (name: string) => name.replace(/^(\w+)-(\d{4})(\d{2}).*$/, '$1-$2-$3.jsonl');

describe('a window that is left open', () => {
  const log = mkdtempSync(path.join(tmpdir(), 'study-'));
  let workbench: Workbench;
  let windows: readonly string[];
  /** Of this window, and of another device. */
  let others: readonly string[];
  let progress: string;

  const names = () => readdirSync(log).sort();
  const months = () => [...new Set(windows.map(monthOf))];
  const seeFiles = (...expected: readonly string[]) =>
    eventuallyEqual(() => Promise.resolve(names()), [...others, ...expected].sort());
  const listIds = () => {
    const texts = names().map((name) => readFileSync(path.join(log, name), 'utf8'));
    return [...new Set(texts.flatMap((text) => parseLogText(text, '').events).map(({ id }) => id))].sort();
  };
  /** The snapshot in the extension's storage has what the folder has. */
  const seeSnapshot = () => eventuallyEqual(() => Promise.resolve(listCovered(workbench)), names());
  const readProgress = () => workbench.webview().locator('body').innerText();
  const countAnswers = async () => {
    const counts = (await readProgress()).matchAll(/(?:New|Same day|Young|Mature) · (\d+)/g);
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  };

  before(async () => {
    workbench = await openWorkbench({
      clock: new Date(start).toISOString(),
      settings: { 'llmStudy.study.folder': log },
    });
    await workbench.openContainer('LLM Study');
    await startQuiz(workbench, 'A topic', 'Alignment', 'All');
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await workbench.runCommand('View: Close All Editors');
    const [own = ''] = names();
    windows = leaveWindows(log, own.replace(/-.*/, ''), days);
    others = [own, ...leaveWindows(log, 'otherone', 1)];
    await workbench.runCommand('LLM Study: Show Progress');
    await eventuallyEqual(countAnswers, 1 + (days + 1) * questionIds.length);
    progress = await readProgress();
  });
  after(async () => {
    await workbench.close();
    rmSync(log, { recursive: true, force: true });
  });

  it('keeps a snapshot', async () => {
    workbench.letPass(16);
    await seeSnapshot();
  });

  it('folds the files of windows long gone, in steps, into one of each month', async () => {
    const ids = listIds();
    workbench.letPass(2);
    await seeFiles(...months(), ...windows);
    workbench.letPass(16);
    await seeSnapshot();
    workbench.letPass(2);
    await seeFiles(...months(), ...windows.map(nameToFold));
    workbench.letPass(16);
    await seeSnapshot();
    workbench.letPass(2);
    await seeFiles(...months());
    assert.deepEqual(listIds(), ids);
  });

  it('has a snapshot of what was folded in the end', async () => {
    workbench.letPass(6);
    await seeSnapshot();
  });

  it('shows the same progress then, and so does the next window', async () => {
    assert.equal(await readProgress(), progress);
    await workbench.reload();
    await eventuallyEqual(readProgress, progress);
  });
});

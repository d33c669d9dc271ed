import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseLogText } from '../../src/core/log/logText';
import { eventuallyEqual } from './support/eventually';
import { gradeCard, groupBy, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

/** The text of each file. */
function readFolder(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

function countReviews(folder: string): number {
  const texts = Object.entries(readFolder(folder));
  const events = texts.flatMap(([name, text]) => parseLogText(text, name).events);
  return events.filter(({ type }) => type === 'reviewed').length;
}

describe('the folder of the study log', () => {
  const synced = mkdtempSync(path.join(tmpdir(), 'synced-'));
  let workbench: Workbench;
  /** What the default place held when the other folder was named. */
  let leftBehind: ReturnType<typeof readFolder>;

  const defaultPlace = () => path.join(workbench.storage, 'study-log');
  const nameFolder = (folder: string) => workbench.changeSettings({ 'llmStudy.study.folder': folder });
  const toast = (text: string) => workbench.page.locator('.notification-toast', { hasText: text });
  const press = (text: string, button: string) => toast(text).getByRole('button', { name: button }).click();
  const seeMessage = async (text: string) => {
    await toast(text).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  };
  const showStatuses = async () => {
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'New').waitFor();
  };
  /** How many questions the tree says are known. */
  const seeKnown = (count: number) =>
    eventuallyEqual(
      async () => {
        const known = groupRow(workbench, 'Known');
        return (await known.count()) === 0 ? '' : await known.getAttribute('aria-label');
      },
      count === 0 ? '' : `Known, ${count} question${count === 1 ? '' : 's'}`,
    );
  const gradeOneOf = async (topic: string) => {
    await startQuiz(workbench, 'A topic', topic, 'All');
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await workbench.runCommand('View: Close All Editors');
  };

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openContainer('LLM Study');
    await groupBy(workbench, 'By status');
    await gradeOneOf('Alignment');
    await seeKnown(1);
  });
  after(async () => {
    await workbench.close();
    rmSync(synced, { recursive: true, force: true });
  });

  it('is another one after a reload once the setting names it, as a message says', async () => {
    const message = 'the study log is in the other folder after a reload';
    nameFolder(synced);
    await toast(message).waitFor();
    leftBehind = readFolder(defaultPlace());
    assert.equal(countReviews(defaultPlace()), 1);
    await workbench.reload(() => press(message, 'Reload Window'));
  });

  it('gets a copy of the log once that is wanted', async () => {
    const offer = `there is no study log in "${synced}" yet`;
    await showStatuses();
    await toast(offer).waitFor();
    await seeKnown(0);
    assert.deepEqual(readFolder(synced), {});
    await press(offer, 'Copy My Log There');
    await seeKnown(1);
    assert.deepEqual(readFolder(synced), leftBehind);
  });

  it('takes what is graded from then on, and the place before stays as it was', async () => {
    await gradeOneOf('Attention');
    await seeKnown(2);
    assert.equal(countReviews(synced), 2);
    assert.deepEqual(readFolder(defaultPlace()), leftBehind);
  });

  it('stays the same while the setting is no whole path, as a message says at once', async () => {
    nameFolder('relative/study');
    await seeMessage('the setting llmStudy.study.folder is "relative/study". Write a whole path');
    await gradeOneOf('Decoding');
    await seeKnown(3);
    assert.equal(countReviews(synced), 3);
  });

  it('asks for no reload when the setting names the folder in use again', async () => {
    // Two settings in one change: what is said of the second shows that the first has arrived, too.
    workbench.changeSettings({ 'llmStudy.study.folder': synced, 'llmStudy.study.interviewDate': 'soon' });
    await toast('which is no day of the calendar').waitFor();
    assert.equal(await workbench.page.locator('.notification-toast').count(), 1);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('is shown without a reload when a setting that was no path at the start is put right', async () => {
    nameFolder('relative/study');
    await seeMessage('Write a whole path');
    await workbench.reload();
    await toast('the setting llmStudy.study.folder is "relative/study"').waitFor();
    nameFolder(synced);
    await showStatuses();
    await seeKnown(3);
    assert.equal(countReviews(synced), 3);
    assert.deepEqual(readFolder(defaultPlace()), leftBehind);
  });
});

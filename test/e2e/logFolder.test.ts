import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseLogText } from '../../src/core/log/logText';
import { eventuallyEqual } from './support/eventually';
import { gradeCard, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const topics = ['Alignment', 'Attention', 'Decoding'];
const known = 'known · in 2 days';

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
  const showTopics = async () => {
    await workbench.openContainer('LLM Study');
    for (const topic of topics) {
      const row = groupRow(workbench, topic);
      await row.waitFor();
      // After a reload VS Code opens again what was open; a click that comes behind that closes it.
      while ((await row.getAttribute('aria-expanded')) !== 'true') {
        await row.click();
        await setTimeout(200);
      }
    }
  };
  /** What the rows of the topics' questions say from the status on, as many as are not new. */
  const seeStudied = (...expected: readonly string[]) =>
    eventuallyEqual(async () => {
      const rows = workbench.page.locator('.pane-body .monaco-list-row[aria-level="2"] .label-description');
      const told = await rows.allInnerTexts();
      return told.map((text) => text.replace(/^\w+ · /, '')).filter((text) => text !== 'new');
    }, expected);
  const gradeOneOf = async (topic: string) => {
    await startQuiz(workbench, 'A topic', topic, 'All');
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await workbench.runCommand('View: Close All Editors');
  };

  before(async () => {
    workbench = await openWorkbench();
    await showTopics();
    await gradeOneOf('Alignment');
    await seeStudied(known);
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
    await showTopics();
    await toast(offer).waitFor();
    await seeStudied();
    assert.deepEqual(readFolder(synced), {});
    await press(offer, 'Copy My Log There');
    await seeStudied(known);
    assert.deepEqual(readFolder(synced), leftBehind);
  });

  it('takes what is graded from then on, and the place before stays as it was', async () => {
    await gradeOneOf('Attention');
    await seeStudied(known, known);
    assert.equal(countReviews(synced), 2);
    assert.deepEqual(readFolder(defaultPlace()), leftBehind);
  });

  it('stays the same while the setting is no whole path, as a message says at once', async () => {
    nameFolder('relative/study');
    await seeMessage('the setting llmStudy.study.folder is "relative/study". Write a whole path');
    await gradeOneOf('Decoding');
    await seeStudied(known, known, known);
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
    await showTopics();
    await seeStudied(known, known, known);
    assert.equal(countReviews(synced), 3);
    assert.deepEqual(readFolder(defaultPlace()), leftBehind);
  });
});

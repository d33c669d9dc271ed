import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, groupRow, openQuestion, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const scaling = 'Why are attention scores divided by √dₖ?';

describe('undoing', () => {
  let workbench: Workbench;

  /** What the rows of a topic say, from the level on. */
  const told = async () => {
    const labels = await workbench.page
      .locator('.pane-body .monaco-list-row[aria-level="2"] .label-description')
      .allInnerTexts();
    return labels.map((label) => label.replace(/^\w+ · /, ''));
  };
  const see = (...expected: readonly string[]) => eventuallyEqual(told, expected);
  const undo = async (what: string) => {
    await workbench.runCommand('LLM Study: Undo Last Study Action');
    await workbench.page.locator('.notification-toast', { hasText: `Undone: ${what}` }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  };
  const showTopic = async (topic: string) => {
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, topic).waitFor();
    if ((await groupRow(workbench, topic).getAttribute('aria-expanded')) !== 'true') {
      await groupRow(workbench, topic).click();
    }
  };

  before(async () => {
    workbench = await openWorkbench();
    await showTopic('Alignment');
  });
  after(() => workbench.close());

  it('takes back a grade that was given before a reload', async () => {
    await startQuiz(workbench, 'A topic', 'Alignment', 'All');
    await revealCard(workbench);
    await gradeCard(workbench, 1);
    await dueItem(workbench, 1).waitFor();
    await workbench.reload();
    // The restored panel takes the focus, which would close the palette.
    await workbench.webview().locator('.card h1').click();
    await showTopic('Alignment');
    await eventuallyEqual(async () => (await told()).sort(), ['learning', 'new']);
    await undo('the grade of');
    await see('new', 'new');
    await dueItem(workbench, 0).waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('takes back the last grade from the scorecard, after a reload', async () => {
    await startQuiz(workbench, 'A topic', 'Alignment', 'All');
    for (const key of [3, 3] as const) {
      await revealCard(workbench);
      await gradeCard(workbench, key);
    }
    await see('known · in 2 days', 'known · in 2 days');
    await workbench.reload();
    await showTopic('Alignment');
    const panel = workbench.webview();
    await panel.locator('.scorecard h1', { hasText: '2 of 2 known' }).waitFor();
    await panel.locator('.scorecard h1').click();
    await workbench.page.keyboard.press('u');
    await panel.locator('.position', { hasText: '2 of 2' }).waitFor();
    await eventuallyEqual(async () => (await told()).sort(), ['known · in 2 days', 'new']);
    await undo('the grade of');
    await see('new', 'new');
    await groupRow(workbench, 'Alignment').click();
  });

  const row = () => workbench.treeRow(scaling);
  const seeRow = (text: string) => row().filter({ hasText: text }).waitFor();

  it('takes back a bookmark', async () => {
    await openQuestion(workbench, 'Attention', scaling);
    await workbench.runCommand('LLM Study: Bookmark Question');
    await seeRow('bookmarked');
    await undo('the bookmark of');
    await row().filter({ hasNotText: 'bookmarked' }).waitFor();
  });

  it('takes back a suspension', async () => {
    await workbench.runCommand('LLM Study: Suspend Question');
    await seeRow('suspended');
    await undo('when "Why are attention');
    await seeRow('new');
  });

  it('takes back a setting aside until a date of one’s own', async () => {
    // With the focus in the tree: a panel gets it back late from the palette, and that would close the list.
    await groupRow(workbench, 'The Transformer').click();
    await workbench.runCommand('LLM Study: Set Question Aside…');
    await workbench.quickPickRow('Until a date…').click();
    await workbench.page.getByText('The first day on which it may be asked again').waitFor();
    await workbench.page.keyboard.press('Enter');
    await seeRow('set aside · back in 14 days');
    await undo('when "Why are attention');
    await seeRow('new');
  });

  it('takes back the forgetting of a question, which asks first', async () => {
    await workbench.webview().getByRole('button', { name: 'Quiz me' }).click();
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await seeRow('known');
    await row().click();
    await workbench.webview().locator('h1', { hasText: scaling }).waitFor();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await workbench.runCommand('LLM Study: Forget Question…');
    assert.match(await dialog.innerText(), /Start this question anew\? Its review stays/);
    await workbench.screenshot('forget');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.runCommand('LLM Study: Forget Question…');
    await dialog.getByRole('button', { name: 'Forget' }).click();
    await seeRow('new');
    await undo('forgetting "Why are attention');
    await seeRow('known');
  });
});

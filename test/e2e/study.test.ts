import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { startQuiz } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

describe('studying', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const statusItem = () =>
    workbench.page.locator('.statusbar-item', { has: workbench.page.locator('.codicon-mortar-board') });
  const seeStatuses = async () => {
    await workbench.page.locator('.monaco-list-row[aria-label^="Alignment, "]').click();
    await workbench.treeRow('known').waitFor();
    await workbench.treeRow('learning').waitFor();
  };

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openContainer('LLM Study');
  });
  after(() => workbench.close());

  it('names on each grade when the question is asked again', async () => {
    await startQuiz(workbench, 'A topic', 'Alignment', 'All');
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    const grades = await workbench.webview().locator('.grades small').allInnerTexts();
    assert.equal(grades[0], 'asked again last');
    for (const grade of grades.slice(1)) assert.match(grade, /^(tomorrow|in \d+ days)$/);
  });

  it('keeps grades: the tree and the status bar tell', async () => {
    await press('3');
    await workbench.webview().locator('.position', { hasText: '2 of 2' }).waitFor();
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    await press('1');
    await workbench.webview().locator('.attempt').waitFor();
    await seeStatuses();
    await statusItem().getByText('1', { exact: true }).waitFor();
  });

  it('shows after a reload what was there before', async () => {
    await workbench.reload();
    await workbench.openContainer('LLM Study');
    await seeStatuses();
  });

  it('starts with what is due from the status bar', async () => {
    await statusItem().click();
    await workbench.webview().locator('.position', { hasText: 'Due · 1 of 1' }).waitFor();
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    await press('3');
    await workbench.webview().locator('.scorecard').waitFor();
  });

  it('says that nothing is due, and when something will be', async () => {
    await workbench.runCommand('LLM Study: Quiz Me on What Is Due');
    await workbench.page.getByText('Nothing is due. You have answered all that was').first().waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('draws the progress, which axe finds no fault with', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('LLM Study: Show Progress');
    await workbench.webview().locator('svg[role="group"]').first().waitFor();
    await workbench.screenshot('progress-dark');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  for (const [name, theme] of Object.entries(otherThemes)) {
    it(`draws it in ${theme}, too`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`progress-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    });
  }
});

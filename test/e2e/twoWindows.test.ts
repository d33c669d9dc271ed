import assert from 'node:assert/strict';
import { startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

describe('two windows of one VS Code', () => {
  let first: Workbench;
  let second: Workbench;

  before(async () => {
    first = await openWorkbench();
    second = await first.openSecondWindow();
    for (const window of [first, second]) await window.openContainer('LLM Study');
  });
  after(() => first.close());

  const openGroup = (window: Workbench) =>
    window.page.locator('.monaco-list-row[aria-label^="Alignment, "]').click();

  it('show each other what was graded', async () => {
    await openGroup(second);
    await second.treeRow('new').first().waitFor();
    await startQuiz(first, 'A topic', 'Alignment', 'All');
    await first.page.keyboard.press('Space');
    await first.webview().locator('.grades').waitFor();
    await first.page.keyboard.press('3');
    await first.webview().locator('.position', { hasText: '2 of 2' }).waitFor();
    await second.treeRow('known').waitFor();
    assert.equal(await second.treeRow('known').count(), 1);
  });

  it('keep both what each of them graded', async () => {
    await startQuiz(second, 'A topic', 'Attention', 'All');
    await second.page.keyboard.press('Space');
    await second.webview().locator('.grades').waitFor();
    await first.page.keyboard.press('Space');
    await first.webview().locator('.grades').waitFor();
    await Promise.all([first.page.keyboard.press('4'), second.page.keyboard.press('4')]);
    await first.webview().locator('.scorecard').waitFor();
    await second.webview().locator('.position', { hasText: '2 of 2' }).waitFor();
    for (const window of [first, second]) {
      await window.runCommand('LLM Study: Group Questions By…');
      await window.quickPickRow('By status').click();
      await window.page.locator('.monaco-list-row[aria-label="Known, 3 questions"]').waitFor();
    }
  });
});

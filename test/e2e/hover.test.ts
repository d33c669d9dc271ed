import assert from 'node:assert/strict';
import { hoverWord } from './support/editorHover';
import { showTooltip } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

describe('hovering', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('reveals the short answer over a question in the tree', async () => {
    await workbench.openContainer('LLM Study');
    await workbench.page.locator('.pane-body .monaco-list-row[aria-label^="Attention, "]').click();
    await showTooltip(workbench, 'Why are attention scores divided', 'unit variance');
    await workbench.screenshot('hover-tree');
  });

  it('reveals the short answer and the formula over a term in code', async () => {
    const hover = await hoverWord(workbench, 'attention.py', 41, 'LayerNorm');
    await hover.getByText('Quiz me on this').waitFor();
    const image = hover.locator('img').first();
    await image.waitFor();
    assert.ok(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 20));
    assert.notEqual(await image.getAttribute('alt'), '');
    await workbench.screenshot('hover-code');
  });

  it('opens the question from the hover', async () => {
    const hover = await hoverWord(workbench, 'attention.py', 41, 'LayerNorm');
    await hover.getByText('Open', { exact: true }).click();
    await workbench.webview().locator('h1').waitFor();
  });

  it('reveals the short answer over a question in a Markdown list', async () => {
    await workbench.runCommand('View: Close All Editors');
    const hover = await hoverWord(workbench, 'my-list.md', 7, 'divided');
    await hover.getByText('unit variance').waitFor();
    await workbench.screenshot('hover-list');
  });

  it('lists in its view what the file touches', async () => {
    await workbench.openContainer('LLM Study');
    await workbench.page
      .locator('.pane', { hasText: 'In This File' })
      .locator('.monaco-list-row')
      .first()
      .waitFor();
  });
});

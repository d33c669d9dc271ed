import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { openQuestion, revealAll, startQuiz } from './support/study';
import { openWorkbench } from './support/workbench';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

const wide = 'Why are attention scores divided by √dₖ?';

describe('the panels', () => {
  for (const [name, theme] of Object.entries(themes)) {
    it(`reads well in ${theme}: pictures are kept, axe finds nothing`, async () => {
      const workbench = await openWorkbench({ theme });
      await openQuestion(workbench, 'Attention', wide);
      await workbench.screenshot(`answer-veiled-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), [], 'veiled');
      await revealAll(workbench);
      await workbench.webview().locator('.math-display .katex-html').first().waitFor();
      await workbench.screenshot(`answer-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), [], 'revealed');
      await workbench.runCommand('View: Close All Editors');
      await startQuiz(workbench, 'A topic', 'Alignment', 'All');
      await workbench.page.keyboard.press('Space');
      await workbench.webview().locator('.grades').waitFor();
      await workbench.screenshot(`quiz-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), [], 'quiz');
      await workbench.close();
    });
  }

  it('fits a column of 320 px and a page at 200 %: nothing but code, tables and formulas scrolls sideways', async () => {
    const workbench = await openWorkbench({ settings: { 'workbench.sideBar.location': 'left' } });
    await openQuestion(workbench, 'Attention', wide);
    await revealAll(workbench);
    const frame = await workbench.webviewFrame();
    for (const width of [320, 640]) {
      const overflow = await frame.evaluate((pixels) => {
        document.documentElement.style.width = `${String(pixels)}px`;
        return (document.querySelector('main')?.scrollWidth ?? Infinity) - pixels;
      }, width);
      assert.ok(overflow <= 0, `${String(overflow)} px too wide at ${String(width)} px`);
    }
    await workbench.close();
  });
});

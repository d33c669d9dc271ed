import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { openQuestion, revealAll } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const scaling = 'Why are attention scores divided by √dₖ?';

describe('reading a question', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await openQuestion(workbench, 'Attention', scaling);
  });
  after(() => workbench.close());

  it('starts with the bare question, its answer under a veil', async () => {
    const panel = workbench.webview();
    assert.equal(await panel.locator('h1').innerText(), scaling);
    assert.equal(await panel.locator('section.veiled').count(), 3);
    assert.equal(
      await panel.locator('section[data-step="answer"] .content').evaluate((e) => (e as HTMLElement).inert),
      true,
    );
  });

  it('shows what is below a veil while the pointer rests there', async () => {
    const section = workbench.webview().locator('section[data-step="keyPoints"]');
    await section.locator('.cover').hover();
    await section.locator('.content').evaluate(async (element) => {
      while (getComputedStyle(element).filter !== 'none') await new Promise(requestAnimationFrame);
    });
    assert.equal(await section.evaluate((element) => element.classList.contains('veiled')), true);
    await workbench.webview().locator('h1').hover();
  });

  it('reveals step by step with Space, moves the focus there and says so', async () => {
    const panel = workbench.webview();
    for (const [step, said] of [
      ['hint', 'Hint revealed'],
      ['keyPoints', 'Key points revealed'],
      ['answer', 'Answer revealed'],
    ] as const) {
      await workbench.page.keyboard.press('Space');
      await panel.locator(`section[data-step="${step}"]:not(.veiled)`).waitFor();
      await panel.locator('[role="status"]', { hasText: said }).waitFor();
      assert.equal(await panel.locator(`section[data-step="${step}"] > h2:focus`).count(), 1);
    }
  });

  it('draws mathematics with KaTeX and its fonts, and keeps MathML for screen readers', async () => {
    const panel = workbench.webview();
    await panel.locator('.math-display .katex-html').first().waitFor();
    assert.ok((await panel.locator('.katex-mathml math').count()) > 10);
    const fonts = await panel.locator('body').evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    assert.ok(
      fonts.some((family) => family.includes('KaTeX')),
      fonts.join(),
    );
  });

  it('has no violation that axe knows of', async () => {
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  it('marks the question as seen in the tree', async () => {
    await workbench.treeRow(scaling).and(workbench.page.locator('[aria-label*="seen"]')).waitFor();
  });

  it('opens the next question from a follow-up, and comes back', async () => {
    const panel = workbench.webview();
    await panel.locator('.follow-ups a').first().click();
    await panel.locator('h1', { hasNotText: scaling }).waitFor();
    assert.equal(await panel.locator('section.veiled').count(), 3);
    await workbench.page.keyboard.press('ArrowLeft');
    await panel.locator('h1', { hasText: scaling }).waitFor();
    await panel.locator('button[data-action="forward"]').waitFor();
  });

  it('is after a reload at the same question, step and place', async () => {
    await revealAll(workbench);
    const panel = workbench.webview();
    await panel.locator('section.references').scrollIntoViewIfNeeded();
    const before = await panel.locator('html').evaluate(() => Math.round(scrollY));
    assert.ok(before > 100);
    await workbench.reload();
    await panel.locator('h1', { hasText: scaling }).waitFor();
    assert.equal(await panel.locator('section.veiled').count(), 0);
    await panel.locator('html').evaluate(async (_, y) => {
      while (Math.abs(scrollY - y) > 40) await new Promise(requestAnimationFrame);
    }, before);
  });

  it('has none either where a table has formulas for headings', async () => {
    const title = "How do a model's parameters differ from its tokens?";
    await openQuestion(workbench, 'Foundations', title);
    await revealAll(workbench);
    await workbench.webview().locator('th math').first().waitFor({ state: 'attached' });
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  it('asks nothing of any address but its own server', () => {
    assert.deepEqual(workbench.foreignRequests(), []);
  });
});

import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a quiz by keyboard alone', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const title = () => workbench.webview().locator('.card h1').innerText();
  const position = (text: string) => workbench.webview().locator('.position', { hasText: text }).waitFor();

  /** Reveals the card and gives the grade of that key. */
  const answer = async (key: string) => {
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    await press(key);
  };

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('asks for the scope, with a way back', async () => {
    await press('F1');
    await workbench.page.locator('.quick-input-widget input:focus').waitFor();
    await workbench.page.keyboard.type('LLM Study: Quiz Me');
    await workbench.quickPickRow('LLM Study: Quiz Me').first().waitFor();
    await press('Enter');
    await workbench.quickPickRow('Everything').waitFor();
    await workbench.page.keyboard.type('A topic');
    await press('Enter');
    await workbench.quickPickRow('Foundations').waitFor();
    await workbench.page.locator('.quick-input-titlebar [aria-label^="Back"]').waitFor();
    await press('Control+Alt+Minus');
    await workbench.quickPickRow('Everything').waitFor();
    await workbench.page.keyboard.type('Everything');
    await press('Enter');
    await workbench.quickPickRow('All').waitFor();
    await workbench.page.keyboard.type('5');
    await press('Enter');
    await position('1 of 5');
  });

  it('keeps the keys of the text field to itself while one types', async () => {
    const panel = workbench.webview();
    await press('Tab');
    while ((await panel.locator('textarea:focus').count()) === 0) await press('Tab');
    await workbench.page.keyboard.type('1 2 su');
    assert.equal(await panel.locator('textarea').inputValue(), '1 2 su');
    await position('1 of 5');
    await press('Shift+Tab');
  });

  it('reveals, ticks and grades', async () => {
    const panel = workbench.webview();
    const first = await title();
    await panel.locator('h1').focus();
    await press('Space');
    await panel.locator('.rubric h2:focus').waitFor();
    await press('Tab');
    await press('Space');
    assert.equal(await panel.locator('.ticks input').first().isChecked(), true);
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await press('3');
    await position('2 of 5');
    assert.notEqual(await title(), first);
  });

  it('undoes the last grade', async () => {
    const second = await title();
    await press('u');
    await position('1 of 5');
    await answer('3');
    await position('2 of 5');
    assert.equal(await title(), second);
  });

  it('goes on at the same card after a reload in mid-session', async () => {
    const second = await title();
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    await workbench.reload();
    await workbench.webview().locator('.grades').waitFor();
    assert.equal(await title(), second);
    await workbench.webview().locator('h1').click();
  });

  it('brings a failed question back after three others', async () => {
    const failed = await title();
    await press('1');
    const between: string[] = [];
    for (let asked = 0; asked < 3; asked++) {
      await workbench
        .webview()
        .locator('.card h1', { hasNotText: between.at(-1) ?? failed })
        .waitFor();
      between.push(await title());
      await answer('4');
    }
    await workbench.webview().locator('.attempt', { hasText: 'attempt 2' }).waitFor();
    assert.equal(await title(), failed);
    assert.ok(!between.includes(failed));
    await answer('3');
  });

  it('ends in a scorecard that names what was missed, and can still undo', async () => {
    const panel = workbench.webview();
    await panel.locator('.scorecard h1', { hasText: '4 of 5 known' }).waitFor();
    assert.equal(await panel.locator('.missed > li').count(), 1);
    await workbench.screenshot('scorecard');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await press('u');
    await panel.locator('.card').waitFor();
    await answer('3');
    await panel.locator('.scorecard').waitFor();
  });

  it('starts again with what was missed', async () => {
    await press('Tab');
    while ((await workbench.webview().locator('button.primary:focus').count()) === 0) await press('Tab');
    await press('Enter');
    await position('1 of 1');
  });

  it('asks nothing of any address but its own server', () => {
    assert.deepEqual(workbench.foreignRequests(), []);
  });
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './support/workbench';

describe('searching', () => {
  let workbench: Workbench;
  const open = async (query: string) => {
    await workbench.runCommand('LLM Study: Search Questions');
    await workbench.page
      .locator('.quick-input-widget .quick-input-progress:not(.active)')
      .waitFor({ state: 'attached' });
    await workbench.page.keyboard.type(query);
  };
  const titles = () => workbench.quickPickRow().locator('.label-name').allInnerTexts();

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('finds a misspelt question', async () => {
    await open('postional encodng');
    await workbench.quickPickRow('position').first().waitFor();
    assert.match((await titles())[0] ?? '', /position/i);
  });

  it('previews the question in focus without taking the focus', async () => {
    const [first = ''] = await titles();
    await workbench.webview().locator('h1', { hasText: first }).waitFor();
    await workbench.page.keyboard.type(' ');
    assert.match(await workbench.page.locator('.quick-input-widget input[type="text"]').inputValue(), / $/);
  });

  it('takes the preview away again when it is left with Escape', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  });

  it('keeps its own order, though another label matches the query better', async () => {
    await open('kv cache');
    await workbench.quickPickRow('KV cache').first().waitFor();
    const shown = await titles();
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(shown.slice(0, 2), [...shown.slice(0, 2)]);
    assert.ok(shown.length >= 2);
  });

  it('opens the question with Enter', async () => {
    await open('chinchila');
    await workbench.quickPickRow('Chinchilla').first().waitFor();
    const [first = ''] = await titles();
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().locator('h1', { hasText: first }).waitFor();
  });

  it('narrows by topic and says what an unknown filter could have been', async () => {
    await open('topic:attention ');
    await workbench.quickPickRow('Attention').first().waitFor();
    for (const row of await workbench.quickPickRow().allInnerTexts()) assert.match(row, /Attention/);
    await workbench.page.keyboard.press('Escape');
    await open('topic:atention x');
    await workbench.quickPickRow('topic:').first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

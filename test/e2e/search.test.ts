import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseBankIndex } from '../../src/core/bank/bankFiles';
import { inCheckout } from '../support/paths';
import { openWorkbench, type Workbench } from './support/workbench';

describe('searching', () => {
  let workbench: Workbench;
  const open = async (query: string) => {
    await workbench.runCommand('LLM Study: Search Questions');
    await workbench.page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
    await workbench.page.keyboard.type(query);
  };
  const firstRow = (text: string | RegExp) => workbench.quickPickRow().first().filter({ hasText: text });
  const titles = () =>
    workbench.quickPickRow().locator('.quick-input-list-row:first-child .label-name').allInnerTexts();

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('finds a misspelt question', async () => {
    await open('postional encodng');
    await firstRow(/^What is a positional encoding/).waitFor();
  });

  it('previews the question in focus without taking the focus', async () => {
    await workbench.webview().locator('h1', { hasText: 'What is a positional encoding' }).waitFor();
    await workbench.page.keyboard.type(' ');
    assert.match(await workbench.page.locator('.quick-input-widget input[type="text"]').inputValue(), / $/);
  });

  it('takes the preview away again when it is left with Escape', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  });

  it('keeps its own order, though VS Code would sort by label', async () => {
    const [query = '', expected = []] =
      ['model', 'attention', 'training', 'token']
        .map((word) => [word, bestTitles(word).slice(0, 6)] as const)
        .find(([word, best]) => String(sortByLabel(best, word)) !== String(best)) ?? [];
    await open(query);
    await firstRow(expected[0] ?? 'a query whose order VS Code would change').waitFor();
    const shown = (await titles()).slice(0, 6);
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(shown, expected);
  });

  it('opens the question with Enter', async () => {
    await open('chinchila');
    await firstRow('Chinchilla').waitFor();
    const [first = ''] = await titles();
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().locator('h1', { hasText: first }).waitFor();
  });

  it('narrows by topic and says what an unknown filter could have been', async () => {
    // The panel takes the focus a moment after it shows the question, and that closes the list.
    await workbench.page
      .locator('iframe.webview.ready:focus')
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await open('topic:attention ');
    await firstRow('Attention · ').waitFor();
    await workbench
      .quickPickRow()
      .filter({ hasNotText: 'Attention · ' })
      .first()
      .waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Escape');
    await open('topic:atention x');
    await firstRow('topic:atention is not known. Try attention').waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

/** The titles that `npm run search` finds, the best first. */
function bestTitles(query: string): string[] {
  const { questions } = parseBankIndex(readFileSync(inCheckout('dist', 'bank', 'index.json'), 'utf8'));
  const printed = execFileSync(process.execPath, [inCheckout('out', 'build', 'searchCommand.mjs'), query], {
    encoding: 'utf8',
    cwd: inCheckout(),
  });
  const ids = printed.trim().split('\n');
  return ids.map((id) => questions.find((question) => question.id === id)?.title ?? '');
}

/** As VS Code does: labels that match earlier first, those that don't match last. */
function sortByLabel(labels: readonly string[], query: string): string[] {
  const start = (label: string) => {
    const at = label.toLowerCase().indexOf(query);
    return at < 0 ? 1000 : at;
  };
  return [...labels].sort((a, b) => start(a) - start(b));
}

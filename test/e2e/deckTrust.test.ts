import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptToast, toast } from './support/keyboard';
import { groupRow, revealAll } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const hostile = `# What does a hostile deck try?

<script>globalThis.pwned = 1</script><img src="x" onerror="globalThis.pwned = 1">
![a spy](https://spy.example/seen.png)

[a command](command:workbench.action.files.newUntitledFile) and [a page](https://pages.example/x), **bold**.
`;

describe('a deck of a workspace that is not trusted', () => {
  let workbench: Workbench;
  let outside: string;
  const panel = () => workbench.webview();
  const said = 'name decks outside of it';

  before(async () => {
    outside = mkdtempSync(path.join(tmpdir(), 'journey-outside-'));
    for (const name of ['of-mine', 'of-theirs']) {
      writeFileSync(path.join(outside, `${name}.md`), `## What is ${name}?\n\nIt is.\n`);
    }
    workbench = await openWorkbench({
      settings: { 'llmStudy.decks.folders': [path.join(outside, 'of-mine.md')] },
      isUntrusted: true,
    });
    mkdirSync(path.join(workbench.folder, 'theirs'));
    writeFileSync(path.join(workbench.folder, 'theirs', 'list.md'), hostile);
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Foundations').waitFor();
  });
  after(async () => {
    await workbench.close();
    rmSync(outside, { recursive: true, force: true });
  });

  it('is read from inside the workspace, and one outside is left alone, which is said', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    workbench.changeSettings({ 'llmStudy.decks.folders': ['theirs', path.join(outside, 'of-theirs.md')] });
    await groupRow(workbench, 'theirs').waitFor();
    await groupRow(workbench, 'of-mine').waitFor();
    await toast(workbench, said).waitFor();
    assert.equal(await groupRow(workbench, 'of-theirs').count(), 0);
    await workbench.screenshot('deck-trust-1-restricted');
  });

  it('is shown, and nothing in it acts', async () => {
    await groupRow(workbench, 'theirs').click();
    await workbench.treeRow('What does a hostile deck try?').click();
    await panel().locator('h1', { hasText: 'What does a hostile deck try?' }).waitFor();
    await revealAll(workbench);
    await panel().locator('.answer strong', { hasText: 'bold' }).waitFor();
    await workbench.screenshot('deck-trust-2-shown');
    assert.deepEqual(
      await panel()
        .locator('.answer')
        .first()
        .evaluate((answer) => [
          'pwned' in globalThis,
          answer.querySelectorAll('script, img, [onerror]').length,
          [...answer.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        ]),
      [false, 0, ['https://spy.example/seen.png', 'https://pages.example/x']],
    );
    await panel().locator('.answer').getByText('a command').first().click();
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Untitled' }).count(), 0);
  });

  it('is joined by the one outside once the workspace is trusted', async () => {
    await acceptToast(workbench, said);
    const trust = workbench.page.locator('.workspace-trust-editor').getByRole('button', { name: /^Trust$/ });
    await trust.waitFor();
    await workbench.screenshot('deck-trust-3-manage');
    await trust.click();
    await groupRow(workbench, 'of-theirs').waitFor();
    await groupRow(workbench, 'theirs').waitFor();
    await workbench.screenshot('deck-trust-4-trusted');
  });
});

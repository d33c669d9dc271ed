import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showTooltip } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const title = 'Why are attention scores divided by √dₖ?';

/** The log of somebody who knew a question and missed it six times. */
function aLogOfALeech(): string {
  const day = 86_400_000;
  const lines = Array.from({ length: 13 }, (_, number) =>
    JSON.stringify({
      v: 1,
      id: `leech-${String(number).padStart(4, '0')}`,
      at: new Date(Date.now() - (20 - number) * day).toISOString(),
      type: 'reviewed',
      question: 'why-scale-attention-scores',
      grade: number % 2 === 0 ? 'good' : 'again',
      shownSeconds: 40,
      thinkingSeconds: 20,
      ticked: [],
      keyPoints: 4,
    }),
  );
  return `${lines.join('\n')}\n`;
}

describe('a leech', () => {
  let workbench: Workbench;
  let logFolder: string;
  const row = () => workbench.treeRow(title);

  before(async () => {
    logFolder = mkdtempSync(path.join(tmpdir(), 'leech-log-'));
    writeFileSync(path.join(logFolder, 'leech.jsonl'), aLogOfALeech());
    workbench = await openWorkbench({ settings: { 'llmStudy.study.folder': logFolder } });
    await workbench.openContainer('LLM Study');
  });
  after(async () => {
    await workbench.close();
    rmSync(logFolder, { recursive: true, force: true });
  });

  it('is found by the filter of the tree, and named in its row and tooltip', async () => {
    await workbench.runCommand('LLM Study: Filter Questions…');
    await workbench.quickPickRow('Leeches').click();
    await workbench.page.locator('.pane-body .monaco-list-row[aria-label^="Attention, 1 question"]').click();
    assert.match((await row().getAttribute('aria-label')) ?? '', /, leech$|· leech$/);
    await showTooltip(workbench, title, 'leech: known and missed again and again');
    await workbench.screenshot('leech-tree');
  });

  it('is found by is:leech', async () => {
    await workbench.runCommand('LLM Study: Search Questions');
    await workbench.page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
    await workbench.page.keyboard.type('is:leech');
    await workbench.quickPickRow().nth(1).waitFor({ state: 'detached' });
    await workbench.quickPickRow('· leech').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().locator('h1', { hasText: title }).waitFor();
  });

  it('is told what to do about when one asks why it is due', async () => {
    await workbench.webview().locator('h1').click();
    await workbench.runCommand('LLM Study: Why Is This Due?');
    await workbench.page
      .getByText('It is a leech: you knew it and then missed it 6 times.')
      .first()
      .waitFor();
    await workbench.screenshot('leech-why');
  });

  it('is a scope of its own in a quiz', async () => {
    await workbench.runCommand('LLM Study: Quiz Me');
    await workbench.quickPickRow('Leeches').filter({ hasText: '1 question' }).click();
    await workbench.quickPickRow('All 1').click();
    await workbench.webview().locator('.position', { hasText: 'Leeches · 1 of 1' }).waitFor();
  });
});

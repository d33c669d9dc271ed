import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventuallyEqual } from './support/eventually';
import { gradeCard, groupRow, revealAll, revealCard, showTooltip, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const deck = 'field-notes';
const file = `${deck}.md`;

const text = `# Field notes

## What does a draft model guess?

The next few tokens.

## What is a prefix cache keyed by?

By hash

## Why does prefill saturate the cores?

TBD
`;

const graded = 'What does a draft model guess?';
const broken = 'What is a prefix cache keyed by?';
const open = 'Why does prefill saturate the cores?';

describe('a deck from its adding to its return', () => {
  let workbench: Workbench;
  const panel = () => workbench.webview();
  const press = (key: string) => workbench.page.keyboard.press(key);
  const labelOfDeck = () => groupRow(workbench, deck).getAttribute('aria-label');
  const line = (part: string): Locator =>
    workbench.page.locator('.monaco-editor .view-line', { hasText: part }).first();
  const problem = (part: string): Locator =>
    workbench.page.locator('.markers-panel .monaco-list-row', { hasText: part });
  /** Types at the end of a line of the open file. */
  const append = async (part: string, more: string) => {
    await line(part).click();
    // The first goes to the end of what is in sight of a wrapped line.
    await press('End');
    await press('End');
    await workbench.page.keyboard.type(more);
  };
  /** Chooses from the open menu, which takes no click in its first moments. */
  const choose = async (label: string) => {
    const item = workbench.page.locator('.monaco-menu').getByText(label);
    await item.waitFor();
    for (let tries = 0; tries < 5 && (await item.isVisible()); tries++) {
      await item.click({ timeout: 2_000 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined);
    }
  };
  const openDeck = async () => {
    await groupRow(workbench, deck).waitFor();
    if ((await groupRow(workbench, deck).getAttribute('aria-expanded')) === 'true') return;
    await groupRow(workbench, deck).click();
  };

  before(async () => {
    workbench = await openWorkbench({ settings: { 'llmStudy.quiz.order': 'path' } });
    await workbench.page.setViewportSize({ width: 1400, height: 1000 });
    writeFileSync(path.join(workbench.folder, file), text);
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Foundations').waitFor();
  });
  after(() => workbench.close());

  it('is added by the command’s picks', async () => {
    const { page } = workbench;
    await workbench.runCommand('LLM Study: Add Deck…');
    await workbench.quickPickRow('A File…').click();
    await page.locator('.quick-input-title', { hasText: 'Add a File as a Deck' }).waitFor();
    await workbench.quickPickRow(file).waitFor();
    await page.locator('.quick-input-widget input[type="text"]').fill(path.join(workbench.folder, file));
    await press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Where to keep the deck' }).waitFor();
    await workbench.quickPickRow('For this workspace').click();
    await page
      .locator('.notification-toast', {
        hasText: `"${file}" is a deck now: 3 questions, 1 without an answer.`,
      })
      .waitFor();
    await workbench.screenshot('deck-journey-1-added');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('is in the tree, with what has no answer counted', async () => {
    await eventuallyEqual(labelOfDeck, `${deck}, deck, 3 questions, 1 unanswered`);
    await openDeck();
    await workbench.treeRow(open).filter({ hasText: 'not answered yet' }).waitFor();
    await workbench.treeRow(graded).filter({ hasText: 'new' }).waitFor();
  });

  it('is asked in a quiz, without what has no answer', async () => {
    await startQuiz(workbench, 'A deck', deck, 'All 2');
    assert.equal((await revealCard(workbench)).title, graded);
    await gradeCard(workbench, 3);
    await panel().locator('.card h1', { hasText: broken }).waitFor();
    await workbench.treeRow(graded).filter({ hasText: 'known' }).waitFor();
    await workbench.screenshot('deck-journey-2-quiz');
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows in the panel what is typed in the file beside it', async () => {
    await workbench.openFile(file, 9);
    await workbench.treeRow(broken).click();
    await panel().locator('h1', { hasText: broken }).waitFor();
    await revealAll(workbench);
    await append('By hash', ', block by block.');
    await panel().locator('.answer', { hasText: 'By hash, block by block.' }).waitFor();
    await workbench.screenshot('deck-journey-3-edited');
  });

  it('has its fault in the Problems panel, and is mended from there', async () => {
    await append('By hash', ' For $5 a piece$x$ and $y$.');
    await workbench.runCommand('View: Toggle Problems');
    await problem('Write it as').waitFor();
    await workbench.screenshot('deck-journey-4-problem');
    await problem('Write it as').click();
    // It is there once VS Code has asked what mends the problem.
    await problem('Write it as').locator('.markers-panel-action-quickfix').click();
    await choose('Write the price as');
    await problem('Write it as').waitFor({ state: 'detached' });
    await line('For \\$5 a piece').waitFor();
    await panel().locator('.answer', { hasText: 'For $5 a piece' }).waitFor();
    await workbench.screenshot('deck-journey-5-mended');
  });

  it('counts as answered what is written at its place', async () => {
    await workbench.treeRow(open).hover();
    await workbench.treeRow(open).getByRole('button', { name: 'Write the Answer' }).click();
    await line('Explanation').waitFor();
    await workbench.page.keyboard.type('All tokens of a prompt are computed at once.');
    await press('Control+s');
    await eventuallyEqual(labelOfDeck, `${deck}, deck, 3 questions`);
    await workbench.treeRow(open).filter({ hasText: 'new' }).waitFor();
    await workbench.screenshot('deck-journey-6-answered');
  });

  it('is in the tree no more once it is removed', async () => {
    await workbench.runCommand('LLM Study: Remove Deck…');
    await workbench.quickPickRow(deck).click();
    await groupRow(workbench, deck).waitFor({ state: 'detached' });
    await groupRow(workbench, 'Foundations').waitFor();
    await workbench.screenshot('deck-journey-7-removed');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('has its history when the explorer’s menu adds it again', async () => {
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await press('Control+Shift+e');
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: file })
      .click({ button: 'right' });
    await choose('Study This File');
    await panel().locator('h1', { hasText: graded }).waitFor();
    await workbench.openContainer('LLM Study');
    await openDeck();
    await eventuallyEqual(labelOfDeck, `${deck}, deck, 3 questions`);
    await workbench.treeRow(graded).filter({ hasText: 'known' }).waitFor();
    await showTooltip(workbench, graded, 'reviewed once');
    await workbench.screenshot('deck-journey-8-again');
  });
});

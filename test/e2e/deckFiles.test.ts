import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { choosePath, pickByKeyboard, runByKeyboard, toast } from './support/keyboard';
import { groupRow } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

describe('decks that are made, studied and exported', () => {
  let workbench: Workbench;
  let outside: string;
  const at = (name: string) => path.join(workbench.folder, name);
  const labelOf = (deck: string) => () => groupRow(workbench, deck).getAttribute('aria-label');
  const clear = () => runByKeyboard(workbench, 'Notifications: Clear All Notifications');

  before(async () => {
    outside = mkdtempSync(path.join(tmpdir(), 'journey-outside-'));
    workbench = await openWorkbench();
    await workbench.page.setViewportSize({ width: 1280, height: 1000 });
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Foundations').waitFor();
  });
  after(async () => {
    await workbench.close();
    rmSync(outside, { recursive: true, force: true });
  });

  it('makes a deck whose README explains the format', async () => {
    const { page } = workbench;
    mkdirSync(at('mine'));
    await runByKeyboard(workbench, 'LLM Study: New Deck…');
    await choosePath(workbench, 'Where to Make the Deck', at('mine'));
    await page.locator('.quick-input-title', { hasText: 'New Deck' }).waitFor();
    await workbench.screenshot('deck-files-1-name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('a/b');
    await page.locator('.quick-input-message', { hasText: 'has none of' }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('serving');
    await page.locator('.quick-input-message', { hasText: 'has none of' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'This folder is a deck of LLM Interview Study.' }).waitFor();
    await toast(workbench, 'is a deck now: 8 questions, 1 without an answer.').waitFor();
    await eventuallyEqual(labelOf('serving'), 'serving, deck, 8 questions, 1 unanswered');
    await workbench.screenshot('deck-files-2-made');
    await clear();
  });

  it('exports it to a file that another deck reads back', async () => {
    const { page } = workbench;
    await runByKeyboard(workbench, 'LLM Study: Export Questions…');
    await workbench.quickPickRow('serving').waitFor();
    await workbench.screenshot('deck-files-3-what');
    await pickByKeyboard(workbench, 'Export Questions', 'serving');
    await workbench.quickPickRow('One file with all fields, for programs').waitFor();
    await workbench.screenshot('deck-files-4-format');
    await pickByKeyboard(workbench, 'Export Questions: serving', 'JSON');
    await eventuallyEqual(
      () => page.locator('.quick-input-widget input[type="text"]').inputValue(),
      at('serving.json'),
    );
    await workbench.screenshot('deck-files-5-save');
    await choosePath(workbench, 'Export Questions', path.join(outside, 'serving.json'));
    await toast(workbench, '8 questions exported to').waitFor();
    await workbench.screenshot('deck-files-6-exported');
    const { questions } = JSON.parse(readFileSync(path.join(outside, 'serving.json'), 'utf8')) as {
      questions: { title: string }[];
    };
    assert.equal(questions.length, 8);
    await clear();
  });

  it('exports it to a folder of Markdown files, which is a deck again', async () => {
    await runByKeyboard(workbench, 'LLM Study: Export Questions…');
    await pickByKeyboard(workbench, 'Export Questions', 'serving');
    await pickByKeyboard(workbench, 'Export Questions: serving', 'Markdown');
    await choosePath(workbench, 'Export Questions: Where Shall the New Folder Be?', outside);
    await toast(workbench, '8 questions exported to').waitFor();
    await clear();
    assert.ok(readdirSync(outside).includes('serving'));
    await runByKeyboard(workbench, 'LLM Study: Add Deck…');
    await pickByKeyboard(workbench, 'Add a Deck', 'A Folder…');
    await choosePath(workbench, 'Add a Folder as a Deck', path.join(outside, 'serving'));
    await pickByKeyboard(workbench, 'Where to keep the deck', 'For me, in every window');
    await toast(workbench, 'is a deck now: 8 questions, 1 without an answer.').waitFor();
    await eventuallyEqual(labelOf('serving (mine)'), 'serving (mine), deck, 8 questions, 1 unanswered');
    await groupRow(workbench, `serving (${path.basename(outside)})`).waitFor();
    await workbench.screenshot('deck-files-7-back');
    await clear();
  });

  it('studies a file from the explorer, and says so where it asks nothing', async () => {
    const { page } = workbench;
    writeFileSync(at('screening.md'), '## How long is a screening?\n\nHalf an hour.\n');
    writeFileSync(at('letter.md'), 'Dear all,\n\nthank you.\n');
    await workbench.runCommand('View: Close All Editors');
    const study = async (name: string) => {
      await page.keyboard.press('Control+Shift+e');
      const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
      await row.click({ button: 'right' });
      const item = page.locator('.monaco-menu').getByText('Study This File');
      await item.waitFor();
      for (let tries = 0; tries < 5 && (await item.isVisible()); tries++) {
        await item.click({ timeout: 2_000 }).catch(() => undefined);
        await item.waitFor({ state: 'hidden', timeout: 2_000 }).catch(() => undefined);
      }
    };
    await study('letter.md');
    await toast(workbench, 'no question was found in "letter.md"').waitFor();
    await workbench.screenshot('deck-files-8-letter');
    await clear();
    await study('screening.md');
    await workbench.webview().locator('h1', { hasText: 'How long is a screening?' }).waitFor();
    await page.locator('.statusbar-item', { hasText: '"screening.md" is a deck now: 1 question' }).waitFor();
    await workbench.screenshot('deck-files-9-studied');
    await workbench.openContainer('LLM Study');
    await eventuallyEqual(labelOf('screening'), 'screening, deck, 1 question');
  });

  it('offers actions above the questions of a file whose panel has taken the focus', async () => {
    writeFileSync(at('rounds.md'), '# Rounds\n\n## How many rounds are there?\n\nFour.\n');
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('rounds.md', 3);
    await workbench.runCommand('LLM Study: Study This File');
    await workbench.webview().locator('h1', { hasText: 'How many rounds are there?' }).waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'Show answer' }).waitFor();
  });
});

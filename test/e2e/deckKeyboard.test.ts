import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventuallyEqual } from './support/eventually';
import { runByKeyboard } from './support/keyboard';
import { groupRow } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const file = 'hands.md';

const text = `## What is asked first?

One's own projects.

## What is asked last?

TBD
`;

describe('a deck without a mouse', () => {
  let workbench: Workbench;
  const panel = () => workbench.webview();
  const press = (key: string) => workbench.page.keyboard.press(key);
  const focusedRow = (label: string) =>
    workbench.page.locator(`.pane-body .monaco-list-row.focused[aria-label^="${label}"]`);
  /** Down the tree until the row has the focus. */
  const downTo = async (label: string) => {
    for (let rows = 0; rows < 60 && !(await focusedRow(label).isVisible()); rows++) await press('ArrowDown');
    await focusedRow(label).waitFor();
  };

  before(async () => {
    workbench = await openWorkbench({ settings: { 'llmStudy.quiz.order': 'path' } });
    await workbench.page.setViewportSize({ width: 1280, height: 1000 });
    writeFileSync(path.join(workbench.folder, file), text);
    workbench.changeSettings({ 'llmStudy.decks.folders': [file] });
  });
  after(() => workbench.close());

  it('is found in the tree, and a question of it opened and revealed', async () => {
    await runByKeyboard(workbench, 'LLM Study: Focus on Questions View');
    await groupRow(workbench, 'hands').waitFor();
    // VS Code gives a tree the focus only if it was there already.
    await runByKeyboard(workbench, 'LLM Study: Focus on Questions View');
    await press('End');
    await downTo('hands, deck');
    await press('ArrowRight');
    await workbench.treeRow('What is asked first?').waitFor();
    await downTo('What is asked first?');
    await press('Enter');
    await panel().locator('h1', { hasText: 'What is asked first?' }).waitFor();
    await workbench.screenshot('deck-keyboard-1-opened');
    await press('Space');
    await panel().locator('section[data-step="answer"]:not(.veiled)').waitFor();
    await workbench.screenshot('deck-keyboard-2-revealed');
  });

  it('has an answer written where there was none', async () => {
    await runByKeyboard(workbench, 'LLM Study: Focus on Questions View');
    await downTo('What is asked last?');
    await press('Enter');
    await panel().locator('h1', { hasText: 'What is asked last?' }).waitFor();
    const write = panel().locator('.unanswered [data-action="write"]');
    const isFocused = () => write.evaluate((button) => button === document.activeElement);
    for (let stops = 0; stops < 20 && !(await isFocused()); stops++) await press('Tab');
    await workbench.screenshot('deck-keyboard-3-unanswered');
    await press('Enter');
    await workbench.page.locator('.tab.active', { hasText: file }).waitFor();
    await workbench.page.locator('.monaco-editor .view-line', { hasText: 'Explanation' }).waitFor();
    await workbench.page.keyboard.type('Whether there are questions.');
    await press('Control+s');
    await workbench.screenshot('deck-keyboard-4-written');
    await eventuallyEqual(
      () => groupRow(workbench, 'hands').getAttribute('aria-label'),
      'hands, deck, 2 questions',
    );
  });

  it('is asked from where the cursor is', async () => {
    await runByKeyboard(workbench, 'LLM Study: Quiz from Here');
    await panel().locator('.card h1', { hasText: 'What is asked last?' }).waitFor();
    await workbench.screenshot('deck-keyboard-5-quiz');
    await press('Space');
    await panel().locator('.grades').waitFor();
    await press('3');
    await panel().locator('.scorecard').waitFor();
  });
});

import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, groupBy, groupRow, revealCard, showTooltip, startQuiz } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a row of the tree', () => {
  let workbench: Workbench;

  /** Title, description and letter of each easy question. */
  const rows = async () => {
    const labels = workbench.page.locator('.pane-body .monaco-list-row[aria-level="2"] .monaco-icon-label');
    const told = await labels.evaluateAll((elements) =>
      elements.map((label) => {
        const text = (part: string) => label.querySelector(`.label-${part}`)?.textContent ?? '';
        const { content } = getComputedStyle(label, '::after');
        return [text('name').slice(0, 22), text('description'), content.replace(/^none$|"/g, '')] as const;
      }),
    );
    return told.filter(([, description]) => description.startsWith('easy'));
  };
  const open = async (title: string) => {
    await workbench.treeRow(title).click();
    await workbench.webview().locator('h1', { hasText: title }).waitFor();
  };
  const hideTooltip = async () => {
    await workbench.page.mouse.move(900, 500);
    await workbench.page.locator('.monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
  };

  before(async () => {
    workbench = await openWorkbench({
      clock: '2026-11-23T10:00',
      settings: { 'llmStudy.quiz.order': 'path' },
    });
    await workbench.openContainer('LLM Study');
    await groupBy(workbench, 'By level');
    await groupRow(workbench, 'Easy').click();
    await workbench.treeRow('new').first().waitFor();
  });
  after(() => workbench.close());

  it('tells where one stands with each question in words and by a letter', async () => {
    await startQuiz(workbench, 'A level', 'Easy', 'All');
    for (const grade of [1, 2, 3, 4] as const) {
      await revealCard(workbench);
      await gradeCard(workbench, grade);
    }
    await open('context window');
    await workbench.runCommand('LLM Study: Suspend Question');
    await workbench.treeRow('suspended').waitFor();
    await open('chain-of-thought');
    // With the focus in the tree: a panel gets it back late from the palette, and that would close the list.
    await groupRow(workbench, 'Hard').click();
    await workbench.runCommand('LLM Study: Set Question Aside…');
    await workbench.quickPickRow('For a week').click();
    await workbench.treeRow('back in 7 days').waitFor();
    await eventuallyEqual(rows, [
      ["How do a model's param", 'easy · learning', 'L'],
      ['What is a large langua', 'easy · known · tomorrow', 'K'],
      ['What are embeddings, a', 'easy · known · in 2 days', 'K'],
      ['What changed from GPT-', 'easy · known · in 10 days', 'K'],
      ['What is the difference', 'easy · new', ''],
      ['What is a context wind', 'easy · suspended', 'S'],
      ['What is chain-of-thoug', 'easy · set aside · back in 7 days', 'A'],
    ]);
  });

  it('follows the day that turns while the window is open', async () => {
    workbench.setClock('2026-11-24T04:00');
    await dueItem(workbench, 2).waitFor();
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^2$/ }).waitFor();
    await workbench.treeRow('easy · due').waitFor();
    await eventuallyEqual(rows, [
      ["How do a model's param", 'easy · learning', 'L'],
      ['What is a large langua', 'easy · due', 'D'],
      ['What are embeddings, a', 'easy · known · tomorrow', 'K'],
      ['What changed from GPT-', 'easy · known · in 9 days', 'K'],
      ['What is the difference', 'easy · new', ''],
      ['What is a context wind', 'easy · suspended', 'S'],
      ['What is chain-of-thoug', 'easy · set aside · back in 6 days', 'A'],
    ]);
  });

  it('is told in full to a screen reader', async () => {
    const label = await workbench.treeRow('What are embeddings').getAttribute('aria-label');
    assert.equal(label, 'What are embeddings, and where do their values come from?, easy · known · tomorrow');
  });

  it('has a group above it that counts what is due', async () => {
    const label = await groupRow(workbench, 'Easy').getAttribute('aria-label');
    assert.equal(label, 'Easy, 7 questions, 2 due');
  });

  it('has a tooltip with the day on which it is due, and how often it was reviewed', async () => {
    await showTooltip(
      workbench,
      'What are embeddings',
      'Known · due on 2026-11-25, tomorrow · reviewed once',
    );
    await workbench.screenshot('tree-dark');
    await hideTooltip();
    await showTooltip(workbench, "How do a model's", 'Learning · missed on 2026-11-23');
    await hideTooltip();
  });

  for (const [name, theme] of Object.entries(otherThemes)) {
    it(`is kept as a picture in ${theme}`, async () => {
      await workbench.useTheme(theme);
      await showTooltip(workbench, 'What is a large', 'Due · today · reviewed once');
      await workbench.screenshot(`tree-${name}`);
      await hideTooltip();
    });
  }
});

import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, groupRow, revealCard, showTooltip, startQuiz } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a row of the tree', () => {
  let workbench: Workbench;

  /** Of the topic's questions, as the tree shows them. */
  let titles: readonly string[];

  /** Description and letter of the first seven questions. */
  const rows = async () =>
    (await readRows()).slice(0, 7).map(([, description, letter]) => [description, letter]);
  const readRows = async () => {
    const labels = workbench.page.locator('.pane-body .monaco-list-row[aria-level="2"] .monaco-icon-label');
    const told = await labels.evaluateAll((elements) =>
      elements.map((label) => {
        const text = (part: string) => label.querySelector(`.label-${part}`)?.textContent ?? '';
        const { content } = getComputedStyle(label, '::after');
        return [text('name'), text('description'), content.replace(/^none$|"/g, '')] as const;
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
    await groupRow(workbench, 'Foundations').click();
    await workbench.treeRow('easy · new').first().waitFor();
    titles = (await readRows()).map(([title]) => title);
  });
  after(() => workbench.close());

  it('tells where one stands with each question in words and by a letter', async () => {
    await startQuiz(workbench, 'A topic', 'Foundations', 'All');
    for (const grade of [1, 2, 3, 4] as const) {
      await revealCard(workbench);
      await gradeCard(workbench, grade);
    }
    await open(titles[5] ?? '');
    await workbench.runCommand('LLM Study: Suspend Question');
    await workbench.treeRow('suspended').waitFor();
    await open(titles[6] ?? '');
    // With the focus in the tree: a panel gets it back late from the palette, and that would close the list.
    await groupRow(workbench, 'Tokenization').click();
    await workbench.runCommand('LLM Study: Set Question Aside…');
    await workbench.quickPickRow('For a week').click();
    await workbench.treeRow('back in 7 days').waitFor();
    await eventuallyEqual(rows, [
      ['easy · learning', 'L'],
      ['easy · known · tomorrow', 'K'],
      ['easy · known · in 2 days', 'K'],
      ['easy · known · in 8 days', 'K'],
      ['easy · new', ''],
      ['easy · suspended', 'S'],
      ['easy · set aside · back in 7 days', 'A'],
    ]);
  });

  it('follows the day that turns while the window is open', async () => {
    workbench.setClock('2026-11-24T04:00');
    await dueItem(workbench, 2).waitFor();
    await workbench.page.locator('.activitybar .badge-content', { hasText: /^2$/ }).waitFor();
    await workbench.treeRow('easy · due').waitFor();
    await eventuallyEqual(rows, [
      ['easy · learning', 'L'],
      ['easy · due', 'D'],
      ['easy · known · tomorrow', 'K'],
      ['easy · known · in 7 days', 'K'],
      ['easy · new', ''],
      ['easy · suspended', 'S'],
      ['easy · set aside · back in 6 days', 'A'],
    ]);
  });

  it('is told in full to a screen reader', async () => {
    const label = await workbench.treeRow(titles[2] ?? '').getAttribute('aria-label');
    assert.equal(label, `${titles[2] ?? ''}, easy · known · tomorrow`);
  });

  it('has a group above it that counts what is due', async () => {
    const label = await groupRow(workbench, 'Foundations').getAttribute('aria-label');
    assert.equal(label, 'Foundations, 9 questions, 2 due');
  });

  it('has a tooltip with the day on which it is due, and how often it was reviewed', async () => {
    await showTooltip(workbench, titles[2] ?? '', 'Known · due on 2026-11-25, tomorrow · reviewed once');
    await workbench.screenshot('tree-dark');
    await hideTooltip();
    await showTooltip(workbench, titles[0] ?? '', 'Learning · missed on 2026-11-23');
    await hideTooltip();
  });

  for (const [name, theme] of Object.entries(otherThemes)) {
    it(`is kept as a picture in ${theme}`, async () => {
      await workbench.useTheme(theme);
      await showTooltip(workbench, titles[1] ?? '', 'Due · today · reviewed once');
      await workbench.screenshot(`tree-${name}`);
      await hideTooltip();
    });
  }
});

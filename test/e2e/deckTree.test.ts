import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventuallyEqual } from './support/eventually';
import { groupBy, groupRow, startQuiz } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

const notes = `# Tokens

## 1. What does a byte-pair merge do?

It joins the most frequent pair of neighbours.

## 2. Why does a leading space belong to a token?

_[To be filled]_

# Serving

## 3. What does continuous batching change?

A sequence leaves the batch as soon as it ends.
`;

const lists = {
  'team-notes/basics.md': notes,
  'interview-loop.md': `## What is asked in a screening?

Basics, mostly.

## How long is the loop?

TBD
`,
};

const decks = { 'llmStudy.decks.folders': ['team-notes', 'interview-loop.md', 'gone'] };

describe('decks in the tree', () => {
  let workbench: Workbench;

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(workbench.folder, file)), { recursive: true });
    writeFileSync(path.join(workbench.folder, file), text);
  };
  const filter = async (choice: string) => {
    await workbench.runCommand('LLM Study: Filter Questions…');
    await workbench.quickPickRow(choice).click();
  };
  const labelOf = (label: string) => groupRow(workbench, label).getAttribute('aria-label');
  const useTheme = async (theme: string) => {
    const themeNow = () => document.querySelector('.monaco-workbench')?.className;
    const before = await workbench.page.evaluate(themeNow);
    workbench.changeSettings({ ...decks, 'workbench.colorTheme': theme });
    await workbench.page.waitForFunction(
      (old) => document.querySelector('.monaco-workbench')?.className !== old,
      before,
    );
  };

  before(async () => {
    workbench = await openWorkbench({ settings: { 'llmStudy.quiz.order': 'path' } });
    await workbench.page.setViewportSize({ width: 1280, height: 1100 });
    for (const [file, text] of Object.entries(lists)) write(file, text);
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Foundations').waitFor();
  });
  after(() => workbench.close());

  it('are there once the settings name them, with what is in them', async () => {
    workbench.changeSettings(decks);
    await groupRow(workbench, 'team-notes').waitFor();
    assert.equal(await labelOf('team-notes'), 'team-notes, deck, 3 questions, 1 unanswered');
    assert.equal(await labelOf('interview-loop'), 'interview-loop, deck, 2 questions, 1 unanswered');
  });

  it('say so where one can not be read', async () => {
    await groupRow(workbench, 'gone')
      .filter({ has: workbench.page.locator('.codicon-warning') })
      .waitFor();
    assert.match((await labelOf('gone')) ?? '', /^gone, deck, 0 questions, .*\bnot\b/);
  });

  it('have their topics in them, or their questions where there is one topic', async () => {
    await groupRow(workbench, 'interview-loop').click();
    await workbench.treeRow('How long is the loop?').waitFor();
    await groupRow(workbench, 'team-notes').click();
    await groupRow(workbench, 'Tokens').click();
    await workbench.treeRow('What does a byte-pair merge do?').waitFor();
    assert.equal(await labelOf('Tokens'), 'Tokens, 2 questions, 1 unanswered');
  });

  it('say in words and by an icon which question has no answer, and offer to write it', async () => {
    const row = workbench.treeRow('Why does a leading space belong to a token?');
    assert.equal(
      await row.getAttribute('aria-label'),
      'Why does a leading space belong to a token?, not answered yet',
    );
    assert.equal(await row.locator('.custom-view-tree-node-item-icon.codicon-question').count(), 1);
    await row.hover();
    await row.getByRole('button', { name: 'Write the Answer' }).waitFor();
    const answered = workbench.treeRow('What does a byte-pair merge do?');
    await answered.hover();
    await answered.getByRole('button', { name: 'Bookmark Question' }).waitFor();
    assert.equal(await answered.getByRole('button', { name: 'Write the Answer' }).count(), 0);
    await workbench.page.mouse.move(900, 500);
    await workbench.screenshot('deck-tree-dark');
  });

  for (const [name, theme] of Object.entries(otherThemes)) {
    it(`are kept as a picture in ${theme}`, async () => {
      await useTheme(theme);
      await workbench.treeRow('Why does a leading space').waitFor();
      await workbench.screenshot(`deck-tree-${name}`);
    });
  }

  it('follow their files, and stay open meanwhile', async () => {
    write('team-notes/basics.md', notes.replace('_[To be filled]_', 'So that words join without marks.'));
    await workbench.treeRow('a leading space').filter({ hasText: 'new' }).waitFor();
    await eventuallyEqual(() => labelOf('Tokens'), 'Tokens, 2 questions');
    write('team-notes/basics.md', notes);
    await workbench.treeRow('a leading space').filter({ hasText: 'not answered yet' }).waitFor();
  });

  it('are all that is left where only the unanswered is shown', async () => {
    await filter('Not answered yet');
    await groupRow(workbench, 'Foundations').waitFor({ state: 'detached' });
    await eventuallyEqual(() => labelOf('team-notes'), 'team-notes, deck, 1 question, 1 unanswered');
    await filter('Bookmarked');
    await workbench.page.getByText('No question matches.').waitFor();
    await workbench.runCommand('LLM Study: Clear Grouping and Filter');
    await groupRow(workbench, 'Foundations').waitFor();
  });

  it('have a group for what says no level', async () => {
    await groupBy(workbench, 'By level');
    await eventuallyEqual(() => labelOf('No level'), 'No level, 5 questions, 2 unanswered');
    await workbench.runCommand('LLM Study: Clear Grouping and Filter');
    await groupRow(workbench, 'Foundations').waitFor();
  });

  it('are searched, by a filter of their own, too', async () => {
    await workbench.runCommand('LLM Study: Search Questions');
    await workbench.page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
    await workbench.page.keyboard.type('continous batching deck:team');
    await workbench
      .quickPickRow('What does continuous batching change?')
      .filter({ hasText: 'Serving (team-notes)' })
      .waitFor();
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type('is:unanswered ');
    await workbench.quickPickRow('How long is the loop?').filter({ hasText: 'not answered yet' }).waitFor();
    assert.equal(await workbench.quickPickRow().count(), 2);
    await workbench.page.keyboard.press('Escape');
  });

  it('are asked without what has no answer', async () => {
    await startQuiz(workbench, 'A deck', 'team-notes', 'All 2');
    await workbench.webview().locator('.card h1', { hasText: 'What does a byte-pair merge do?' }).waitFor();
    await workbench.webview().locator('.position', { hasText: '1 of 2' }).waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('go with the setting', async () => {
    workbench.changeSettings({});
    await groupRow(workbench, 'team-notes').waitFor({ state: 'detached' });
    await groupRow(workbench, 'Foundations').waitFor();
  });
});

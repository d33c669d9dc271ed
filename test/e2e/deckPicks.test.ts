import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { acceptToast, choosePath, pickByKeyboard, runByKeyboard, toast } from './support/keyboard';
import { groupRow } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const files = {
  'retrieval/rag.md': '## What is retrieved?\n\nPassages.\n\n## Why is a passage short?\n\nIt is to fit.\n',
  'shopping/list.md': '# To buy\n\nBread and butter.\n',
  'screening.md': '## How long is a screening?\n\nHalf an hour.\n',
};

describe('decks by the palette and the keyboard', () => {
  let workbench: Workbench;
  const at = (name: string) => path.join(workbench.folder, name);
  const labelOf = (deck: string) => () => groupRow(workbench, deck).getAttribute('aria-label');
  const settings = () => {
    const text = readFileSync(at('.vscode/settings.json'), 'utf8');
    return (JSON.parse(text) as Record<string, unknown>)['llmStudy.decks.folders'];
  };
  const addFolder = async (name: string) => {
    await runByKeyboard(workbench, 'LLM Study: Add Deck…');
    await pickByKeyboard(workbench, 'Add a Deck', 'A Folder…');
    await choosePath(workbench, 'Add a Folder as a Deck', at(name));
  };
  const clear = () => runByKeyboard(workbench, 'Notifications: Clear All Notifications');

  before(async () => {
    workbench = await openWorkbench();
    await workbench.page.setViewportSize({ width: 1280, height: 1000 });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
    }
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'Foundations').waitFor();
  });
  after(() => workbench.close());

  it('adds a folder, and leads to its questions', async () => {
    await runByKeyboard(workbench, 'LLM Study: Add Deck…');
    await workbench.quickPickRow('This Workspace: sample-workspace').waitFor();
    await workbench.screenshot('deck-picks-1-kinds');
    await pickByKeyboard(workbench, 'Add a Deck', 'A Folder…');
    await workbench.quickPickRow('retrieval').waitFor();
    await workbench.screenshot('deck-picks-2-dialog');
    await choosePath(workbench, 'Add a Folder as a Deck', at('retrieval'));
    await pickByKeyboard(workbench, 'Where to keep the deck', 'For this workspace');
    const said = '"retrieval" is a deck now: 2 questions.';
    await toast(workbench, said).waitFor();
    await workbench.screenshot('deck-picks-3-added');
    assert.deepEqual(settings(), ['retrieval']);
    await runByKeyboard(workbench, 'View: Toggle Primary Side Bar Visibility');
    await acceptToast(workbench, said);
    await workbench.treeRow('What is retrieved?').waitFor();
    await workbench.page
      .locator('.pane-body .monaco-list-row.focused[aria-label^="retrieval, deck"]')
      .waitFor();
    await workbench.screenshot('deck-picks-4-shown');
  });

  it('says that it is there, when it is added again', async () => {
    await addFolder('retrieval');
    await toast(workbench, '"retrieval" is a deck already: 2 questions.').waitFor();
    await workbench.screenshot('deck-picks-5-again');
    assert.deepEqual(settings(), ['retrieval']);
    await clear();
  });

  it('asks before it adds what is in a deck already', async () => {
    await runByKeyboard(workbench, 'LLM Study: Add Deck…');
    await pickByKeyboard(workbench, 'Add a Deck', 'A File…');
    await choosePath(workbench, 'Add a File as a Deck', at('retrieval/rag.md'));
    await toast(workbench, 'is in the deck "retrieval" already').waitFor();
    await workbench.screenshot('deck-picks-6-twice');
    await clear();
    assert.deepEqual(settings(), ['retrieval']);
  });

  it('says why a folder has no questions', async () => {
    await addFolder('shopping');
    const said = 'no question was found in "shopping"';
    await toast(workbench, said).waitFor();
    await workbench.screenshot('deck-picks-7-nothing');
    await toast(workbench, said).getByRole('button', { name: 'Show Why' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Passed over in shopping' }).waitFor();
    await workbench.screenshot('deck-picks-8-why');
    await workbench.runCommand('View: Close All Editors');
    assert.deepEqual(settings(), ['retrieval']);
  });

  it('removes a deck, and brings it back', async () => {
    await runByKeyboard(workbench, 'LLM Study: Remove Deck…');
    await workbench.quickPickRow('retrieval').waitFor();
    await workbench.screenshot('deck-picks-9-remove');
    await pickByKeyboard(workbench, 'Remove a Deck', 'retrieval');
    await groupRow(workbench, 'retrieval').waitFor({ state: 'detached' });
    await toast(workbench, '"retrieval" is no deck any more').waitFor();
    await workbench.screenshot('deck-picks-10-removed');
    await acceptToast(workbench, '"retrieval" is no deck any more');
    await eventuallyEqual(labelOf('retrieval'), 'retrieval, deck, 2 questions');
    assert.deepEqual(settings(), ['retrieval']);
  });

  it('adds the whole workspace, for every window', async () => {
    await runByKeyboard(workbench, 'LLM Study: Remove Deck…');
    await pickByKeyboard(workbench, 'Remove a Deck', 'retrieval');
    await groupRow(workbench, 'retrieval').waitFor({ state: 'detached' });
    await clear();
    await runByKeyboard(workbench, 'LLM Study: Add Deck…');
    await pickByKeyboard(workbench, 'Add a Deck', 'This Workspace: sample-workspace');
    await pickByKeyboard(workbench, 'Where to keep the deck', 'For me, in every window');
    await toast(workbench, '"sample-workspace" is a deck now').waitFor();
    await groupRow(workbench, 'sample-workspace').waitFor();
    await workbench.screenshot('deck-picks-11-workspace');
    await clear();
  });
});

import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { groupRow, openQuestion, revealAll } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const scaling = 'Why are attention scores divided by √dₖ?';
const themes = { light: 'Default Light Modern', 'high-contrast': 'Default High Contrast' };

describe('notes of one’s own', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const type = (text: string) => workbench.page.keyboard.type(text);
  const panel = () => workbench.webview();
  const note = () => panel().locator('section.own-note');
  const field = () => note().locator('textarea');
  const noted = () => workbench.treeRow(scaling).and(workbench.page.locator('[aria-label*="noted"]'));
  const say = (text: string) => panel().locator('[role="status"]', { hasText: text }).waitFor();

  before(async () => {
    workbench = await openWorkbench();
    await openQuestion(workbench, 'Attention', scaling);
  });
  after(() => workbench.close());

  it('are written with the key n, before the answer is shown', async () => {
    await press('n');
    await note().locator('textarea:focus').waitFor();
    await type('Asked at **Acme**: what if $d_k$ is 1?');
    await press('Enter');
    await type('- a name has an h, an a and an n');
    assert.equal(await panel().locator('section.veiled').count(), 3);
    await workbench.screenshot('note-written-dark');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await press('Control+Enter');
    await say('Note saved');
    assert.equal(await panel().locator('[data-action="note"]:focus').innerText(), 'Edit note n');
  });

  it('are shown with the answer, not before', async () => {
    assert.match(await note().innerText(), /^Your note\s+It is shown with the answer\.$/i);
    await revealAll(workbench);
    await note().locator('strong', { hasText: 'Acme' }).waitFor();
    await note().locator('.katex').waitFor();
    assert.equal(await note().locator('li').innerText(), 'a name has an h, an a and an n');
    await workbench.screenshot('note-dark');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  it('are told by the tree', async () => {
    await noted().waitFor();
    await noted().hover();
    await workbench.page.locator('.monaco-hover', { hasText: 'Asked at Acme' }).waitFor();
    await workbench.page.mouse.move(0, 0);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`read well in ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`note-${name}`);
      await panel().locator('h1').click();
      await press('n');
      await note().locator('textarea:focus').waitFor();
      await workbench.screenshot(`note-written-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
      await press('Escape');
      await field().waitFor({ state: 'detached' });
    });
  }

  it('keep what was typed when they are left with Escape, closed and reloaded', async () => {
    await press('n');
    await note().locator('textarea:focus').waitFor();
    await press('Control+End');
    await type('\n- unsaved');
    await press('Escape');
    await say('Not saved');
    assert.equal(await note().locator('li').count(), 1);
    await workbench.screenshot('note-unsaved');
    await workbench.runCommand('View: Close All Editors');
    await workbench.treeRow(scaling).click();
    await note().getByRole('button', { name: 'Continue writing' }).click();
    assert.match(await field().inputValue(), /unsaved$/);
    await type('!');
    await workbench.reload();
    await field().waitFor();
    assert.match(await field().inputValue(), /unsaved!$/);
    await field().click();
    await press('Escape');
    await note().getByRole('button', { name: 'Discard it' }).click();
    await say('Discarded');
  });

  it('are found by the search, in their own words', async () => {
    await search('acme');
    const row = workbench.quickPickRow(scaling).first();
    await row.getByText('Your note: Asked at Acme').waitFor();
    await workbench.screenshot('note-found');
    await press('Control+A');
    await type('is:noted');
    await workbench.quickPickRow().nth(1).waitFor({ state: 'detached' });
    await row.waitFor();
    await press('Escape');
    await workbench.quickPickRow().first().waitFor({ state: 'hidden' });
    await panel().locator('h1', { hasText: scaling }).waitFor();
  });

  it('are shown in a quiz after the answer is revealed, and lead to their editor', async () => {
    await workbench.openContainer('LLM Study');
    await workbench.runCommand('View: Close All Editors');
    await search('is:noted');
    await workbench.quickPickRow(scaling).first().hover();
    await workbench.quickPickRow(scaling).first().getByRole('button', { name: 'Quiz me on this' }).click();
    await panel().locator('.card h1').waitFor();
    assert.equal(await note().count(), 0);
    await press('Space');
    await note().locator('strong', { hasText: 'Acme' }).waitFor();
    await workbench.screenshot('note-quiz');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await note().getByRole('button', { name: 'Edit note' }).click();
    await note().locator('textarea:focus').waitFor();
  });

  it('are taken away when they are saved empty, and undo brings them back, also after a reload', async () => {
    await press('Control+A');
    await press('Delete');
    await press('Control+Enter');
    await say('Note removed');
    await noted().waitFor({ state: 'detached' });
    await workbench.reload();
    await workbench.runCommand('LLM Study: Undo Last Study Action');
    await workbench.page.getByText('Undone: the note on').first().waitFor();
    await noted().waitFor();
    await note().getByText('It is shown with the answer.').waitFor();
    await workbench.runCommand('LLM Study: Undo Last Study Action');
    await noted().waitFor({ state: 'detached' });
    await note().waitFor({ state: 'hidden' });
  });

  it('that are too long are refused, and stay where they were typed', async () => {
    await panel().locator('h1').click();
    await press('n');
    await field().fill('x'.repeat(20_001));
    await note().getByText('Too long to save: at most 20,000 characters. Shorten it by 1.').waitFor();
    await press('Control+Enter');
    await say('Too long to save');
    await workbench.screenshot('note-too-long');
    await press('Backspace');
    await press('Control+Enter');
    await say('Note saved');
  });

  async function search(query: string): Promise<void> {
    // With the focus in the tree: the panel gets it back late from the palette, and that would close the list.
    await groupRow(workbench, 'Foundations').click();
    await workbench.runCommand('LLM Study: Search Questions');
    await workbench.page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
    await type(query);
  }
});

describe('a note that two windows write', () => {
  let first: Workbench;
  let second: Workbench;
  const note = (window: Workbench) => window.webview().locator('section.own-note');

  before(async () => {
    first = await openWorkbench();
    second = await first.openSecondWindow();
    for (const window of [first, second]) {
      await openQuestion(window, 'Attention', scaling);
      await revealAll(window);
    }
  });
  after(() => first.close());

  const write = async (window: Workbench, text: string) => {
    await window.webview().locator('h1').click();
    await window.page.keyboard.press('n');
    await note(window).locator('textarea').fill(text);
  };
  const save = (window: Workbench) => note(window).getByRole('button', { name: 'Save' }).click();

  it('is shown in the other one', async () => {
    await write(first, 'from the first');
    await save(first);
    await note(second).locator('.note-text', { hasText: 'from the first' }).waitFor();
  });

  it('loses nothing that is typed in one while the other saves', async () => {
    await write(first, 'typed in the first');
    await write(second, 'saved in the second');
    await save(second);
    await note(first).locator('.note-other', { hasText: 'saved in the second' }).waitFor();
    assert.equal(await note(first).locator('textarea').inputValue(), 'typed in the first');
    await first.page.bringToFront();
    await first.screenshot('note-changed-elsewhere');
    assert.deepEqual(await axeViolations(await first.webviewFrame()), []);
    await save(first);
    await note(second).locator('.note-text', { hasText: 'typed in the first' }).waitFor();
  });
});

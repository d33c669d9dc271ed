import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toast } from './support/keyboard';
import { gradeCard, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const file = 'speed.md';

/** The answers are long enough to tell which question it was. */
const text = `# Speed

## What does a draft model guess?

The next few tokens, which the large model then checks all at once.

## What is a prefix cache keyed by?

By a hash of all tokens up to the end of a block, so equal beginnings are found.
`;

const first = { before: 'What does a draft model guess?', after: 'How does speculative decoding save time?' };
const second = {
  before: 'What is a prefix cache keyed by?',
  after: 'When are two [prompts](command:a.b) alike?',
};
/** In a heading these two make the text of a link that a message would follow. */
const written = second.after.replace('[prompts]', '`[prompts]`');

describe('a title that changed too much', () => {
  let workbench: Workbench;
  const row = (title: string, said: string) => workbench.treeRow(title).filter({ hasText: said });
  const offer = (title: string) => toast(workbench, `is "${title}" the question that was`);
  const answer = async (title: string, button: string) => {
    await offer(title).getByRole('button', { name: button }).click();
    await offer(title).waitFor({ state: 'detached' });
  };
  const write = (from: string, to: string) => {
    const place = path.join(workbench.folder, file);
    writeFileSync(place, readFileSync(place, 'utf8').replace(`## ${from}`, `## ${to}`));
  };
  /** Types another title over the one in that line of the open file, and saves. */
  const retitle = async (line: number, title: string) => {
    await workbench.openFile(file, line);
    const { keyboard } = workbench.page;
    await keyboard.press('End');
    await keyboard.press('Shift+Home');
    await keyboard.type(`## ${title}`);
    await keyboard.press('Control+s');
  };

  before(async () => {
    workbench = await openWorkbench({ settings: { 'llmStudy.quiz.order': 'path' } });
    await workbench.page.setViewportSize({ width: 1280, height: 1000 });
    writeFileSync(path.join(workbench.folder, file), text);
    workbench.changeSettings({ 'llmStudy.decks.folders': [file] });
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'speed').waitFor();
    await startQuiz(workbench, 'A deck', 'speed', 'All 2');
    for (const grade of [3, 3] as const) {
      await revealCard(workbench);
      await gradeCard(workbench, grade);
    }
    await groupRow(workbench, 'speed').click();
    for (const title of [first.before, second.before]) {
      await row(title, 'known').click();
      await workbench.webview().locator('h1', { hasText: title }).waitFor();
      await workbench.runCommand('LLM Study: Bookmark Question');
      await row(title, 'bookmarked').waitFor();
    }
    await workbench.runCommand('View: Close All Editors');
  });
  after(() => workbench.close());

  it('is asked about, and a yes keeps the history', async () => {
    await retitle(3, first.after);
    await offer(first.after).waitFor();
    await row(first.after, 'new').waitFor();
    await workbench.screenshot('deck-titles-1-asked');
    await answer(first.after, 'Same Question');
    await row(first.after, 'bookmarked').filter({ hasText: 'known' }).waitFor();
    await workbench.screenshot('deck-titles-2-same');
  });

  it('is another question after a no, and the history is there when the old title is back', async () => {
    const shown = second.after.replace('](', '] (');
    write(second.before, written);
    await offer(shown).waitFor();
    assert.equal(await offer(shown).locator('.notification-list-item-message a').count(), 0);
    await answer(shown, 'Another One');
    await row(second.after, 'new').waitFor();
    await workbench.screenshot('deck-titles-3-other');
    write(written, second.before);
    await row(second.before, 'bookmarked').filter({ hasText: 'known' }).waitFor();
    write(second.before, written);
    await row(second.after, 'new').waitFor();
    await workbench.screenshot('deck-titles-4-quiet');
    assert.equal(await offer(shown).count(), 0);
  });

  it('is asked about again in the next window, when nobody has said', async () => {
    const third = 'Which models share a vocabulary?';
    await retitle(3, third);
    await offer(third).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.reload();
    await offer(third).waitFor();
    await answer(third, 'Same Question');
    await workbench.openContainer('LLM Study');
    await groupRow(workbench, 'speed').waitFor();
    if ((await groupRow(workbench, 'speed').getAttribute('aria-expanded')) !== 'true') {
      await groupRow(workbench, 'speed').click();
    }
    await row(third, 'bookmarked').filter({ hasText: 'known' }).waitFor();
  });
});

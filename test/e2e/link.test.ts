import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openQuestion } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const scaling = 'Why are attention scores divided by √dₖ?';

describe('a link to a question', () => {
  let workbench: Workbench;
  let link: string;

  const follow = async (target: string) => {
    await workbench.runCommand('View: Close All Editors');
    writeFileSync(path.join(workbench.folder, 'links.md'), `[the question](${target})\n`);
    await workbench.openFile('links.md');
    // By keyboard: a click would have to hit a line that is still being laid out.
    await workbench.page.locator('.view-line .detected-link').first().waitFor();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await workbench.page.keyboard.press(key);
    await workbench.runCommand('Open Link');
  };

  before(async () => {
    workbench = await openWorkbench();
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(() => workbench.close());

  it('is copied from the panel', async () => {
    await openQuestion(workbench, 'Attention', scaling);
    await workbench.runCommand('LLM Study: Copy Link to Question');
    await workbench.page.getByText('Link copied').waitFor();
    link = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      link,
      /^[\w-]+:\/\/llm-interview-study\.llm-interview-study\/question\/why-scale-attention-scores$/,
    );
  });

  it('opens the question', async () => {
    await follow(link);
    await workbench.webview().locator('h1', { hasText: scaling }).waitFor();
  });

  it('says so when the bank does not have the question', async () => {
    await follow(link.replace('why-scale', 'why-not-scale'));
    await workbench.page.getByText('could not open the link').first().waitFor();
  });
});

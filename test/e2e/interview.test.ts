import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { axeViolations } from './support/axe';
import { openWorkbench, type Workbench } from './support/workbench';

const themes = { light: 'Default Light Modern', 'high-contrast': 'Default High Contrast' };

/** `2026-12-24`, so many days from this study day, which began at four in the morning, local time. */
const inDays = (days: number) => {
  const now = new Date();
  const local = now.getTime() - (now.getTimezoneOffset() + 4 * 60) * 60_000;
  return new Date(local + days * 86_400_000).toISOString().slice(0, 10);
};

describe('an interview to come', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const see = (text: string | RegExp) => workbench.page.getByText(text).first().waitFor();

  /** Writes over what is in the input box. */
  const write = async (text: string) => {
    await workbench.page.locator('.quick-input-widget input[type="text"]:focus').waitFor();
    await press('Control+A');
    await workbench.page.keyboard.type(text);
  };
  const clearMessages = () => workbench.runCommand('Notifications: Clear All Notifications');

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('is planned for by a command, which refuses a day that is over or is none', async () => {
    await workbench.runCommand('LLM Study: Plan for My Interview…');
    await see('The day of your interview');
    await write('2027-02-30');
    await see('This is no day of the calendar.');
    await write(inDays(-3));
    await see('That day is over.');
    await workbench.screenshot('interview-day');
    await write(inDays(12));
    await press('Enter');
    await see('How many minutes a day can you study?');
    await write('none');
    await see('Write a whole number of minutes');
    await write('15');
    await press('Enter');
  });

  it('says what can be expected, with a button that starts the quiz', async () => {
    await see(/12 days left\. With 15 minutes a day you can expect to recall \d+% of \d+ questions/);
    await workbench.screenshot('interview-message');
    await workbench.page.locator('.notifications-toasts a', { hasText: 'Quiz Me' }).click();
    await workbench.webview().locator('.position', { hasText: 'For your interview on' }).waitFor();
    await press('Space');
    await workbench.webview().locator('.grades').waitFor();
    await press('3');
    await workbench.webview().locator('.position', { hasText: '2 of' }).waitFor();
  });

  it('comes first in Quiz Me, which also takes minutes', async () => {
    await workbench.runCommand('LLM Study: Quiz Me');
    await workbench.quickPickRow('For your interview on').first().waitFor();
    const first = await workbench.quickPickRow().first().getAttribute('aria-label');
    assert.match(first ?? '', /For your interview on \d{4}-\d\d-\d\d: 12 days left, \d+ questions/);
    await workbench.screenshot('interview-scope');
    await workbench.page.keyboard.type('Everything');
    await press('Enter');
    await workbench.quickPickRow('10 minutes').filter({ hasText: 'about 10 questions' }).waitFor();
    await workbench.screenshot('quiz-minutes');
    await press('Escape');
    await workbench.quickPickRow().first().waitFor({ state: 'hidden' });
  });

  it('is in the progress, which axe finds no fault with', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('LLM Study: Show Progress');
    const figure = workbench.webview().locator('.figure.interview');
    await figure.locator('.facts', { hasText: 'in 12 days. With 15 minutes a day' }).waitFor();
    assert.equal(await figure.locator('.mark').count(), 2);
    await workbench.screenshot('interview-progress-dark');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`is drawn in ${theme}, too`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`interview-progress-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    });
  }

  it('is planned for no more when its day is cleared', async () => {
    await clearMessages();
    await workbench.runCommand('LLM Study: Plan for My Interview…');
    await write('');
    await press('Backspace');
    await press('Enter');
    await see('No interview is planned for.');
    await workbench.webview().locator('.figure.interview').waitFor({ state: 'detached' });
  });

  it('is warned of in the settings where the day is none, and so is what costs too much', async () => {
    const settings = { 'llmStudy.study.interviewDate': 'soon', 'llmStudy.study.desiredRetention': 0.98 };
    writeFileSync(path.join(workbench.folder, '.vscode', 'settings.json'), JSON.stringify(settings));
    await see('The setting llmStudy.study.interviewDate is "soon", which is no day of the calendar.');
    await see(/a desired retention of 0\.98 means \d+\.\d times the reviews of 0\.9/);
    await workbench.screenshot('interview-warnings');
  });
});

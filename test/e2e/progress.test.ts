import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, revealCard, startQuiz } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

/** What has the focus in the page. */
interface Focused {
  /** The key under which the page knows it. */
  readonly key: string;
  /** An outline, or the frame around a mark. */
  readonly isFramed: boolean;
}

describe('the progress by keyboard alone', () => {
  let workbench: Workbench;
  const press = (key: string) => workbench.page.keyboard.press(key);

  const focused = async (): Promise<Focused> => {
    const frame = await workbench.webviewFrame();
    return frame.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const area = element.querySelector('.area');
      const style = getComputedStyle(element);
      const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      return {
        key: element.getAttribute('data-key') ?? element.tagName,
        isFramed: area === null ? hasOutline : getComputedStyle(area).stroke !== 'none',
      };
    });
  };
  /** Every stop of the Tab key from the top of the page to where it leaves the page. */
  const tabThrough = async () => {
    await workbench.webview().locator('h1').click();
    const stops: Focused[] = [];
    for (;;) {
      await press('Tab');
      const stop = await focused();
      if (stop.key === 'BODY' || stops.some(({ key }) => key === stop.key)) return stops;
      stops.push(stop);
    }
  };

  /** Presses a key until what is in focus passes. */
  const pressUntil = async (key: string, passes: (focusedKey: string) => boolean) => {
    for (let pressed = 0; !passes((await focused()).key); pressed++) {
      assert.ok(pressed < 60, `"${key}" does not lead there`);
      await press(key);
    }
  };
  /** By Tab to a button or a picture; in a picture from its first mark on by an arrow key. */
  const focusOn = async (wanted: string, arrow?: 'ArrowDown' | 'ArrowRight') => {
    await workbench.webview().locator('h1').click();
    if (arrow === undefined) return pressUntil('Tab', (key) => key === wanted);
    const [picture] = wanted.split('/');
    await pressUntil('Tab', (key) => key.startsWith(`${picture}/`));
    await press('Home');
    await pressUntil(arrow, (key) => key === wanted);
  };
  /** Every mark to which arrow keys lead from that one. */
  const reachByArrows = async (start: string) => {
    const reached = new Set([start]);
    for (const key of reached) {
      for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        await workbench.webview().locator(`[data-key="${key}"]`).focus();
        await press(arrow);
        const next = await focused();
        assert.ok(next.isFramed, next.key);
        reached.add(next.key);
      }
    }
    return reached;
  };

  before(async () => {
    workbench = await openWorkbench({
      clock: '2026-11-23T10:00',
      settings: { 'llmStudy.study.interviewDate': '2026-12-20' },
    });
    for (const topic of ['Alignment', 'Attention']) {
      await startQuiz(workbench, 'A topic', topic, 'All');
      for (const key of [2, 3] as const) {
        await revealCard(workbench);
        await gradeCard(workbench, key);
      }
    }
    workbench.setClock('2026-11-25T10:00');
    await dueItem(workbench, 4).click();
    await revealCard(workbench);
    await gradeCard(workbench, 1);
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('LLM Study: Show Progress');
    await workbench.webview().locator('svg[role="group"]').first().waitFor();
  });
  after(() => workbench.close());

  it('stops at each button, picture and table, and shows where it is', async () => {
    const stops = await tabThrough();
    assert.equal(
      stops.map(({ key }) => key.replace(/\/.*/, '')).join(' '),
      'quiz-due start interview table recall table forecast table calendar table period period retention table ' +
        'answers table time table lengths table',
    );
    assert.deepEqual(
      stops.filter(({ isFramed }) => !isFramed),
      [],
    );
  });

  it('reaches every mark of each picture by arrow keys, and frames it', async () => {
    const frame = await workbench.webviewFrame();
    const pictures = await frame
      .locator('.picture')
      .evaluateAll((all) =>
        all.map((picture) =>
          [...picture.querySelectorAll('.mark')].map((mark) => mark.getAttribute('data-key') ?? ''),
        ),
      );
    assert.equal(pictures.length, 8);
    for (const marks of pictures) assert.deepEqual(await reachByArrows(marks[0] ?? ''), new Set(marks));
  });

  it('opens a list of the questions of a mark, and comes back to the mark', async () => {
    await focusOn('recall/alignment', 'ArrowDown');
    await press('Enter');
    await workbench.quickPickRow('Quiz me on these').waitFor();
    assert.equal(await workbench.quickPickRow().count(), 3);
    await press('Escape');
    await eventuallyEqual(async () => (await focused()).key, 'recall/alignment');
  });

  it('opens tables, whose rows are a stop of their own', async () => {
    const tables = (await tabThrough()).filter(({ key }) => key.startsWith('table/'));
    for (const { key } of tables) {
      await focusOn(key);
      await press('Space');
      await workbench
        .webview()
        .locator(`[data-key="${key.replace('table', 'rows')}"]`)
        .waitFor();
    }
    const rows = (await tabThrough()).filter(({ key }) => key.startsWith('rows/'));
    assert.deepEqual(
      rows.map(({ key, isFramed }) => [key, isFramed]),
      tables.map(({ key }) => [key.replace('table', 'rows'), true]),
    );
  });

  it('has no fault that axe finds, its tables open, in Default Dark Modern', async () => {
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
  });

  for (const [name, theme] of Object.entries(otherThemes)) {
    it(`has no fault that axe finds, its tables open, in ${theme}`, async () => {
      await workbench.useTheme(theme);
      await focusOn('recall/alignment', 'ArrowDown');
      await press('ArrowDown');
      await workbench.screenshot(`progress-keyboard-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    });
  }

  it('opens the one question of a mark', async () => {
    await focusOn('answers/young/again', 'ArrowRight');
    await press('Space');
    await workbench.webview().locator('[data-step]').first().waitFor();
    assert.match(await workbench.page.locator('.tab.active').innerText(), /\?/);
  });
});

import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const firstDay = Date.parse('2026-11-23');
const nameOfDay = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);

/** The day, from the first, on which a question comes back that is graded on `day` by a button that names this. */
function dayNamed(outcome: string, day: number): number {
  if (outcome === 'tomorrow') return day + 1;
  const [, days] = /^in (\d+) days$/.exec(outcome) ?? assert.fail(outcome);
  return day + Number(days);
}

function daysAhead(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${String(days)} days`;
}

/** `Monday 23 November 2026` */
function formatDay(day: string): string {
  const format = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(day)).replace(',', '');
}

describe('a week of study', () => {
  let workbench: Workbench;
  let today = 0;
  /** By title, the day on which each question studied comes back, as the buttons named it. */
  const comesBack = new Map<string, number>();
  /** How many grades were given on each day. */
  const graded = new Map<string, number>();

  const grade = async (key: 1 | 2 | 3 | 4) => {
    const { title, outcomes } = await revealCard(workbench);
    const outcome = outcomes[key - 1] ?? '';
    await gradeCard(workbench, key);
    comesBack.set(title, key === 1 ? today : dayNamed(outcome, today));
    count();
  };
  const count = () => graded.set(nameOfDay(today), (graded.get(nameOfDay(today)) ?? 0) + 1);
  const gradeAllDue = async () => {
    const waiting = countDue();
    await dueItem(workbench).click();
    for (let asked = 0; asked < waiting; asked++) await grade(3);
    await workbench.webview().locator('.scorecard').waitFor();
  };
  const isDue = (day: number) => day <= today;
  const countDue = () => [...comesBack.values()].filter(isDue).length;
  /** What the rows of the tree say of the questions studied, without their level. */
  const standings = async () => {
    const rows = workbench.page.locator('.pane-body .monaco-list-row[aria-level="2"]');
    const told = await rows.evaluateAll((elements) =>
      elements.map((row) => {
        const text = (part: string) => row.querySelector(`.label-${part}`)?.textContent ?? '';
        return [text('name'), text('description').replace(/^\w+ · /, '')] as const;
      }),
    );
    return told.filter(([title]) => comesBack.has(title)).sort();
  };
  /** Status bar, badge and tree say of each question what the buttons named. */
  const seeWhatWasNamed = async () => {
    const count = countDue();
    await dueItem(workbench, count).waitFor();
    const badge = workbench.page.locator('.activitybar .badge-content:visible');
    await eventuallyEqual(() => badge.allInnerTexts(), count === 0 ? [] : [String(count)]);
    const expected = [...comesBack].map(
      ([title, day]) => [title, isDue(day) ? 'due' : `known · ${daysAhead(day - today)}`] as const,
    );
    await eventuallyEqual(standings, expected.sort(), nameOfDay(today));
  };
  const goTo = (day: number, time = '10:00') => {
    today = day;
    workbench.setClock(`${nameOfDay(day)}T${time}`);
  };
  const seeNoMessage = async () => {
    assert.deepEqual(await workbench.page.locator('.notification-toast').allInnerTexts(), []);
  };

  before(async () => {
    workbench = await openWorkbench({
      clock: `${nameOfDay(0)}T10:00`,
      settings: { 'llmStudy.study.newPerDay': 4 },
    });
    await workbench.openContainer('LLM Study');
    // The topics of the first four new questions.
    for (const topic of ['Foundations', 'Tokenization']) await groupRow(workbench, topic).click();
  });
  after(() => workbench.close());

  it('begins on Monday with four new questions and all four grades', async () => {
    await startQuiz(workbench, 'New today', 'All 4');
    for (const key of [1, 2, 3, 4] as const) await grade(key);
    await grade(3);
    await workbench.webview().locator('.scorecard').waitFor();
    assert.equal(comesBack.size, 4);
    await seeWhatWasNamed();
  });

  it('has on Tuesday what was to come back tomorrow', async () => {
    goTo(1);
    await seeWhatWasNamed();
    assert.equal(countDue(), 2);
    await gradeAllDue();
    await seeWhatWasNamed();
  });

  it('keeps for Thursday what was due on a Wednesday without study', async () => {
    goTo(2);
    await seeWhatWasNamed();
    goTo(3);
    await seeWhatWasNamed();
    assert.equal(countDue(), 2);
    await gradeAllDue();
    await seeWhatWasNamed();
  });

  it('loses nothing when the clock is set back a day, and says nothing of it', async () => {
    goTo(2, '22:00');
    await seeWhatWasNamed();
    await seeNoMessage();
  });

  it('takes grades while the clock is set back, and gives them up again', async () => {
    await startQuiz(workbench, 'Ahead, for practice', 'All 4');
    await revealCard(workbench);
    await gradeCard(workbench, 3);
    await workbench.runCommand('LLM Study: Undo Last Study Action');
    await workbench.page.locator('.notification-toast', { hasText: 'Undone: the grade of' }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await seeWhatWasNamed();
  });

  it('brings each question back on the day that its button named, not a day before', async () => {
    const last = Math.max(...comesBack.values());
    for (let day = 4; day <= last; day++) {
      goTo(day);
      await seeWhatWasNamed();
    }
    assert.equal(countDue(), 4);
  });

  it('counts a card that is open when the day turns for the day on which it is graded', async () => {
    workbench.setClock(`${nameOfDay(today + 1)}T03:59`);
    await dueItem(workbench).click();
    const { title } = await revealCard(workbench);
    goTo(today + 1, '04:00');
    await gradeCard(workbench, 3);
    comesBack.delete(title);
    count();
    await seeWhatWasNamed();
    await seeNoMessage();
  });

  it('is told by the progress, day by day', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('LLM Study: Show Progress');
    const table = workbench.webview().locator('.figure.calendar details');
    await table.locator('summary').click();
    const rows = await table.locator('tbody tr').allInnerTexts();
    const expected = [...graded].map(([day, answers]) => `${formatDay(day)}\t${String(answers)}`);
    assert.deepEqual(rows, expected.reverse());
  });
});

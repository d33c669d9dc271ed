import assert from 'node:assert/strict';
import { eventuallyEqual } from './support/eventually';
import { dueItem, gradeCard, groupBy, groupRow, revealCard, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

const firstDay = Date.parse('2026-11-23');
const nameOfDay = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);

/** The day, from the first, on which a question comes back that is graded on `day` by a button that names this. */
function dayNamed(outcome: string, day: number): number {
  if (outcome === 'tomorrow') return day + 1;
  const [, days] = /^in (\d+) days$/.exec(outcome) ?? assert.fail(outcome);
  return day + Number(days);
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
    graded.set(nameOfDay(today), (graded.get(nameOfDay(today)) ?? 0) + 1);
  };
  const titles = (label: string) =>
    workbench.page
      .locator('.pane-body .monaco-list-row[aria-level="2"]')
      .filter({ hasText: label })
      .locator('.label-name')
      .allInnerTexts();
  const due = () => [...comesBack].flatMap(([title, day]) => (day <= today ? title : [])).sort();
  /** What status bar, badge and tree call due is what the buttons named. */
  const seeDue = async () => {
    const count = due().length;
    await dueItem(workbench, count).waitFor();
    const badge = workbench.page.locator('.activitybar .badge-content:visible');
    await eventuallyEqual(() => badge.allInnerTexts(), count === 0 ? [] : [String(count)]);
    await eventuallyEqual(async () => (await titles('· due')).sort(), due(), nameOfDay(today));
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
    await groupBy(workbench, 'By level');
    for (const level of ['Hard', 'Medium', 'Easy']) await groupRow(workbench, level).click();
  });
  after(() => workbench.close());

  it('begins on Monday with four new questions and all four grades', async () => {
    await startQuiz(workbench, 'New today', 'All 4');
    for (const key of [1, 2, 3, 4] as const) await grade(key);
    await grade(3);
    await workbench.webview().locator('.scorecard').waitFor();
    console.log(comesBack);
    await seeDue();
  });
});

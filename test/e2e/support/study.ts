import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** What a person does with the extension, in the extension's own words. */

/** Opens a question of the tree by its topic and title. */
export async function openQuestion(workbench: Workbench, topic: string, title: string): Promise<void> {
  await workbench.openContainer('LLM Study');
  // A tooltip of the row under the pointer may lie over the next one.
  await workbench.page.mouse.move(900, 500);
  await groupRow(workbench, topic).click();
  await workbench.treeRow(title).click();
  await workbench.webview().locator('h1', { hasText: title }).waitFor();
}

/**
 * Opens a question by its title in the search, which knows the bank and, once they are read, the decks. Anew where the
 * list, still being filled, has moved on under the key, or took none.
 */
export async function openBySearch(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  const opened = workbench.webview().locator('h1', { hasText: title });
  const focused = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
  for (let tries = 0; tries < 3; tries++) {
    await workbench.runCommand('LLM Study: Search Questions');
    await page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
    await page.keyboard.type(title);
    await workbench.quickPickRow(title).first().waitFor();
    for (let rows = 0; rows < 20 && !(await focused.isVisible()); rows++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const list = page.locator('.quick-input-widget');
    await list.waitFor({ state: 'hidden', timeout: 8_000 }).catch(() => page.keyboard.press('Escape'));
    const isOpen = await opened.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  await opened.waitFor();
}

/** Waits until the tree has the deck. */
export async function untilDeckIsRead(workbench: Workbench, title: string): Promise<void> {
  await workbench.openContainer('LLM Study');
  const row = workbench.treeRow(title).first();
  for (let tries = 0; tries < 5 && !(await row.isVisible()); tries++) {
    await row.waitFor({ timeout: 3_000 }).catch(async () => {
      await groupBy(workbench, 'Status');
      await groupBy(workbench, 'Topic');
    });
  }
  await row.waitFor();
}

/** Reveals the whole answer of the question in the panel. */
export async function revealAll(workbench: Workbench): Promise<void> {
  const panel = workbench.webview();
  await panel.locator('h1').click();
  await workbench.page.keyboard.press('a');
  await panel.locator('section[data-step="answer"]:not(.veiled)').waitFor();
}

/** Starts a quiz from the palette; `choices` are the labels to pick, one a step. */
export async function startQuiz(workbench: Workbench, ...choices: readonly string[]): Promise<void> {
  await workbench.runCommand('LLM Study: Quiz Me');
  for (const choice of choices) await workbench.quickPickRow(choice).first().click();
  await workbench.webview().locator('.card h1').waitFor();
}

/** A card of a quiz as it stands when its answer is shown. */
export interface RevealedCard {
  readonly title: string;
  /** What each grade's button names, from *Again* to *Easy*. */
  readonly outcomes: readonly string[];
}

/** Reveals the card in the panel. */
export async function revealCard(workbench: Workbench): Promise<RevealedCard> {
  const panel = workbench.webview();
  await panel.locator('.front button').waitFor();
  await panel.locator('.card h1').click();
  await workbench.page.keyboard.press('Space');
  await panel.locator('.grades').waitFor();
  return {
    title: await panel.locator('.card h1').innerText(),
    outcomes: await panel.locator('.grades small').allInnerTexts(),
  };
}

/** Gives the revealed card a grade, 1 to 4, and waits for what comes next: a card or the scorecard. */
export async function gradeCard(workbench: Workbench, grade: 1 | 2 | 3 | 4): Promise<void> {
  const panel = workbench.webview();
  await workbench.page.keyboard.press(String(grade));
  await panel.locator('.grades').waitFor({ state: 'detached' });
  await panel.locator('.front button, .scorecard').first().waitFor();
}

/** The status bar's item, with what it counts as due. */
export function dueItem({ page }: Workbench, due?: number): Locator {
  const item = page.locator('.statusbar-item', { has: page.locator('.codicon-mortar-board') });
  return due === undefined ? item : item.filter({ has: page.getByText(String(due), { exact: true }) });
}

/** A group of the tree. Its label says how many questions it has, and how many are due. */
export function groupRow({ page }: Workbench, label: string): Locator {
  return page.locator(`.pane-body .monaco-list-row[aria-label^="${label}, "]`);
}

/** Groups the tree; `choice` is the label of the grouping. */
export async function groupBy(workbench: Workbench, choice: string): Promise<void> {
  await workbench.runCommand('LLM Study: Group Questions By…');
  await workbench.quickPickRow(choice).click();
}

/** Rests the pointer on a row of the tree until its tooltip has the text; anew where the row was drawn anew meanwhile. */
export async function showTooltip(workbench: Workbench, title: string, text: string): Promise<void> {
  const tooltip = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: text });
  for (let tries = 0; tries < 10 && !(await tooltip.isVisible()); tries++) {
    await workbench.page.mouse.move(900, 500);
    await workbench.treeRow(title).hover();
    await tooltip.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await tooltip.waitFor();
}

import type { Workbench } from './workbench';

/** What a person does with the extension, in the extension's own words. */

/** Opens a question of the tree by its topic and title. */
export async function openQuestion(workbench: Workbench, topic: string, title: string): Promise<void> {
  await workbench.openContainer('LLM Study');
  const group = workbench.page.locator(`.pane-body .monaco-list-row[aria-label^="${topic}, "]`);
  await group.click();
  await workbench.treeRow(title).click();
  await workbench.webview().locator('h1', { hasText: title }).waitFor();
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

import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** What a person does who has no mouse. */

const quickInput = '.quick-input-widget';

/** Runs a command from the palette by its whole title. */
export async function runByKeyboard(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  const input = page.locator(`${quickInput} input[type="text"]`);
  await input.waitFor({ state: 'hidden' });
  // A panel that gets the focus back late, on a busy machine, closes the palette.
  for (let tries = 0; tries < 4; tries++) {
    await page.keyboard.press('F1');
    await input.waitFor();
    await page.keyboard.type(title);
    const isListed = await focusedRow(workbench, title)
      .waitFor({ timeout: 8_000 })
      .then(
        () => true,
        () => false,
      );
    if (isListed) break;
    await page.keyboard.press('Escape');
  }
  await focusedRow(workbench, title).waitFor();
  await page.keyboard.press('Enter');
}

/** Goes down the open list to the row with the text, and takes it. */
export async function pickByKeyboard(workbench: Workbench, title: string, text: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  await workbench.quickPickRow(text).first().waitFor();
  const isThere = () => focusedRow(workbench, text).isVisible();
  for (let rows = 0; rows < 20 && !(await isThere()); rows++) await page.keyboard.press('ArrowDown');
  await focusedRow(workbench, text).waitFor();
  await page.keyboard.press('Enter');
}

/** Types a path into VS Code's own dialog for files and folders, and accepts it. */
export async function choosePath(workbench: Workbench, title: string, path: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  // The dialog writes its first path when it has listed the folder.
  await workbench.quickPickRow().first().waitFor();
  const dialog = page.locator('.quick-input-title').getByText(title, { exact: true });
  await page.locator(`${quickInput} input[type="text"]`).fill(path);
  // It takes no key while it lists another folder.
  for (let tries = 0; tries < 8 && (await dialog.isVisible()); tries++) {
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden', timeout: 3_000 }).catch(() => undefined);
  }
  await dialog.waitFor({ state: 'hidden' });
}

/** A notification in sight. */
export function toast({ page }: Workbench, text: string): Locator {
  return page.locator('.notification-toast', { hasText: text });
}

/** Takes the first button of the notification in sight. */
export async function acceptToast(workbench: Workbench, text: string): Promise<void> {
  await toast(workbench, text).waitFor();
  await runByKeyboard(workbench, 'Notifications: Accept Notification Primary Action');
  await toast(workbench, text).waitFor({ state: 'detached' });
}

function focusedRow({ page }: Workbench, text: string): Locator {
  return page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
}

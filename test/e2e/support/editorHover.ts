import { setTimeout } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** Opens the file, moves the mouse onto the word in that line (from 1) and gives the hover of ours that appears. */
export async function hoverWord(
  workbench: Workbench,
  file: string,
  line: number,
  word: string,
): Promise<Locator> {
  const { page } = workbench;
  await workbench.openFile(file, line);
  const { x, y } = await untilShown(() => wordCentre(workbench, word), `line ${String(line)}: ${word}`);
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Quiz me on this' }).first();
  // An editor that has just been opened may not follow the pointer yet, and a tab's or a word's own hover may be first.
  for (let tries = 0; tries < 8 && !(await hover.isVisible()); tries++) {
    if (tries > 0) await page.keyboard.press('Escape');
    await page.mouse.move(x - 60, y + 60);
    await page.mouse.move(x, y, { steps: 5 });
    await hover.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  await hover.waitFor();
  return hover;
}

/** Lines carry no number, so it is the one beside the number of the line that the cursor is in. */
async function wordCentre({ page }: Workbench, word: string): Promise<{ x: number; y: number } | undefined> {
  const number = await page.locator('.active-line-number').boundingBox();
  return page.locator('.monaco-editor .view-line', { hasText: word }).evaluateAll(
    (elements, { top, wanted }) => {
      const element = elements.find((each) => Math.abs(each.getBoundingClientRect().top - top) < 3);
      const texts = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts?.nextNode(); node; node = texts?.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return undefined;
    },
    { top: number?.y ?? -1, wanted: word },
  );
}

/** Lines are laid out a moment after their file is open. */
async function untilShown<T>(find: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`There is no ${what}.`);
    await setTimeout(50);
  }
}

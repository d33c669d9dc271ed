import assert from 'node:assert/strict';
import { hostileInputs } from '../support/hostileInputs';
import { hoverWord } from './support/editorHover';
import { createHostileExtension, hostileId } from './support/hostileExtension';
import { openWorkbench, type Workbench } from './support/workbench';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** From the click to a page that is drawn, on any machine that a person would use. */
const longestRenderMs = 200;

describe('hostile text', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ extension: createHostileExtension(hostileInputs) });
    await workbench.openContainer('LLM Study');
    await workbench.page.locator('.pane-body .monaco-list-row[aria-label^="Hostile, "]').click();
    await workbench.treeRow('Hostile 0:').click();
    await workbench.webview().locator('h1').waitFor();
  });
  after(() => workbench.close());

  it('comes in more than sixty kinds', () => {
    assert.ok(hostileInputs.length > 60, String(hostileInputs.length));
  });

  it('is shown in the panel without running anything, in time', async () => {
    const frame = await workbench.webviewFrame();
    /** Shows each text after the one before it, and gives the numbers of those that took too long. */
    const showAll = async () => {
      const slow = new Set<number>();
      for (const number of [...hostileInputs.keys(), 0].slice(1)) {
        const { ms, dangers } = await frame.evaluate(showAndInspect, hostileId(number));
        assert.deepEqual(dangers, [], hostileInputs[number]?.slice(0, 200));
        if (ms > longestRenderMs) slow.add(number);
      }
      return slow;
    };
    // The first time, chunks are loaded too, and a machine has its hiccups: what is slow is slow twice.
    const [first, second] = [await showAll(), await showAll()];
    const slow = [...second].filter((number) => first.has(number));
    assert.deepEqual(
      slow.map((number) => hostileInputs[number]?.slice(0, 80)),
      [],
    );
  });

  it('is shown in hovers without running anything', async () => {
    const lines = hostileInputs.map((_, number) => `x = hostile_term_${String(number)}`);
    writeFileSync(path.join(workbench.folder, 'hostile.py'), lines.join('\n'));
    for (const number of [0, 2, 4, 5, 8, 35, 42, 43, 53, 58]) {
      const hover = await hoverWord(workbench, 'hostile.py', number + 1, `hostile_term_${String(number)}`);
      await hover.getByText('Quiz me on this').waitFor();
      const made = await hover.evaluate((element) => ({
        commands: [...element.querySelectorAll('a')]
          .map((link) => link.dataset['href'] ?? link.getAttribute('href') ?? '')
          .filter((href) => href.startsWith('command:'))
          .map((href) => href.split('?')[0] ?? ''),
        images: [...element.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''),
      }));
      assert.deepEqual(made.commands, ['command:llmStudy.answer.open', 'command:llmStudy.quiz.questions']);
      assert.deepEqual(made.images, []);
      await workbench.page.keyboard.press('Escape');
    }
    assert.equal(await workbench.page.evaluate(() => 'pwned' in globalThis), false);
  });

  it('asks nothing of any address', () => {
    assert.deepEqual(workbench.foreignRequests(), []);
  });
});

/**
 * Runs in the panel: follows the link to a question and looks at what the page became. The time runs from the click,
 * through the extension and back, to the first frame in which every formula is drawn.
 */
async function showAndInspect(id: string): Promise<{ ms: number; dangers: string[] }> {
  const frame = () => new Promise(requestAnimationFrame);
  const title = () => document.querySelector('main h1');
  const before = title();
  const started = performance.now();
  document.querySelector<HTMLAnchorElement>(`.follow-ups a[href="#${id}"]`)?.click();
  const isDrawn = () =>
    [...document.querySelectorAll('[data-math]')].every((target) => target.firstElementChild !== null);
  while (title() === before || !isDrawn()) await frame();
  const ms = performance.now() - started;
  const dangers = [...document.querySelectorAll('main *')].flatMap((element) => [
    ...(/^(SCRIPT|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|IMG|VIDEO|AUDIO|STYLE)$/.test(element.tagName)
      ? [element.tagName]
      : []),
    ...element.getAttributeNames().filter((name) => name.startsWith('on')),
    ...[element.getAttribute('href') ?? ''].filter((href) => href !== '' && !/^(#|https:\/\/)/.test(href)),
  ]);
  return { ms, dangers: [...dangers, ...('pwned' in globalThis ? ['it ran'] : [])] };
}

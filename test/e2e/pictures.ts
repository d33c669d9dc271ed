// `npm run pictures`: takes the README's pictures from the running extension, into docs/pictures.
// `npm run pictures -- --into out/artefacts --theme "Default Light Modern"` shows every scene in another theme.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inCheckout } from '../support/paths';
import { closeBrowser } from './support/browser';
import { hoverWord } from './support/editorHover';
import { openQuestion, revealAll, startQuiz } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

type Scene = (workbench: Workbench) => Promise<void>;

const scaling = 'Why are attention scores divided by √dₖ?';

const scenes: Readonly<Record<string, { readonly theme: string; readonly show: Scene }>> = {
  read: {
    theme: 'Default Dark Modern',
    async show(workbench) {
      await workbench.openFile('attention.py', 24);
      await openQuestion(workbench, 'Attention', scaling);
      await revealAll(workbench);
      await workbench.webview().locator('.math-display .katex-html').first().waitFor();
    },
  },
  veil: {
    theme: 'Default Light Modern',
    async show(workbench) {
      await workbench.openFile('attention.py', 24);
      await openQuestion(workbench, 'Attention', scaling);
      await workbench.page.keyboard.press('Space');
      await workbench.webview().locator('section[data-step="hint"]:not(.veiled)').waitFor();
    },
  },
  search: {
    theme: 'Default Dark Modern',
    async show(workbench) {
      await workbench.runCommand('LLM Study: Search Questions');
      await workbench.page.locator('.quick-input-title', { hasText: 'Search Questions' }).waitFor();
      await workbench.page.keyboard.type('postional encodng');
      await workbench
        .webview()
        .locator('h1', { hasText: /positional encoding/i })
        .waitFor();
    },
  },
  quiz: {
    theme: 'Default Light Modern',
    async show(workbench) {
      await startQuiz(workbench, 'A topic', 'Alignment', 'All');
      await workbench.page.keyboard.press('Space');
      await workbench.webview().locator('.grades').waitFor();
      const ticks = workbench.webview().locator('.ticks input');
      for (const number of [0, 1, 3]) await ticks.nth(number).check();
    },
  },
  hover: {
    theme: 'Default Dark Modern',
    async show(workbench) {
      await workbench.openContainer('LLM Study');
      const hover = await hoverWord(workbench, 'attention.py', 41, 'LayerNorm');
      await hover.getByText('Quiz me on this').waitFor();
    },
  },
  deck: {
    theme: 'Default Light Modern',
    async show(workbench) {
      await workbench.openContainer('LLM Study');
      await workbench.openFile('serving-notes.md', 7);
      await workbench.runCommand('LLM Study: Study This File');
      await workbench.webview().locator('h1', { hasText: 'continuous batching' }).waitFor();
      await workbench.page.locator('.codelens-decoration', { hasText: 'Show answer' }).first().waitFor();
      await revealAll(workbench);
      await workbench.webview().locator('.math-display .katex-html').first().waitFor();
    },
  },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { into: { type: 'string', default: 'docs/pictures' }, theme: { type: 'string' } },
  });
  const folder = inCheckout(values.into);
  mkdirSync(folder, { recursive: true });
  for (const [name, { theme, show }] of Object.entries(scenes)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const workbench = await openWorkbench({ theme: values.theme ?? theme });
    await show(workbench);
    await workbench.untilStill();
    await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
    await workbench.close();
    console.log(path.join(values.into, `${name}.png`));
  }
  await closeBrowser();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

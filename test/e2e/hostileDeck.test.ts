import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { hostileDeckInputs, hostileInputs, hostileTargets, hostileTitles } from '../support/hostileInputs';
import { hostileShapes } from '../support/hostileShapes';
import { createDeckWorkspace } from './support/deckFolder';
import { hoverWord } from './support/editorHover';
import { eventuallyEqual } from './support/eventually';
import {
  gradeCard,
  groupRow,
  openBySearch,
  revealAll,
  revealCard,
  showTooltip,
  startQuiz,
  untilDeckIsRead,
} from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';

/** Stands beside the decks alone. */
const canary = 'CANARY-5d1e';

const texts = [...hostileInputs, ...hostileDeckInputs, ...hostileTitles, ...hostileTargets];
const inLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ').slice(0, 200);

/** Every text in every shape. */
function writeDeck(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [shape, write] of Object.entries(hostileShapes)) {
    texts.forEach((text, number) => {
      for (const file of write(text.slice(0, 1000)))
        files[`my-deck/${shape}/${String(number)}/${file.path}`] = file.text;
    });
  }
  return files;
}

const pictures = `## What is in the pictures?

![own](own.svg) ![linked](linked.svg) ![deep](folder/canary.svg) ![out](../canary.svg) <img src="linked.svg">

[the note](linked.md), [deep](folder/canary.md), [out](../canary.md)
`;

/** A question with options for each of these, which are asked in a quiz. */
const asked = [...hostileDeckInputs, ...hostileTitles, ...hostileTargets];
const quiz = Object.fromEntries(
  asked.map((text, number) => [
    `my-quiz/${String(number)}.md`,
    `# Hostile things\n\n## What is option ${String(number)}: ${inLine(text)}?\n\nA) ${inLine(text)}\nB) y\n\n**Answer:** A\n\n${text}\n`,
  ]),
);

const listed = [0, 2, 4, 5, 35, 42, 43, 53, 60];
const list = listed.map(
  (at) => `## What is hostile${String(at)} ${inLine(texts[at] ?? '')}?\n\n${texts[at] ?? ''}\n`,
);

/** On a busy machine, for a palette that opens at once on an idle one. */
const longestPaletteMs = 2000;

describe('a deck of hostile files', () => {
  let workbench: Workbench;
  const dialogs: string[] = [];
  const outside: string[] = [];

  const isUnharmed = async () => {
    const found = await Promise.all(
      workbench.page.frames().map((frame) => frame.evaluate(lookAround).catch(() => '')),
    );
    assert.deepEqual(
      found.filter((text) => text.includes('it ran') || text.includes(canary)),
      [],
    );
    assert.deepEqual([...dialogs, ...outside, ...workbench.foreignRequests()], []);
  };

  before(async function () {
    this.timeout(180_000);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const folder = createDeckWorkspace('hostile-files', {
      ...writeDeck(),
      'my-deck/list.md': list.join('\n'),
      'my-deck/pictures.md': pictures,
      'my-deck/own.svg': svg,
      ...quiz,
      'secret/canary.md': `## What is ${canary}?\n\n${canary}\n`,
      'secret/canary.svg': svg,
      'canary.md': `## What is ${canary}?\n\n${canary}\n`,
      'canary.svg': svg,
    });
    workbench = await openWorkbench({ folder, settings: { 'llmStudy.quiz.order': 'path' } });
    await workbench.page.setViewportSize({ width: 1280, height: 1400 });
    const at = (name: string) => path.join(workbench.folder, name);
    symlinkSync(at('canary.svg'), at('my-deck/linked.svg'));
    symlinkSync(at('canary.md'), at('my-deck/linked.md'));
    symlinkSync(at('secret'), at('my-deck/folder'), 'dir');
    listen(workbench.page, dialogs, outside);
    workbench.changeSettings({
      'llmStudy.decks.folders': ['my-deck', 'my-quiz'],
      'llmStudy.quiz.order': 'path',
    });
    await untilDeckIsRead(workbench, 'my-quiz');
    await untilDeckIsRead(workbench, 'my-deck');
  });
  after(() => workbench.close());
  afterEach(isUnharmed);

  it('is in the tree, with tooltips of text alone', async () => {
    await groupRow(workbench, 'my-quiz').click();
    await workbench.treeRow('What is option 0:').first().waitFor();
    const tooltip = workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'What is option' });
    for (const number of [0, 4, 12, 15, 18]) {
      await showTooltip(workbench, `What is option ${String(number)}:`, `option ${String(number)}`);
      assert.equal(await tooltip.locator('a, img, script, .codicon').count(), 0);
    }
    await groupRow(workbench, 'my-quiz').click();
    await workbench.page.mouse.move(900, 500);
  });

  it('has problems, which are text', async () => {
    await workbench.runCommand('Problems: Focus on Problems View');
    const panel = workbench.page.locator('.markers-panel');
    await panel.locator('.monaco-list-row').first().waitFor();
    await panel.locator('.monaco-list').first().press('End');
    assert.equal(await panel.locator('img, script, iframe').count(), 0);
    await workbench.runCommand('View: Toggle Panel Visibility').catch(() => undefined);
  });

  it('has hovers with our commands alone', async () => {
    const lines = list.join('\n').split('\n');
    await workbench.openFile('list.md');
    // The lenses move the lines.
    await workbench.page.locator('.codelens-decoration', { hasText: 'Quiz from here' }).first().waitFor();
    for (const at of listed) {
      const line = lines.findIndex((text) => text.startsWith(`## What is hostile${String(at)} `)) + 1;
      const hover = await hoverWord(workbench, 'list.md', line, `hostile${String(at)}`);
      const hrefs = await hover.evaluate((element) =>
        [...element.querySelectorAll('a')].map(
          (link) => (link.dataset['href'] ?? link.getAttribute('href') ?? '').split('?')[0],
        ),
      );
      assert.deepEqual(hrefs.filter(Boolean), [
        'command:llmStudy.answer.open',
        'command:llmStudy.quiz.questions',
      ]);
      assert.equal(await hover.locator('img, script').count(), 0);
      await workbench.page.keyboard.press('Escape');
    }
  });

  it('shows pictures of its own, and none that a link leads to', async () => {
    await openBySearch(workbench, 'What is in the pictures?');
    await revealAll(workbench);
    const frame = await workbench.webviewFrame();
    await eventuallyEqual(() => frame.evaluate(findPictures), ['own', 'own.svg']);
    await workbench.webview().locator('a', { hasText: 'the note' }).click();
    await workbench.webview().getByText('leads out of the deck').waitFor();
    assert.equal(await workbench.page.locator('.tab', { hasText: /linked|canary/ }).count(), 0);
  });

  it('is asked in a quiz, with its options', async function () {
    this.timeout(240_000);
    await workbench.runCommand('View: Close All Editors');
    await startQuiz(workbench, 'A deck', 'my-quiz', 'All ');
    const total = await workbench.webview().locator('.position').innerText();
    const count = Number(/of (\d+)/.exec(total)?.[1]);
    assert.ok(count > asked.length / 2, total);
    for (let number = 0; number < count; number++) {
      await revealCard(workbench);
      const frame = await workbench.webviewFrame();
      assert.deepEqual(await frame.evaluate(findActing), []);
      await gradeCard(workbench, 4);
    }
    await workbench.webview().locator('.scorecard').waitFor();
  });

  it('leaves the window quick while a hundred thousand quotes are read', async () => {
    const quotes = '> '.repeat(100_000);
    writeFileSync(
      path.join(workbench.folder, 'my-deck', 'quotes.md'),
      `## What is above the quotes?\n\n${quotes}x\n\n## What is below the quotes?\n\nThis.\n`,
    );
    const input = workbench.page.locator('.quick-input-widget input[type="text"]');
    const times: number[] = [];
    for (let tries = 0; tries < 10; tries++) {
      const started = performance.now();
      await workbench.page.keyboard.press('F1');
      await input.waitFor();
      times.push(performance.now() - started);
      await workbench.page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
    }
    assert.ok(Math.max(...times) < longestPaletteMs, times.map(Math.round).join(' '));
    // A search that is open lists what was read when it was opened.
    const found = workbench.quickPickRow('What is below the quotes?').first();
    for (let tries = 0; tries < 10 && !(await found.isVisible()); tries++) {
      await workbench.page.keyboard.press('Escape');
      await workbench.runCommand('LLM Study: Search Questions');
      await workbench.page.keyboard.type('What is below the quotes?');
      await found.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await workbench.page.keyboard.press('Escape');
    await openBySearch(workbench, 'What is below the quotes?');
    await openBySearch(workbench, 'What is above the quotes?');
    await revealAll(workbench);
  });
});

function listen(page: Page, dialogs: string[], outside: string[]): void {
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    if (/canary|linked\.|my-deck\/folder/.test(request.url())) outside.push(request.url());
  });
}

/** Runs in each frame. */
function lookAround(): string {
  return `${'pwned' in globalThis ? 'it ran' : ''} ${document.body.innerText}`;
}

/** Runs in the panel: the descriptions and files of the pictures that are shown. */
function findPictures(): string[] {
  const shown = [...document.images].filter(({ naturalWidth }) => naturalWidth > 0);
  return shown.flatMap(({ alt, src }) => [alt, src.slice(src.lastIndexOf('/') + 1)]);
}

/** Runs in the panel: elements and attributes that would act. */
function findActing(): string[] {
  return [...document.querySelectorAll('main *')].flatMap((element) => [
    ...(/^(SCRIPT|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|VIDEO|AUDIO|STYLE|SOURCE)$/.test(element.tagName)
      ? [element.tagName]
      : []),
    ...element.getAttributeNames().filter((name) => /^(on.*|srcset|ping|target)$/.test(name)),
    ...[element.getAttribute('href') ?? ''].filter((href) => href !== '' && !/^(#|https?:\/\/)/.test(href)),
  ]);
}

import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { AnswerView } from '../../src/protocol/answer';
import { hostileDeckInputs, hostileInputs, hostileMessages } from '../support/hostileInputs';
import { createDeckWorkspace } from './support/deckFolder';
import { hoverWord } from './support/editorHover';
import { aQuestionView, anAnswerView } from './support/handMade';
import { createHostileExtension, hostileId } from './support/hostileExtension';
import { openBySearch, openQuestion, revealAll, untilDeckIsRead } from './support/study';
import { openWorkbench, type Workbench } from './support/workbench';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** From the click to a page that is drawn, on any machine that a person would use. */
const longestRenderMs = 200;

/** A deck's text may be a hundred times as long as any of the bank, and is shown in six places at once here. */
const longestDeckRenderMs = 2000;

/** What `doWork` takes on a machine with nothing else to do. */
const usualWorkMs = 40;

/** How many times as long everything takes now, 1 or more: a busy machine counts as busy. */
async function measureLoad(frame: Frame): Promise<number> {
  return Math.max(1, (await frame.evaluate(doWork)) / usualWorkMs);
}

function doWork(): number {
  const started = performance.now();
  let text = '';
  for (let number = 0; number < 400_000; number++) text = (text + String(number)).slice(-50);
  return performance.now() - started + Number(text === '');
}

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
        const ms = await frame.evaluate(showQuestion, hostileId(number));
        const dangers = await frame.evaluate(findDangers, 'main *');
        assert.deepEqual(dangers, [], hostileInputs[number]?.slice(0, 200));
        if (ms > longestRenderMs && ms > longestRenderMs * (await measureLoad(frame))) slow.add(number);
      }
      return slow;
    };
    // The first time, chunks are loaded too, and a machine has its hiccups: what is slow is slow three times.
    let slow = [...(await showAll())];
    for (let again = 0; again < 2 && slow.length > 0; again++) {
      const stillSlow = await showAll();
      slow = slow.filter((number) => stillSlow.has(number));
    }
    assert.deepEqual(
      slow.map((number) => hostileInputs[number]?.slice(0, 80)),
      [],
    );
  });

  it('is shown in a note of one’s own without running anything', async () => {
    await workbench.treeRow('Hostile 0:').click();
    await revealAll(workbench);
    const frame = await workbench.webviewFrame();
    for (const text of hostileInputs) {
      await frame.evaluate(writeNote, text);
      const dangers = await frame.evaluate(findDangers, '.own-note .note-text *');
      assert.deepEqual(dangers, [], text.slice(0, 200));
    }
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

describe('hostile text of a deck', () => {
  let workbench: Workbench;
  const texts = [...hostileInputs, ...hostileDeckInputs];
  const everywhere = (text: string) => ({
    title: `Hostile ${text.slice(0, 60)}?`,
    shortAnswer: text,
    hint: text,
    keyPoints: [text.replace(/\n/g, ' ')],
    sections: [{ heading: '', markdown: text }],
    followUps: [text.replace(/\n/g, ' ')],
    options: [
      { letter: 'A', text, isRight: true },
      { letter: 'B', text: 'x', isRight: false },
    ],
  });

  before(async () => {
    const folder = createDeckWorkspace('hostile-deck', {
      'my-deck/list.md': '# What is a hostile text?\n\nA deck.\n',
      'my-deck/images/cat.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'secret.png': 'secret',
    });
    workbench = await openWorkbench({ folder });
    await untilDeckIsRead(workbench, 'my-deck');
    await openBySearch(workbench, 'What is a hostile text?');
  });
  after(() => workbench.close());

  it('is shown in the panel without running anything, in time', async () => {
    const frame = await workbench.webviewFrame();
    const root = await resourceAddress(frame, path.join(workbench.folder, 'my-deck'));
    const slow: string[] = [];
    for (const text of texts) {
      const view = anAnswerView(aQuestionView(everywhere(text), { root }));
      // As in the bank, what is slow is slow three times.
      let ms = Infinity;
      let longest = longestDeckRenderMs;
      for (let tries = 0; tries < 3 && ms > longest; tries++) {
        ms = await frame.evaluate(showView, view);
        if (ms > longest) longest = longestDeckRenderMs * (await measureLoad(frame));
      }
      if (ms > longest) slow.push(`${String(Math.round(ms))} ms: ${text.slice(0, 80)}`);
      assert.deepEqual(await frame.evaluate(findDeckDangers, root), [], text.slice(0, 200));
    }
    assert.deepEqual(slow, []);
  });

  it('leaves the page where it is, and the focus in it', async () => {
    const frame = await workbench.webviewFrame();
    assert.equal(await frame.evaluate(() => document.querySelectorAll('main').length), 1);
    assert.equal(await workbench.page.locator('.tab').count(), 1);
    assert.equal(await workbench.page.evaluate(() => 'pwned' in globalThis), false);
  });

  it('asks nothing of any address', () => {
    assert.deepEqual(workbench.foreignRequests(), []);
  });
});

describe('hostile messages', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ initScript: captureApi });
    await openQuestion(workbench, 'Attention', 'Why are attention scores divided');
  });
  after(() => workbench.close());

  it('are refused, each request with an answer that says why', async () => {
    const frame = await workbench.webviewFrame();
    const answered = await frame.evaluate(postAndCollect, hostileMessages);
    const expected = hostileMessages.filter(
      (message) => Number((message as { id?: number } | null)?.id) > 1e5,
    );
    assert.equal(answered.length, expected.length);
    assert.deepEqual(
      answered.filter(({ ok, error }) => ok || error === ''),
      [],
    );
  });

  it('change nothing: the panel shows its question and goes on', async () => {
    assert.match(await workbench.webview().locator('h1').innerText(), /^Why are attention scores/);
    await revealAll(workbench);
    assert.equal(await workbench.page.locator('.tab').count(), 1);
    assert.equal(await workbench.page.evaluate(() => 'pwned' in globalThis), false);
  });
});

interface Captured {
  capturedApi?: { postMessage(message: unknown): void } | undefined;
}

/** Runs in every frame: keeps what VS Code gives a panel's page once, so that a test can post in its name. */
function captureApi(): void {
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    set(acquire: () => Captured['capturedApi']) {
      const captured = globalThis as Captured;
      const value = () => (captured.capturedApi ??= acquire());
      Object.defineProperty(globalThis, 'acquireVsCodeApi', { configurable: true, value });
    },
  });
}

/** Runs in the panel: posts the messages and gives the replies to those that ask for one. */
function postAndCollect(messages: readonly unknown[]): Promise<{ ok: boolean; error: string }[]> {
  const isAsked = (id: unknown) => typeof id === 'number' && id > 1e5;
  const asked = messages.filter((message) => isAsked((message as { id?: unknown } | null)?.id)).length;
  const replies: { ok: boolean; error: string }[] = [];
  return new Promise((resolve) => {
    addEventListener('message', ({ data }: MessageEvent<{ id?: unknown; ok: boolean; error?: string }>) => {
      if (!isAsked(data.id)) return;
      replies.push({ ok: data.ok, error: data.error ?? '' });
      if (replies.length === asked) resolve(replies);
    });
    for (const message of messages) (globalThis as Captured).capturedApi?.postMessage(message);
  });
}

/**
 * Runs in the panel: follows the link to a question. The time runs from the click, through the extension and back, to
 * the first frame in which every formula is drawn.
 */
async function showQuestion(id: string): Promise<number> {
  const frame = () => new Promise(requestAnimationFrame);
  const title = () => document.querySelector('main h1');
  const before = title();
  const started = performance.now();
  document.querySelector<HTMLAnchorElement>(`.follow-ups a[href="#${id}"]`)?.click();
  const isDrawn = () =>
    [...document.querySelectorAll('[data-math]')].every((target) => target.firstElementChild !== null);
  while (title() === before || !isDrawn()) await frame();
  return performance.now() - started;
}

/** Runs in the panel: writes the text into the note and saves it, until the note is drawn. */
async function writeNote(text: string): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  const note = () => document.querySelector('section.own-note');
  document.querySelector<HTMLButtonElement>('footer [data-action="note"]')?.click();
  const field = note()?.querySelector('textarea');
  if (!field) throw new Error('The editor of the note is not open.');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  note()?.querySelector<HTMLButtonElement>('button.primary')?.click();
  const isDrawn = () =>
    [...document.querySelectorAll('[data-math]')].every((target) => target.firstElementChild !== null);
  while (!note()?.querySelector('.note-text') || !isDrawn()) await frame();
}

/** Runs in the panel: looks at what the elements became. */
function findDangers(selector: string): string[] {
  const dangers = [...document.querySelectorAll(selector)].flatMap((element) => [
    ...(/^(SCRIPT|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|IMG|VIDEO|AUDIO|STYLE)$/.test(element.tagName)
      ? [element.tagName]
      : []),
    ...element.getAttributeNames().filter((name) => name.startsWith('on')),
    ...[element.getAttribute('href') ?? ''].filter((href) => href !== '' && !/^(#|https:\/\/)/.test(href)),
  ]);
  return [...dangers, ...('pwned' in globalThis ? ['it ran'] : [])];
}

/** The address that the panel's page has for a file of the machine. */
function resourceAddress(frame: Frame, file: string): Promise<string> {
  return frame.evaluate((name) => {
    const { origin } = new URL(document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? '');
    return `${origin}${encodeURI(name)}`;
  }, file);
}

/** Runs in the panel: shows what the host might say, until every formula is drawn. Milliseconds. */
async function showView(payload: AnswerView): Promise<number> {
  const started = performance.now();
  dispatchEvent(new MessageEvent('message', { data: { kind: 'event', name: 'show', payload } }));
  const isDrawn = () =>
    [...document.querySelectorAll('[data-math]')].every((target) => target.childNodes.length > 0);
  do await new Promise(requestAnimationFrame);
  while (!isDrawn());
  return performance.now() - started;
}

/** Runs in the panel: looks at what the elements of a deck's question became. */
function findDeckDangers(root: string): string[] {
  const parts =
    '.markdown, .hint > span, .key-points li > span, .option .text, .right-options span, .follow-ups li > span';
  const elements = [...document.querySelectorAll(parts)].flatMap((part) => [...part.querySelectorAll('*')]);
  const styled =
    /^(katex|math|tex-error|language-|hljs|align-|table-frame|code-frame|copy|markdown|image-elsewhere)/;
  const dangers = elements.flatMap((element) => {
    const href = element.getAttribute('href') ?? '';
    const source = element.getAttribute('src') ?? '';
    const isDrawn = element.closest('.katex, .code-frame, [data-math]') !== null;
    return [
      ...(/^(SCRIPT|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|INPUT|TEXTAREA|SELECT|DIALOG|VIDEO|AUDIO|STYLE|SOURCE)$/.test(
        element.tagName,
      )
        ? [element.tagName]
        : []),
      ...element
        .getAttributeNames()
        .filter((name) => /^(on.*|srcset|ping|target|id|name|background|poster)$/.test(name)),
      ...(href === '' || /^(#|https?:\/\/)/.test(href) ? [] : [href]),
      ...(source === '' || source.startsWith(`${root}/`) ? [] : [source]),
      ...(element.hasAttribute('style') && !isDrawn ? ['style'] : []),
      ...[...element.classList].filter((name) => !isDrawn && !styled.test(name)),
    ];
  });
  const links = [...document.querySelectorAll('.answer a')].map((link) => link.textContent);
  const spoofs = links.filter((name) => /[\u200b\u202a-\u202e\u2066-\u2069]/.test(name));
  return [...dangers, ...spoofs, ...('pwned' in globalThis ? ['it ran'] : [])];
}

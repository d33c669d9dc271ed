import type { DeckOrigin } from '../../protocol/question';
import { button, element, onFollow } from '../element';
import { renderDeck } from './deckContent';
import type * as HighlightModule from './highlight';
import type * as MathModule from './math';
import { parseInline, parseMarkdown, type Formula } from './parser';
import { sanitizeHtml } from './sanitize';

/** What the page does when somebody uses what was rendered. */
export interface RenderActions {
  openQuestion(id: string): void;
  copy(text: string): void;
  /** Goes where a link of a deck's text leads inside the deck; `target` is what the text says. */
  followLink(target: string): void;
  /** Of paths of the deck's folder, those at which there is a picture that may be shown. */
  findPictures(paths: readonly string[]): Promise<readonly string[]>;
}

/**
 * Renders Markdown for the page: HTML is cleaned before it enters, then formulas are drawn and code is coloured. The
 * libraries for these two are loaded when the first text needs them; until then there is the TeX source, plain code.
 * A deck's text is read more generously: `origin` says that it is one.
 */
export function renderMarkdown(text: string, actions: RenderActions, origin?: DeckOrigin): HTMLElement {
  return render(element('div', { class: 'markdown' }), text, actions, origin);
}

/** As `renderMarkdown`, for a line of text inside another element. */
export function renderInline(text: string, actions: RenderActions, origin?: DeckOrigin): HTMLElement {
  return render(element('span', {}), text, actions, origin);
}

function render(
  target: HTMLElement,
  text: string,
  actions: RenderActions,
  origin: DeckOrigin | undefined,
): HTMLElement {
  const isInline = target.tagName === 'SPAN';
  if (origin === undefined) {
    const { html, formulas } = isInline ? parseInline(text) : parseMarkdown(text);
    target.append(sanitizeHtml(html));
    for (const link of target.querySelectorAll('a')) finishLink(link, actions);
    finish(target, formulas, actions);
  } else {
    const { content, formulas, isLoaded } = renderDeck(text, isInline, origin, actions);
    target.append(content);
    finish(target, formulas, actions);
    track(isLoaded);
  }
  return target;
}

function finish(rendered: HTMLElement, formulas: readonly Formula[], actions: RenderActions): void {
  for (const table of rendered.querySelectorAll('table')) {
    finishHeadings(table);
    wrapTable(table);
  }
  for (const code of rendered.querySelectorAll<HTMLElement>('pre > code:only-child')) {
    if (code.parentNode?.childNodes.length === 1) addCopyButton(code, actions);
  }
  drawFormulas(rendered, formulas);
  colourCode(rendered);
}

/** A question's id opens the question; VS Code itself opens an `https:` page outside; anything else is text. */
function finishLink(link: HTMLAnchorElement, { openQuestion }: RenderActions): void {
  const target = link.getAttribute('href') ?? '';
  if (target.startsWith('https://')) return;
  if (!/^[a-z0-9-]+$/.test(target)) return link.replaceWith(...link.childNodes);
  onFollow(link, target, () => openQuestion(target));
}

/** The corner above row headings has nothing to say: it is no heading. */
function finishHeadings(table: HTMLTableElement): void {
  for (const heading of table.querySelectorAll('th')) {
    if (heading.textContent === '' && heading.childElementCount === 0) heading.replaceWith(element('td', {}));
  }
}

/** A wide table scrolls in a frame of its own, which the keyboard can reach. */
function wrapTable(table: HTMLTableElement): void {
  const frame = element('div', {
    class: 'table-frame',
    tabindex: '0',
    role: 'group',
    'aria-label': 'Table',
  });
  table.replaceWith(frame);
  frame.append(table);
}

function addCopyButton(code: HTMLElement, { copy }: RenderActions): void {
  const text = code.textContent;
  const frame = element('div', { class: 'code-frame' });
  const copyButton = button(
    'Copy',
    () => {
      copy(text);
      copyButton.textContent = 'Copied';
      setTimeout(() => (copyButton.textContent = 'Copy'), 1500);
    },
    { class: 'copy', 'aria-label': 'Copy code' },
  );
  code.parentElement?.replaceWith(frame);
  frame.append(element('pre', { tabindex: '0', role: 'group', 'aria-label': 'Code' }, code), copyButton);
}

function drawFormulas(rendered: HTMLElement, formulas: readonly Formula[]): void {
  if (formulas.length === 0) return;
  const targets = [...rendered.querySelectorAll<HTMLElement>('[data-math]')];
  showSource(targets.slice(mostFormulas), formulas);
  track(drawAll(targets.slice(0, mostFormulas), formulas));
}

/** Formulas of one text that are drawn. A page of more could not be laid out in time; they stay TeX. */
const mostFormulas = 1000;

/** How long the page may be busy drawing before it answers keys again. */
const sliceMs = 30;

let math: typeof MathModule | undefined;

/**
 * Once the library is there, the first slice is drawn before this returns, outside the page. A formula that stands in
 * the text again is copied: that takes a fraction of the time.
 */
async function drawAll(targets: readonly HTMLElement[], formulas: readonly Formula[]): Promise<void> {
  if (math === undefined) {
    showSource(targets, formulas);
    math = await import('./math');
  }
  const drawn = new Map<string, HTMLElement>();
  let sliceEnd = performance.now() + sliceMs;
  for (const [at, target] of targets.entries()) {
    if (performance.now() > sliceEnd) {
      showSource(targets.slice(at), formulas);
      await new Promise((resume) => setTimeout(resume));
      sliceEnd = performance.now() + sliceMs;
    }
    const formula = formulas[Number(target.dataset.math)];
    if (formula === undefined) continue;
    const key = `${String(formula.isDisplay)} ${formula.tex}`;
    const known = drawn.get(key);
    if (known === undefined) math.drawFormula(formula, target);
    else target.replaceWith(known.cloneNode(true));
    drawn.set(key, known ?? target);
  }
}

function showSource(targets: readonly HTMLElement[], formulas: readonly Formula[]): void {
  for (const target of targets) target.textContent = formulas[Number(target.dataset.math)]?.tex ?? '';
}

let highlight: typeof HighlightModule | undefined;

function colourCode(rendered: HTMLElement): void {
  const blocks = [...rendered.querySelectorAll<HTMLElement>('pre > code[class*="language-"]')];
  if (blocks.length > 0) track(colourAll(blocks));
}

async function colourAll(blocks: readonly HTMLElement[]): Promise<void> {
  highlight ??= await import('./highlight');
  blocks.forEach(highlight.highlightCode);
}

const pending = new Set<Promise<void>>();

function track(work: Promise<void>): void {
  pending.add(work);
  void work.finally(() => pending.delete(work));
}

/** Resolves when all that was rendered has its final size. */
export async function allDrawn(): Promise<void> {
  await Promise.allSettled([...pending]);
}

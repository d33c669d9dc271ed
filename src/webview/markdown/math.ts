import katex from 'katex';
import { element } from '../element';
import type { Formula } from './parser';

/** Longer TeX is not a formula any more; it is shown as its source. */
const longestTex = 4_000;

/** Braces within braces that KaTeX is asked to follow. What people write stays below ten. */
const deepestBraces = 30;

/**
 * Elements, and elements within elements, that one formula may become. A browser lays out nested elements recursively,
 * and macros can nest them without end: past its stack the page is gone, with everything in it.
 */
const mostElements = 4_000;
const deepestNesting = 200;

/**
 * Draws a formula into an empty element, with MathML beside it for screen readers. What KaTeX refuses is shown as its
 * source with a mark that says why. KaTeX builds elements and sets styles through the DOM, so no inline style needs
 * the page's leave.
 */
export function drawFormula({ tex, isDisplay }: Formula, target: HTMLElement): void {
  target.classList.add(isDisplay ? 'math-display' : 'math-inline');
  if (isDisplay) target.tabIndex = 0;
  try {
    renderTex(tex, isDisplay, target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    target.replaceChildren(
      element('code', { class: 'tex-error' }, tex.slice(0, longestTex)),
      element('span', { class: 'tex-error-mark', role: 'note', title: reason }, `⚠ ${reason.slice(0, 200)}`),
    );
  }
}

/** Throws what KaTeX throws, or an error that names the limit; then the target's content must not stay. */
function renderTex(tex: string, isDisplay: boolean, target: HTMLElement): void {
  if (tex.length > longestTex)
    throw new Error(`The formula is longer than ${String(longestTex)} characters.`);
  if (braceDepth(tex) > deepestBraces) throw new Error('The formula is nested too deeply to be drawn.');
  katex.render(tex, target, {
    displayMode: isDisplay,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'ignore',
    trust: false,
    maxExpand: 500,
    maxSize: 30,
  });
  checkSize(target);
}

function braceDepth(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [brace] of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Macros nest without braces that could be counted, so that what they became is counted too. */
function checkSize(drawing: HTMLElement): void {
  const count = drawing.getElementsByTagName('*').length;
  if (count > mostElements) throw new Error('The formula has too many parts to be drawn.');
  if (count > deepestNesting && depthOf(drawing) > deepestNesting) {
    throw new Error('The formula is nested too deeply to be drawn.');
  }
}

/** Walks down, else across, else up and across, since formulas are many and lists of children cost. */
function depthOf(root: Element): number {
  let [depth, deepest] = [0, 0];
  let at: Element = root;
  for (;;) {
    if (at.firstElementChild !== null) {
      at = at.firstElementChild;
      deepest = Math.max(deepest, ++depth);
      continue;
    }
    while (at !== root && at.nextElementSibling === null && at.parentElement !== null) {
      at = at.parentElement;
      depth--;
    }
    if (at === root || at.nextElementSibling === null) return deepest;
    at = at.nextElementSibling;
  }
}

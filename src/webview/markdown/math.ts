import katex from 'katex';
import { element } from '../element';
import type { Formula } from './parser';

/** Longer TeX is not a formula any more; it is shown as its source. */
const longestTex = 10_000;

/**
 * Draws a formula into an empty element, with MathML beside it for screen readers. What KaTeX refuses is shown as its
 * source with a mark that says why. KaTeX builds elements and sets styles through the DOM, so no inline style needs
 * the page's leave.
 */
export function drawFormula({ tex, isDisplay }: Formula, target: HTMLElement): void {
  target.classList.add(isDisplay ? 'math-display' : 'math-inline');
  if (isDisplay) target.tabIndex = 0;
  try {
    if (tex.length > longestTex) throw new Error(`it is longer than ${String(longestTex)} characters`);
    katex.render(tex, target, {
      displayMode: isDisplay,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 500,
      maxSize: 30,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    target.replaceChildren(
      element('code', { class: 'tex-error' }, tex.slice(0, longestTex)),
      element('span', { class: 'tex-error-mark', role: 'note', title: reason }, `⚠ ${reason.slice(0, 200)}`),
    );
  }
}

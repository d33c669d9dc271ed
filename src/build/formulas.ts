import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import type { FormulaImage } from '../core/bank/bankFiles';
import { splitAtHeadings } from '../core/bank/markdown';
import { findFormulas } from './texInMarkdown';

/** CSS pixels per ex at the 14 px of a hover's text. */
const pixelsPerEx = 14 * 0.45;

/** The display formulas that a hover shows: those of the short answer, then the first of the rest. */
export function findMainFormulas(body: string): string[] {
  const [short, ...rest] = splitAtHeadings(body).map(({ markdown }) =>
    findFormulas(markdown)
      .formulas.filter(({ isDisplay }) => isDisplay)
      .map(({ tex }) => tex),
  );
  return [...(short ?? []), ...rest.flat().slice(0, 1)];
}

/** Draws display formulas as SVG documents that need nothing else. Throws for TeX that MathJax refuses. */
export function createFormulaRenderer(): (tex: string) => Promise<FormulaImage> {
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const document = mathjax.document('', {
    InputJax: new TeX({
      packages: ['base', 'ams'],
      formatError: (_: unknown, error: Error) => {
        throw error;
      },
    }),
    OutputJax: new SVG({ fontCache: 'none' }),
  });
  return async (tex) => {
    const container = await document.convertPromise(tex, { display: true });
    const svg = adaptor.tags(container as never, 'svg')[0];
    if (svg === undefined) throw new Error(`MathJax drew nothing for ${tex}`);
    const sizeOf = (name: string) => parseFloat(adaptor.getAttribute(svg, name)) * pixelsPerEx;
    const [width, height] = [Math.ceil(sizeOf('width')), Math.ceil(sizeOf('height'))];
    adaptor.setAttribute(svg, 'width', `${width}px`);
    adaptor.setAttribute(svg, 'height', `${height}px`);
    return { tex, svg: compact(adaptor.outerHTML(svg)), width, height };
  };
}

/** Without what only a page with MathJax in it needs. */
function compact(svg: string): string {
  return svg
    .replace(/ (?:data-[\w-]+|aria-[\w-]+|role|focusable|class|style)="[^"]*"/g, '')
    .replace(/(\d+\.\d{2})\d+/g, '$1');
}

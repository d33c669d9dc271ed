import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import type { DrawFormula } from './drawFormulas';

/** CSS pixels per ex at the 14 px of a hover's text. */
const pixelsPerEx = 14 * 0.45;

/** Draws display formulas as SVG documents that need nothing else. */
export function createFormulaRenderer(): DrawFormula {
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const document = mathjax.document('', {
    InputJax: new TeX({
      packages: ['base', 'ams'],
      // MathJax throws objects of its own, which are no errors.
      formatError: (_: unknown, { message }: { message: string }) => {
        throw new Error(message);
      },
    }),
    OutputJax: new SVG({ fontCache: 'none' }),
  });
  return async (tex) => {
    const container: unknown = await document.convertPromise(tex, { display: true });
    const svg = adaptor.tags(container as never, 'svg')[0];
    if (svg === undefined) throw new Error(`MathJax drew nothing for ${tex}`);
    const sizeOf = (name: string) => parseFloat(String(adaptor.getAttribute(svg, name))) * pixelsPerEx;
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

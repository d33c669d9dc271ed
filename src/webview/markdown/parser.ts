import MarkdownIt from 'markdown-it';
import { addMath } from './mathSyntax';

/** A formula in a text, by its number among all formulas of that text. */
export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/**
 * Turns Markdown into HTML in which each formula is an empty `<span data-math="0">` (or `<div>`), to be drawn once the
 * HTML is in the page. Raw HTML in the text stays text.
 */
export function parseMarkdown(text: string): {
  readonly html: string;
  readonly formulas: readonly Formula[];
} {
  const formulas: Formula[] = [];
  const html = parser.render(text, { formulas });
  return { html, formulas };
}

/** As `parseMarkdown`, for a line of text: no paragraph around it. */
export function parseInline(text: string): { readonly html: string; readonly formulas: readonly Formula[] } {
  const formulas: Formula[] = [];
  const html = parser.renderInline(text, { formulas });
  return { html, formulas };
}

/** Lists and quotes nested deeper than this end: nobody can read them, and a browser's layout recurses. */
export const deepestNesting = 30;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: deepestNesting })
  .use(addMath)
  .disable('image');

import type { Block } from './scanText';

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
  /** Of the TeX in the block. */
  readonly start: number;
  readonly end: number;
}

export interface MathOfBlock {
  readonly formulas: readonly Formula[];
  /** The places in the block of the `$` and `$$` that open or close nothing. */
  readonly lone: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The formulas of a block, by the rule of the panels: an opening `$` has no space after it, a closing one no space
 * before it and no digit after it; `$$` at a line's beginning goes on to a line that ends in `$$`. What stands between
 * `\(` and `\)` or `\[` and `\]` is passed over. `ignored` are the places of dollars that are to be taken as text.
 */
export function findMath(
  { text }: Pick<Block, 'text'>,
  ignored: ReadonlySet<number> = new Set(),
): MathOfBlock {
  const formulas: Formula[] = [];
  const lone: { start: number; end: number }[] = [];
  const brackets = createBracketFinder(text);
  let at = nextMark(text, 0);
  while (at < text.length) {
    if (text[at] === '\\') {
      at = nextMark(text, brackets.skip(at));
      continue;
    }
    if (ignored.has(at)) {
      at = nextMark(text, at + 1);
      continue;
    }
    const marker = text.startsWith('$$', at) ? '$$' : '$';
    const formula =
      (marker === '$$' ? findDisplay(text, at) : undefined) ?? findInline(text, at, marker, ignored);
    if (formula === undefined) lone.push({ start: at, end: at + marker.length });
    else formulas.push(formula);
    at = nextMark(text, formula === undefined ? at + marker.length : formula.end + marker.length);
  }
  return { formulas, lone };
}

function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const mark = text[at];
    if (mark === '$' || mark === '\\') return at;
  }
  return text.length;
}

/** Where the text goes on after a backslash: behind its partner, or behind what it escapes. */
function createBracketFinder(text: string): { skip(at: number): number } {
  const missing = new Set<string>();
  return {
    skip(at) {
      const opened = text[at + 1];
      const closing = opened === '(' ? '\\)' : opened === '[' ? '\\]' : undefined;
      if (closing === undefined || missing.has(closing)) return at + 2;
      const end = text.indexOf(closing, at + 2);
      if (end !== -1) return end + 2;
      missing.add(closing);
      return at + 2;
    },
  };
}

/** A display formula of more lines is none. */
const mostLines = 100;

function findDisplay(text: string, at: number): Formula | undefined {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  if (!/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(text.slice(lineStart, at).slice(0, 200)))
    return undefined;
  let from = at + 2;
  for (let line = 0; line < mostLines && from <= text.length; line++) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    const shown = text.slice(from, end).trimEnd();
    if (shown.endsWith('$$')) return trimFormula(text, at + 2, from + shown.length - 2);
    if (newline === -1) return undefined;
    from = newline + 1;
  }
  return undefined;
}

function trimFormula(text: string, start: number, end: number): Formula {
  const tex = text.slice(start, end);
  const trimmed = tex.trim();
  return {
    // Lines of a quote begin with its mark.
    tex: /^[ \t]*>/m.test(tex) ? trimmed.replace(/^[ \t]*(?:>[ \t]?)+/gm, '').trim() : trimmed,
    isDisplay: true,
    start: start + (tex.length - tex.trimStart().length),
    end,
  };
}

function findInline(
  text: string,
  start: number,
  marker: '$' | '$$',
  ignored: ReadonlySet<number>,
): Formula | undefined {
  const from = start + marker.length;
  if (/\s/.test(text[from] ?? ' ')) return undefined;
  for (let at = text.indexOf(marker, from); at !== -1; at = text.indexOf(marker, at + 1)) {
    if (text[at - 1] === '\\' || ignored.has(at)) continue;
    const tex = text.slice(from, at);
    const after = text[at + marker.length] ?? '';
    if (tex === '' || /\s$/.test(tex.slice(-1)) || (marker === '$' && /\d/.test(after))) return undefined;
    return { tex, isDisplay: marker === '$$', start: from, end: at };
  }
  return undefined;
}

const pricePattern = /^\$\d[\d,.]*(?![\d\\^_{}=+*$]|\.\d)/;

/** The places of the dollars that stand before a sum, such as `$5` and `$0.02/1K`. */
export function findPrices(text: string): number[] {
  const prices: number[] = [];
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    const isSingle = text[at - 1] !== '$' && text[at - 1] !== '\\' && text[at + 1] !== '$';
    if (isSingle && pricePattern.test(text.slice(at, at + 30))) prices.push(at);
  }
  return prices;
}

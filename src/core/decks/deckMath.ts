import { addDisplayRule, pushMath, type MathMeta, type MathParser } from '../bank/mathRules';

/** Of markdown-it, as much as a deck's formulas need. */
interface DeckMathParser extends MathParser {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { readonly tokens: readonly BlockToken[] }) => void): void;
    };
  };
}

interface BlockToken {
  type: string;
  readonly info: string;
  content: string;
  meta: unknown;
}

/** TeX longer than this between `\(` and `\)` is none: the search for the end must not run through the text each time. */
const longestTex = 1000;

/**
 * Adds, behind the bank's own rules, how else formulas are written: `\(…\)` and `\[…\]` as chat models do, and GitHub's
 * own two, $`…`$ and a fence of `math`. In Markdown `\(` and `\[` are brackets that mean nothing, so what is between them
 * must look like TeX.
 */
export function addDeckMath(md: DeckMathParser): void {
  md.inline.ruler.before('math', 'deck_math', (state, silent) => {
    const found = findFormula(state.src, state.pos, state.posMax);
    if (found === undefined) return false;
    if (!silent) pushMath(state, found.tex, found.isDisplay);
    state.pos = found.end;
    return true;
  });
  addDisplayRule(md, { name: 'deck_math_block', open: '\\[', close: '\\]', isTex: isDisplayTex });
  md.core.ruler.push('math_fence', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'fence' || token.info.trim() !== 'math') continue;
      token.type = 'math';
      token.content = token.content.trim();
      token.meta = { isDisplay: true } satisfies MathMeta;
    }
  });
}

const brackets = [
  { open: '$`', close: '`$', isDisplay: false, isTex: () => true },
  { open: '\\(', close: '\\)', isDisplay: false, isTex: isInlineTex },
  { open: '\\[', close: '\\]', isDisplay: true, isTex: isDisplayTex },
];

interface Found extends MathMeta {
  readonly tex: string;
  /** Where the text goes on. */
  readonly end: number;
}

function findFormula(source: string, start: number, end: number): Found | undefined {
  const first = source.charCodeAt(start);
  if (first !== 0x24 && first !== 0x5c) return undefined;
  const found = brackets.find(({ open }) => source.startsWith(open, start));
  if (found === undefined) return undefined;
  const { open, close, isDisplay, isTex } = found;
  const from = start + open.length;
  const length = source.slice(from, Math.min(end, from + longestTex)).indexOf(close);
  const tex = length < 1 ? '' : source.slice(from, from + length).trim();
  const after = from + length + close.length;
  if (tex === '' || !isTex(tex) || source[after] === '(') return undefined;
  return { tex, isDisplay, end: after };
}

function isDisplayTex(text: string): boolean {
  return /\\[a-zA-Z]|[\^_=]/.test(text);
}

/** Two words of prose in a row are a remark in brackets. */
function isInlineTex(text: string): boolean {
  return /\\[a-zA-Z]/.test(text) || !/[a-z]{3,}[ ,;]+[a-z]{2,}/i.test(text);
}

import katex, { ParseError, type KatexOptions } from 'katex';
import type { TexFault } from '../../core/decks/problems/tex';

/** What the panels ask of a formula before they draw it, so that the same ones are refused here. */
const longestTex = 4000;
const deepestBraces = 30;
const options: KatexOptions = {
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 500,
  maxSize: 30,
};

/** Parsing is all that needs no page, and takes a fifth of the time of drawing. KaTeX exports it, but its types don't. */
const { __parse: parse } = katex as unknown as { __parse(tex: string, options: KatexOptions): unknown };

/** Formulas are many, and few are new with an edit. */
const mostKept = 20_000;

/** Tells what KaTeX refuses a formula for; `undefined` for one that it draws. Each formula is parsed once. */
export interface TexChecker {
  /** `isKnown` says whether asking costs nothing. */
  isKnown(tex: string, isDisplay: boolean): boolean;
  findFault(tex: string, isDisplay: boolean): TexFault | undefined;
}

export function createTexChecker(): TexChecker {
  let kept = new Map<string, TexFault | undefined>();
  const keyOf = (tex: string, isDisplay: boolean) => (isDisplay ? `$${tex}` : tex);
  return {
    isKnown: (tex, isDisplay) => kept.has(keyOf(tex, isDisplay)),
    findFault(tex, isDisplay) {
      const key = keyOf(tex, isDisplay);
      const known = kept.get(key);
      if (known !== undefined || kept.has(key)) return known;
      if (kept.size >= mostKept) kept = new Map();
      const fault = parseTex(tex, isDisplay);
      kept.set(key, fault);
      return fault;
    },
  };
}

function parseTex(tex: string, isDisplay: boolean): TexFault | undefined {
  if (tex.length > longestTex) return faultOf(`it is longer than ${String(longestTex)} characters`);
  if (braceDepth(tex) > deepestBraces) return faultOf('it is nested too deeply');
  try {
    parse(tex, { ...options, displayMode: isDisplay });
    return undefined;
  } catch (error) {
    if (error instanceof ParseError)
      return { reason: error.rawMessage.slice(0, 200), position: error.position };
    return faultOf(error instanceof RangeError ? 'it is nested too deeply' : String(error).slice(0, 200));
  }
}

function faultOf(reason: string): TexFault {
  return { reason, position: undefined };
}

function braceDepth(tex: string): number {
  let [depth, deepest] = [0, 0];
  for (const brace of tex) {
    if (brace === '{') deepest = Math.max(deepest, ++depth);
    else if (brace === '}') depth--;
  }
  return deepest;
}

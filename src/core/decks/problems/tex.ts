import type { Check } from './check';
import { judgeDollars } from './loneDollars';
import { findMath, type Formula } from './math';
import type { Problem, TextRange } from './problem';
import type { Block, ScannedText } from './scanText';

/** What a formula is refused for. */
export interface TexFault {
  readonly reason: string;
  /** In the TeX, where it is known. */
  readonly position: number | undefined;
}

/** Formulas that can't be drawn. A block whose dollars don't pair is left to that problem. */
export const checkTex: Check = ({ scanned }, { texFault }) =>
  scanned.blocks.flatMap((block): Problem[] => {
    if (!block.text.includes('$')) return [];
    const math = findMath(block);
    if (judgeDollars(block, math).lone.length > 0) return [];
    return math.formulas.flatMap((formula): Problem[] => {
      const fault = texFault(formula.tex, formula.isDisplay);
      if (fault === undefined) return [];
      return [{ code: 'tex', reason: fault.reason, range: rangeOf(scanned, block, formula, fault) }];
    });
  });

/** From where KaTeX stumbled to the formula's end; all of it where that is not known. */
function rangeOf(
  scanned: ScannedText,
  block: Block,
  { tex, start, end }: Formula,
  { position = 0 }: TexFault,
): TextRange {
  const isAsWritten = block.text.startsWith(tex, start);
  const from = isAsWritten && position < tex.trimEnd().length ? start + position : start;
  return scanned.rangeOf(block.start + from, block.start + Math.max(from + 1, end));
}

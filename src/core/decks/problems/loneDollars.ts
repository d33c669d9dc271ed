import type { Check } from './check';
import { findMath, findPrices, type MathOfBlock } from './math';
import type { Block } from './scanText';

/** Dollars without a partner. Prices by themselves, such as `$5`, are as they should be. */
export const checkDollars: Check = ({ scanned }) =>
  scanned.blocks.flatMap((block) => {
    if (!block.text.includes('$')) return [];
    const { lone, isPrice } = judgeDollars(block, findMath(block));
    return lone.map(({ start, end }) => ({
      code: 'lone-dollar' as const,
      isPrice,
      range: scanned.rangeOf(block.start + start, block.start + end),
    }));
  });

/**
 * The dollars of a block that are wrong. Where taking all prices for text leaves none without a partner, it is the prices
 * that have to be escaped: `$5 a piece$x$ and $y$` has five.
 */
export function judgeDollars(
  { text }: Pick<Block, 'text'>,
  { lone }: MathOfBlock,
): { readonly lone: MathOfBlock['lone']; readonly isPrice: boolean } {
  if (lone.length === 0) return { lone: [], isPrice: false };
  const prices = new Set(findPrices(text));
  const wrong = lone.filter(({ start }) => !prices.has(start));
  if (wrong.length === 0 || prices.size === 0) return { lone: wrong, isPrice: false };
  if (findMath({ text }, prices).lone.length > 0) return { lone: wrong, isPrice: false };
  return { lone: [...prices].map((start) => ({ start, end: start + 1 })), isPrice: true };
}

import { parseLines } from '../core/bank/markdown';

export interface FoundFormula {
  readonly tex: string;
  readonly isDisplay: boolean;
  /** 0-based line on which it starts. */
  readonly line: number;
}

/** An escape, a code span (as many backticks at its end as at its beginning), a mark, or text. */
const piecePattern = /\\[\s\S]|(`+)(?!`).*?(?<!`)\1(?!`)|\$\$|\$|[^\\`$]+|`+/g;

/** The formulas of a Markdown text, and what is neither formula nor code. */
export function findFormulas(markdown: string): {
  readonly formulas: readonly FoundFormula[];
  /** The lines on which a `$` is left without a partner. */
  readonly unbalanced: readonly number[];
  /** Each line without formulas, code and what a backslash escapes. */
  readonly prose: readonly string[];
} {
  const lines = parseLines(markdown);
  const formulas: FoundFormula[] = [];
  const unbalanced: number[] = [];
  const prose = lines.map(() => '');
  let open: { readonly line: number; readonly isDisplay: boolean; tex: string } | undefined;
  lines.forEach(({ text, isCode }, line) => {
    if (open !== undefined && (text.trim() === '' || isCode)) {
      unbalanced.push(open.line);
      open = undefined;
    }
    if (isCode) return;
    for (const [piece] of `${text}\n`.matchAll(piecePattern)) {
      const isMark = piece === '$' || piece === '$$';
      if (!isMark) {
        if (open !== undefined) open.tex += piece;
        else if (!/^[\\`]/.test(piece)) prose[line] = (prose[line] ?? '') + piece;
      } else if (open === undefined) open = { line, isDisplay: piece === '$$', tex: '' };
      else if (open.isDisplay === (piece === '$$')) {
        formulas.push({ tex: open.tex.trim(), isDisplay: open.isDisplay, line: open.line });
        open = undefined;
      } else unbalanced.push(line);
    }
  });
  if (open !== undefined) unbalanced.push((open as { line: number }).line);
  return { formulas, unbalanced, prose };
}

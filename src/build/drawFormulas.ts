import type { FormulaImage } from '../core/bank/bankFiles';
import { splitAtHeadings } from '../core/bank/markdown';
import { sortFaults, type Fault } from './fault';
import type { QuestionSource } from './readQuestion';
import { findFormulas, type FoundFormula } from './texInMarkdown';

/** Draws a display formula. Rejects with the reason for TeX that can't be drawn. */
export type DrawFormula = (tex: string) => Promise<FormulaImage>;

export interface DrawnFormulas {
  /** Question id to the formulas that its hover may show; a question without any is left out. */
  readonly images: ReadonlyMap<string, readonly FormulaImage[]>;
  readonly faults: readonly Fault[];
}

export async function drawFormulas(
  questions: readonly QuestionSource[],
  draw: DrawFormula,
): Promise<DrawnFormulas> {
  const images = new Map<string, FormulaImage[]>();
  const faults: Fault[] = [];
  for (const { question, file, body, bodyLine } of questions) {
    const drawn: FormulaImage[] = [];
    for (const { tex, line } of findMainFormulas(body)) {
      try {
        drawn.push(await draw(tex));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `MathJax, which draws formulas for hovers, refuses "${tex.slice(0, 60)}": ${reason}. Write it with LaTeX's own and AMS commands.`;
        faults.push({ file, line: bodyLine + line, message });
      }
    }
    if (drawn.length > 0) images.set(question.id, drawn);
  }
  return { images, faults: sortFaults(faults) };
}

/** The display formulas that a hover shows: those of the short answer, then the first of the rest. */
function findMainFormulas(body: string): FoundFormula[] {
  const [short, ...rest] = splitAtHeadings(body).map(({ heading, line, markdown }) => {
    const firstLine = heading === undefined ? 0 : line + 1;
    return findFormulas(markdown)
      .formulas.filter(({ isDisplay }) => isDisplay)
      .map((formula) => ({ ...formula, line: firstLine + formula.line }));
  });
  return [...(short ?? []), ...rest.flat().slice(0, 1)];
}

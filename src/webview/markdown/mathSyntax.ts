import type { MarkdownIt } from 'markdown-it';
import { addMathRules, type MathMeta } from '../../core/bank/mathRules';
import type { Formula } from './parser';

/** Adds formulas to the Markdown: each becomes an empty element that bears its number among all of the text. */
export function addMath(md: MarkdownIt): void {
  addMathRules(md);
  md.renderer.rules.math = (tokens, number, _options, env) => {
    const token = tokens[number];
    if (token === undefined) return '';
    const { isDisplay } = token.meta as unknown as MathMeta;
    const { formulas, mark = '' } = env as { formulas: Formula[]; mark?: string };
    formulas.push({ tex: token.content, isDisplay });
    const tag = token.block ? 'div' : 'span';
    return `<${tag} data-math="${mark}${String(formulas.length - 1)}"></${tag}>`;
  };
}

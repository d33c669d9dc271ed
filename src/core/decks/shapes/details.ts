import { ranks, type Shape } from '../candidate';
import { parseTitle } from '../title';
import { asks, hasQuestionMark, isRevealLabel } from '../wording';

/** `<details><summary>question</summary> answer </details>`; a summary that only hides an answer asks nothing. */
export const details: Shape = {
  name: 'details',
  find: ({ details: blocks }) =>
    blocks.flatMap(({ line, summary, summaryLine, summaryEnd, rest, endLine, depth }) => {
      const title = parseTitle(
        summary.replace(/<h[1-6][^<>]*>|<\/h[1-6]>/gi, ' ').replace(/^\s*#{1,6}\s+/, ''),
      );
      if (title.text === '' || isTemplate(title.text) || (isRevealLabel(summary) && !title.isMarked))
        return [];
      return [
        {
          shape: 'details',
          family: `details ${depth}`,
          rank: ranks.details + Math.min(depth, 90) / 100,
          line,
          textLine: summaryLine,
          titleEnd: summaryEnd,
          title,
          rest: rest
            .replace(/<br\s*\/?>/gi, ' ')
            .replace(/^(?:\s|<(?:b|p|blockquote|div)\b[^<>]*>)+/i, '')
            .trim(),
          endLine,
          asks: title.isMarked || asks(title.text),
          asksPlainly: title.isMarked || hasQuestionMark(title.text),
          isAnswered: false,
          isBold: /<(?:b|strong)>/i.test(summary),
        },
      ];
    }),
};

/** `Вопрос?`: what is to be copied and filled in. */
function isTemplate(title: string): boolean {
  return /^(?:question|pregunta|pergunta|frage|вопрос|问题)\s*[?？]$/iu.test(title);
}

import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { parseTitle } from '../title';
import { hasQuestionMark } from '../wording';
import { isAnswerNext } from './heading';

/**
 * A paragraph of one line that asks, with nothing to mark it but the rule above or the answer's label below; or a quote of
 * one line.
 */
export const plain: Shape = {
  name: 'plain',
  find: (file, isFree) =>
    file.prose
      .filter((at) => file.lines[at]?.kind === 'text' && isFree(at))
      .flatMap((at) => parsePlain(file, at)),
};

function parsePlain(file: ScannedFile, at: number): Candidate[] {
  const text = file.lines[at]?.head ?? '';
  if (text.length > 300 || !/[?？]\W{0,4}$/.test(text) || /^[<|!]/.test(text)) return [];
  const isQuote = text.startsWith('>');
  if (isQuote && (isQuoted(file, at - 1) || isQuoted(file, at + 1))) return [];
  const isAnswered = isAnswerNext(file, at);
  const title = parseTitle(text.replace(/^>\s*/, ''));
  if ((!isAnswered && !isQuote && !isBetweenRules(file, at)) || !hasQuestionMark(title.text)) return [];
  return [
    {
      shape: 'plain',
      family: isQuote ? 'quote' : 'plain',
      rank: ranks.bold,
      line: at,
      titleEnd: at,
      title,
      rest: '',
      asks: true,
      asksPlainly: true,
      isAnswered,
      isBold: false,
    },
  ];
}

function isQuoted({ lines }: ScannedFile, at: number): boolean {
  return lines[at]?.head.startsWith('>') === true;
}

/** A rule or nothing stands above, a blank line below. */
function isBetweenRules({ lines }: ScannedFile, at: number): boolean {
  let above = at - 1;
  while (above >= 0 && lines[above]?.kind === 'blank') above--;
  const isFirst = above < 0 || lines[above]?.kind === 'rule';
  return isFirst && ['blank', undefined].includes(lines[at + 1]?.kind);
}

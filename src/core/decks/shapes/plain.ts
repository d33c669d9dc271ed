import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { hasQuestionMark } from '../wording';
import { isAnswerNext } from './heading';

/** A paragraph of one line that asks, with nothing to mark it but the rule above or the answer's label below. */
export const plain: Shape = {
  name: 'plain',
  find: (file) => file.lines.flatMap(({ kind }, at) => (kind === 'text' ? parsePlain(file, at) : [])),
};

function parsePlain(file: ScannedFile, at: number): Candidate[] {
  const text = (file.lines[at]?.text ?? '').slice(0, longestPattern).trim();
  if (!/[?？]\W{0,4}$/.test(text) || text.length > 300 || /^[<>|!]/.test(text)) return [];
  const isAnswered = isAnswerNext(file, at);
  const title = parseTitle(text);
  if ((!isAnswered && !isBetweenRules(file, at)) || !hasQuestionMark(title.text)) return [];
  return [
    {
      shape: 'plain',
      family: 'plain',
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

/** A rule or nothing stands above, a blank line below. */
function isBetweenRules({ lines }: ScannedFile, at: number): boolean {
  let above = at - 1;
  while (above >= 0 && lines[above]?.kind === 'blank') above--;
  const isFirst = above < 0 || lines[above]?.kind === 'rule';
  return isFirst && ['blank', undefined].includes(lines[at + 1]?.kind);
}

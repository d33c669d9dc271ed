import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { asks, hasQuestionMark, measureAnswerLabel } from '../wording';
import { isAnswerNext } from './heading';
import { splitAtAnswer } from './titleLines';

/** A line in bold that is the question, with its answer behind or below it. */
export const bold: Shape = {
  name: 'bold',
  find: (file) => file.lines.flatMap(({ kind }, at) => (kind === 'text' ? parseBold(file, at) : [])),
};

const boldLine =
  /^((?:[^\p{L}\p{N}*_<`$[(]|\d{1,4}\\?[.)][ \t]*){0,12})(\*\*\*|\*\*|__|<b>|<strong>)(?=\S)(.+?)(?:\*\*\*|\*\*|__|<\/b>|<\/strong>)(.*)$/u;
const italicLine = /^()([*_])(?=[^\s*_])([^*_]+[?？])[*_]()$/;

function parseBold(file: ScannedFile, at: number): Candidate[] {
  const line = (file.lines[at]?.text ?? '')
    .slice(0, longestPattern)
    .trim()
    .replace(/^>[ \t]*/, '');
  const [, lead = '', , inner, after = ''] = boldLine.exec(line) ?? italicLine.exec(line) ?? [];
  if (inner === undefined || measureAnswerLabel(line) > 0) return [];
  const isLead = isLeadOnly(inner);
  const belongs = isLead || isBesideTitle(after);
  const split = splitAtAnswer(` ${after}`);
  const title = parseTitle(lead + inner + (isLead ? ' ' : '') + (belongs ? after : ''));
  if (title.text === '' || /^[^:]{1,40}:$/.test(inner.trim())) return [];
  return [
    {
      shape: 'bold',
      family: 'bold',
      rank: ranks.bold,
      line: at,
      titleEnd: at,
      title,
      rest: belongs ? '' : (split.answer ?? after).replace(/^[\s:–—-]+/, ''),
      asks: title.isMarked || asks(title.text),
      asksPlainly: title.isMarked || hasQuestionMark(title.text),
      isAnswered: !belongs || isAnswerNext(file, at),
      isBold: true,
    },
  ];
}

/** `**2.** What …`, `**True or False**: …`: what is bold only begins the title. */
function isLeadOnly(inner: string): boolean {
  return /^(?:\W*(?:q(?:uestion)?[ \t]*)?\d{1,4}[.):]*\W*|true or false\W*)$/i.test(inner);
}

/** Behind a title: nothing, a mark, an emoji, a link to a source, a difficulty. */
function isBesideTitle(after: string): boolean {
  const rest = after
    .replace(/\[[^[\]]*\]\([^()]*\)|\[\[[^[\]]*\]\]\([^()]*\)|!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/[[(](?:[EMH]|easy|medium|hard|beginner|intermediate|advanced)[\])]/gi, '')
    .replace(/<br\s*\/?>/gi, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { itemPattern, longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { asks, hasQuestionMark, measureAnswerLabel } from '../wording';
import { isAnswerNext } from './heading';
import { joinTitle, splitAfterQuestion, splitAtAnswer } from './titleLines';

/** A numbered list of questions: `12. What is X?`, also `1. ### What is X?`; answers are indented below, or not there. */
export const ordered: Shape = { name: 'ordered', find: (file) => findItems(file, 'ordered') };

/** A list of questions with bullets. */
export const bullet: Shape = { name: 'bullet', find: (file) => findItems(file, 'bullet') };

function findItems(file: ScannedFile, shape: 'ordered' | 'bullet'): Candidate[] {
  return file.lines.flatMap(({ kind, text }, at) =>
    kind === 'item' &&
    !/^\s*\S+[ \t]+#{1,6}[ \t]/.test(text.slice(0, 200)) &&
    /^[\s(]*\d/.test(text.slice(0, 200)) === (shape === 'ordered')
      ? parseItem(file, at, shape)
      : [],
  );
}

/** The marker and what follows it: a heading's marks, a task's box and a letter of a choice are taken off. */
export function splitItem(line: string): { marker: string; content: string } {
  const trimmed = line.slice(0, longestPattern).trim();
  const [marker = ''] = itemPattern.exec(trimmed) ?? [];
  return {
    marker: marker.trim(),
    content: trimmed.slice(marker.length).replace(/^(?:#{1,6}|\\?\[[ xX]\\?\])[ \t]+/, ''),
  };
}

const onlyLink =
  /^[^\p{L}\p{N}[]*(?:\*\*|__)?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(<?([^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)?)>?(?:[ \t]+"[^"]*")?\)(?:\*\*|__)?[^\p{L}\p{N}]*$/u;

const leadingLink =
  /^[^\p{L}\p{N}[]*(?:\*\*|__)?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(<?([^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)?)>?(?:[ \t]+"[^"]*")?\)/u;

/** Where a text links to at its beginning, whatever follows. */
function leadingLinkOf(content: string): string | undefined {
  return leadingLink.exec(content.slice(0, longestPattern))?.[2];
}

/** Where a text links to, when it is a link and nothing else. */
export function linkOf(content: string): string | undefined {
  return onlyLink.exec(content.slice(0, longestPattern))?.[2];
}

function parseItem(file: ScannedFile, at: number, shape: 'ordered' | 'bullet'): Candidate[] {
  const line = file.lines[at];
  const { marker, content } = splitItem(line?.text ?? '');
  if (measureAnswerLabel(content) > 0) return [];
  const boldPart =
    /^(\*\*|__|<b>|<strong>)(?=\S)(.+?)(?:\*\*|__|<\/b>|<\/strong>)[ \t]*[:：]?[ \t]*(.*)$/.exec(content);
  const isBold = boldPart !== null && asks(parseTitle(boldPart[2] ?? '').text);
  const joined = isBold ? { text: content, end: at } : joinTitle(file, at, content);
  const { question, answer } = splitItemText(joined.text, isBold ? boldPart : null);
  const title = parseTitle(question);
  if (title.text === '') return [];
  const indent = Math.min(line?.indent ?? 0, 40);
  const link = leadingLinkOf(content);
  return [
    {
      shape,
      family: `${shape} ${indent}`,
      rank: ranks.item + indent,
      line: at,
      titleEnd: joined.end,
      title: { ...title, number: shape === 'ordered' ? Number(/\d+/.exec(marker)?.[0]) : title.number },
      rest: answer,
      asks: title.isMarked || asks(title.text),
      asksPlainly: title.isMarked || hasQuestionMark(title.text),
      isAnswered: answer !== '' || isAnswerNext(file, joined.end),
      isBold: boldPart !== null && (boldPart[3] ?? '') === '',
      ...(link === undefined ? {} : { link }),
    },
  ];
}

function splitItemText(text: string, boldPart: RegExpExecArray | null): { question: string; answer: string } {
  if (boldPart !== null) {
    const [, , inner = '', after = ''] = boldPart;
    const isMore = /[\p{L}\p{N}]/u.test(after.replace(/\[[^[\]]*\]\([^()]*\)/g, ''));
    return isMore && !hasQuestionMark(after)
      ? { question: inner, answer: after }
      : { question: text, answer: '' };
  }
  const split = splitAtAnswer(text);
  if (split.answer !== undefined) return { question: split.question, answer: split.answer };
  return splitAfterQuestion(text);
}

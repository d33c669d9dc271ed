import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { itemPattern, longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import {
  asks,
  asksBehindLabel,
  endsInTask,
  hasQuestionMark,
  measureAnswerLabel,
  opensAsQuestion,
} from '../wording';
import { isBesideTitle, isLeadOnly } from './bold';
import { isAnswerNext } from './heading';
import { nextText } from './titleBelow';
import { joinSentence, joinTitle, splitAfterQuestion, splitAtAnswer } from './titleLines';

/** A numbered list of questions: `12. What is X?`, also `1. ### What is X?`; answers are indented below, or not there. */
export const ordered: Shape = { name: 'ordered', find: (file, isFree) => findItems(file, isFree, 'ordered') };

/** A list of questions with bullets. */
export const bullet: Shape = { name: 'bullet', find: (file, isFree) => findItems(file, isFree, 'bullet') };

function findItems(
  file: ScannedFile,
  isFree: (line: number) => boolean,
  shape: 'ordered' | 'bullet',
): Candidate[] {
  const found = file.items.filter((at) => {
    const head = file.lines[at]?.text.slice(0, 200) ?? '';
    return (
      isFree(at) && /^[\s(]*\d/.test(head) === (shape === 'ordered') && !/^\s*\S+[ \t]+#{1,6}[ \t]/.test(head)
    );
  });
  if (found.length === 0) return [];
  const shortestAnswer = areAnsweredInline(file) ? 10 : 25;
  return found.flatMap((at) => parseItem(file, at, shape, shortestAnswer));
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

function parseItem(
  file: ScannedFile,
  at: number,
  shape: 'ordered' | 'bullet',
  shortestAnswer: number,
): Candidate[] {
  const line = file.lines[at];
  const { marker, content } = splitItem(line?.text ?? '');
  if (measureAnswerLabel(content) > 0) return [];
  const boldPart =
    /^(\*\*|__|<b>|<strong>)(?=\S)(.+?)(?:\*\*|__|<\/b>|<\/strong>)[ \t]*[:：]?[ \t]*(.*)$/.exec(content);
  const isBold =
    boldPart !== null && !isLeadOnly(boldPart[2] ?? '') && asks(parseTitle(boldPart[2] ?? '').text);
  const joined = isBold ? { text: content, end: at } : joinItem(file, at, content);
  const { question, answer } = splitItemText(
    joined.text,
    isBold || (boldPart !== null && boldPart[3] !== '' && isBesideTitle(boldPart[3] ?? '')) ? boldPart : null,
    shortestAnswer,
  );
  const title = parseTitle(question);
  if (!/[\p{L}\p{N}]/u.test(title.text)) return [];
  const indent = Math.min(line?.indent ?? 0, 40);
  const isTold =
    title.isMarked || file.asked.has(at) || isAnswerBelow(file, joined.end) || hasChoices(file, joined.end);
  const link = leadingLinkOf(content);
  return [
    {
      shape,
      family: `${shape} ${indent}`,
      rank: ranks.item + indent,
      line: at,
      titleEnd: joined.end,
      title: { ...title, number: shape === 'ordered' ? Number(marker.replace(/\D/g, '')) : title.number },
      rest: answer,
      asks: isTold || (boldPart === null ? asks : asksBehindLabel)(title.text) || endsInTask(title.text),
      asksPlainly: isTold || hasQuestionMark(title.text),
      isAnswered: answer !== '' || isAnswerNext(file, joined.end),
      isBold: boldPart !== null && isBesideTitle(boldPart[3] ?? ''),
      ...(link === undefined ? {} : { link }),
    },
  ];
}

/** A line that is as long was wrapped where the next one goes on. */
const wrappedLine = 60;

/** A question goes on up to its mark, a task to the end of its sentence. */
function joinItem(file: ScannedFile, at: number, content: string): { text: string; end: number } {
  const joined = joinTitle(file, at, content);
  const isSentence = content.length >= wrappedLine || opensAsQuestion(content);
  return joined.end === at && isSentence ? joinSentence(file, at, content) : joined;
}

function splitItemText(
  text: string,
  boldPart: RegExpExecArray | null,
  shortestAnswer: number,
): { question: string; answer: string } {
  if (boldPart !== null) {
    const [, , inner = '', after = ''] = boldPart;
    if (isBesideTitle(after)) return { question: inner, answer: '' };
    return hasQuestionMark(after) ? { question: text, answer: '' } : { question: inner, answer: after };
  }
  const split = splitAtAnswer(text);
  if (split.answer !== undefined) return { question: split.question, answer: split.answer };
  return splitAfterQuestion(text, shortestAnswer);
}

/** Two lettered choices at least stand below. */
function hasChoices(file: ScannedFile, at: number): boolean {
  const first = nextText(file, at);
  if (!/^\s*(?:[-*+][ \t]+)?[([]?A[.)\]:][ \t]/i.test(file.lines[first]?.text.slice(0, 40) ?? ''))
    return false;
  const second = nextText(file, first);
  return /^\s*(?:[-*+][ \t]+)?[([]?B[.)\]:][ \t]/i.test(file.lines[second]?.text.slice(0, 40) ?? '');
}

/** An answer's label or a summary that hides one stands next, or below a task of a few more lines. */
function isAnswerBelow(file: ScannedFile, at: number): boolean {
  if (isAnswerNext(file, at)) return true;
  const { lines } = file;
  for (let next = at + 1; next <= Math.min(at + 12, lines.length - 1); next++) {
    const { kind, head = '', indent = 0 } = lines[next] ?? {};
    if (kind === 'heading' || (kind === 'item' && indent <= (lines[at]?.indent ?? 0))) return false;
    if (/^<details/i.test(head)) return isAnswerNext(file, next - 1);
  }
  return false;
}

/** Most items that ask go on with a sentence: then a short one is an answer, too. */
function areAnsweredInline({ lines, items }: ScannedFile): boolean {
  const asking = items.map((at) => lines[at]?.head ?? '').filter((text) => /[?？]/.test(text));
  const answered = asking.filter((text) => splitAfterQuestion(text, 10).answer !== '');
  return asking.length >= 3 && answered.length >= 0.6 * asking.length;
}

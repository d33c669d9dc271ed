import katex from 'katex';
import { SECTION_ORDER } from '../core/bank/parseQuestion';
import { parseBullets, splitAtHeadings } from '../core/bank/markdown';
import type { ReportFault } from './fault';
import type { QuestionSource } from './readQuestion';
import { findFormulas } from './texInMarkdown';

const required = ['Key points', 'References'];
const lists = ['Key points', 'Follow-ups', 'References'];
const mostTitleCharacters = 120;
const mostShortAnswerWords = 80;
const fewestFollowUps = 2;
const mostWords = 400;
const uncounted = ['Key points', 'Follow-ups', 'References'];

/** All that can be judged of a question by itself. Faults are refused; warnings are printed. */
export function checkBody(source: QuestionSource, report: ReportFault, warn: ReportFault): void {
  checkTitle(source, report);
  checkShortAnswer(source, report);
  checkSections(source, report);
  checkLength(source, warn);
  checkReferences(source, report);
  checkTex(source, report);
  checkHtmlAndImages(source, report);
}

function checkTitle({ question: { title }, lineOf }: QuestionSource, report: ReportFault): void {
  const line = lineOf(['title']);
  if (title.length > mostTitleCharacters) {
    report(line, `the title has ${title.length} characters. Shorten it to ${mostTitleCharacters}.`);
  }
  if (/[`$<>]|\*\*|\]\(/.test(title)) report(line, 'the title has markup. Write it as plain text.');
}

function checkShortAnswer({ question, bodyLine }: QuestionSource, report: ReportFault): void {
  const words = question.shortAnswer.split(/\s+/).filter(Boolean).length;
  if (words === 0)
    report(bodyLine, 'there is no short answer. Write one to three sentences below the front matter.');
  if (words > mostShortAnswerWords) {
    report(bodyLine, `the short answer has ${words} words. Shorten it to ${mostShortAnswerWords}.`);
  }
}

function checkSections({ question, body, bodyLine }: QuestionSource, report: ReportFault): void {
  const parts = splitAtHeadings(body).filter(({ heading }) => heading !== undefined);
  let last = -1;
  for (const { heading = '', line, markdown } of parts) {
    const at = bodyLine + line;
    const place = SECTION_ORDER.findIndex((name) => name === heading);
    if (place === -1) report(at, `"${heading}" is not a part of an answer. Use ${SECTION_ORDER.join(', ')}.`);
    else if (place <= last)
      report(at, `"${heading}" is out of place. The order is ${SECTION_ORDER.join(', ')}.`);
    if (markdown.trim() === '') report(at, `"${heading}" is empty. Fill it or take the heading out.`);
    else if (lists.includes(heading) && !isList(markdown)) {
      report(at, `"${heading}" is no list. Begin it, and each of its items, with "- ".`);
    }
    last = Math.max(last, place);
  }
  for (const name of required) {
    if (!parts.some(({ heading }) => heading === name))
      report(bodyLine, `there is no "${name}". Add "## ${name}".`);
  }
  const lineOfPart = (name: string) => bodyLine + (parts.find(({ heading }) => heading === name)?.line ?? 0);
  const points = question.keyPoints.length;
  if (points > 0 && (points < 3 || points > 7)) {
    report(lineOfPart('Key points'), `the number of key points is ${points}. Give 3 to 7, one claim each.`);
  }
  if (question.followUps.length < fewestFollowUps) {
    report(
      lineOfPart('Follow-ups'),
      `the number of follow-ups is ${question.followUps.length}. Give 2 or more.`,
    );
  }
}

function checkLength(source: QuestionSource, warn: ReportFault): void {
  const words = countWords(source);
  if (words > mostWords) warn(source.bodyLine, `the answer has ${words} words. Is the question so large?`);
}

/** The words of what is read: without code, the rubric and what is only listed. */
export function countWords({ body }: Pick<QuestionSource, 'body'>): number {
  const read = splitAtHeadings(body).filter(({ heading = '' }) => !uncounted.includes(heading));
  const prose = read.map(({ markdown }) => markdown.replace(/^```[^]*?^```/gm, '')).join('\n');
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function isList(markdown: string): boolean {
  const first = markdown.split('\n').find((text) => text.trim() !== '') ?? '';
  return /^[-*][ \t]/.test(first);
}

function checkReferences({ body, bodyLine }: QuestionSource, report: ReportFault): void {
  const part = splitAtHeadings(body).find(({ heading }) => heading === 'References');
  if (part === undefined) return;
  const at = bodyLine + part.line;
  for (const [whole, number = ''] of part.markdown.matchAll(/arXiv:\s*([^\s,;)\]]*)/gi)) {
    const isRight = /^\d{2}(0[1-9]|1[0-2])\.\d{4,5}(v\d+)?\.?$/.test(number);
    if (!isRight) report(at, `"${whole}" is not an arXiv number. Write arXiv:YYMM.NNNNN.`);
  }
  for (const reference of parseBullets(part.markdown)) {
    const isSourced = /arXiv:|https:\/\/|\bdoi\b/i.test(reference);
    if (!isSourced)
      report(at, `"${reference.slice(0, 50)}…" can't be looked up. Add arXiv, DOI or an https link.`);
  }
}

function checkTex({ body, bodyLine }: QuestionSource, report: ReportFault): void {
  const { formulas, unbalanced } = findFormulas(body);
  for (const line of unbalanced)
    report(bodyLine + line, 'a "$" has no partner. Close the formula, or write \\$.');
  for (const { tex, isDisplay, line } of formulas) {
    try {
      katex.renderToString(tex, {
        displayMode: isDisplay,
        throwOnError: true,
        strict: 'error',
        trust: false,
      });
    } catch (error) {
      const reason =
        error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error);
      report(bodyLine + line, `KaTeX refuses "${tex.slice(0, 60)}": ${reason.slice(0, 120)}. Mend the TeX.`);
    }
  }
}

function checkHtmlAndImages({ body, bodyLine }: QuestionSource, report: ReportFault): void {
  findFormulas(body).prose.forEach((text, line) => {
    if (/<\/?[a-z][^>]*>/i.test(text.replace(/<https:[^\s>]*>/g, '')))
      report(bodyLine + line, 'there is raw HTML, which is shown as text. Use Markdown.');
    if (/!\[/.test(text))
      report(bodyLine + line, 'there is an image, which no panel shows. Use text, a table or TeX.');
  });
}

import type { Candidate, ScannedFile, Shape } from '../candidate';
import { parseTitle, plainTitle } from '../title';
import { asks, hasQuestionMark, measureAnswerLabel } from '../wording';
import { findTitleBelow, isBareWord, nextText } from './titleBelow';

/**
 * A heading per question: `## 12. What is X?`, `### Q7: …`, `<h3>…</h3>`. Where the heading is a number, a mark or a
 * subject only, the question is the line below: `# Question 5`, `### 3. Attention` and `**What is …?**`.
 */
export const heading: Shape = {
  name: 'heading',
  find: (file) => {
    const inItems = file.items.filter((at) => itemHeading.test(file.lines[at]?.text.slice(0, 200) ?? ''));
    const all = inItems.length === 0 ? file.headings : [...file.headings, ...inItems].sort((a, b) => a - b);
    return all.flatMap((at) => parseHeading(file, at));
  },
};

/** `1. ### What is X?` */
const itemHeading = /^\s*(?:[-*+]|\d{1,4}[.)])[ \t]+#{1,6}[ \t]+\S/;

/** The level, 1 to 6, the text of a heading's line and what stands behind a heading in HTML. */
export function splitHeading(file: ScannedFile, at: number): { level: number; text: string; rest?: string } {
  const text = file.lines[at]?.head ?? '';
  if (text.startsWith('<') && /^<h[1-6]\b/i.test(text)) return splitHtml(file, at, text);
  const below = file.lines[at + 1];
  if (below?.kind === 'underline') return { level: below.head.startsWith('=') ? 1 : 2, text };
  const [, item = '', marks, written = ''] =
    /^((?:[-*+]|\d{1,4}[.)])[ \t]+)?(#{1,6})[ \t]*(.*)$/.exec(text) ?? [];
  const rest = written.endsWith('#') ? written.replace(/[ \t]+#+$/, '') : written;
  if (marks !== undefined) return { level: marks.length, text: /^\d/.test(item) ? item + rest : rest };
  return { level: 1, text };
}

function splitHtml(
  file: ScannedFile,
  at: number,
  first: string,
): { level: number; text: string; rest: string } {
  const below = file.lines.slice(at + 1, findHeadingEnd(file, at) + 1).map(({ head }) => head);
  const whole = [first, ...below].join(' ');
  const end = whole.search(/<\/h[1-6]>/i);
  const behind = end < 0 ? '' : whole.slice(end + '</h1>'.length);
  return {
    level: Number(/^<h([1-6])/i.exec(first)?.[1]),
    text: end < 0 ? whole : whole.slice(0, end),
    rest: /[\p{L}\p{N}]/u.test(plainTitle(behind)) ? behind.trim() : '',
  };
}

/** The last line of a heading, in whatever way it is written. */
function findHeadingEnd({ lines }: ScannedFile, at: number): number {
  let end = at;
  while (lines[end + 1]?.kind === 'underline') end++;
  return end;
}

function parseHeading(file: ScannedFile, at: number): Candidate[] {
  const { level, text, rest = '' } = splitHeading(file, at);
  const own = parseTitle(text);
  const ownEnd = findHeadingEnd(file, at);
  const below = findTitleBelow(file, ownEnd, own);
  const title = below?.title ?? own;
  if (title.text === '') return [];
  const titleEnd = below?.line ?? ownEnd;
  const isMarked = own.isMarked || title.isMarked || (below !== undefined && isBareWord(own.text));
  return [
    {
      shape: 'heading',
      family: `heading ${level}`,
      rank: level,
      line: at,
      titleEnd,
      title: {
        ...title,
        isMarked,
        number: own.number ?? title.number,
        ownId: own.ownId,
        level: own.level ?? title.level,
      },
      rest: below?.rest ?? rest,
      asks: isMarked || asks(title.text),
      asksPlainly: isMarked || hasQuestionMark(title.text),
      isAnswered: isAnswerNext(file, titleEnd),
      isBold: false,
    },
  ];
}

/** The first thing below is labelled as an answer, by a heading, a bold word or a summary. */
export function isAnswerNext(file: ScannedFile, at: number): boolean {
  const next = nextText(file, at);
  const line = file.lines[next];
  if (line === undefined || line.kind === 'code') return false;
  if (/^<details/i.test(line.head)) {
    const block = file.detailsAt.get(next);
    return block !== undefined && isAnswerSummary(block.summary);
  }
  if (/^(?:!!!|\?\?\?)/.test(line.head)) return isAnswerSummary(file.detailsAt.get(next)?.summary ?? '');
  return measureAnswerLabel(line.text) > 0;
}

function isAnswerSummary(summary: string): boolean {
  return (
    /\b(?:answers?|solution|explanation)\b|^\W*(?:show|reveal)\W*$|答案|ответ/i.test(plainTitle(summary)) &&
    !hasQuestionMark(summary)
  );
}

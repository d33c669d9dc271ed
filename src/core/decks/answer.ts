import { parseLines } from '../bank/markdown';
import type { Option } from '../bank/question';
import type { AnswerParts } from './deck';
import { takeFollowUps } from './followUps';
import { readOptions } from './options';
import { isPlaceholder, isRevealLabel, measureAnswerLabel } from './wording';

export interface AnswerContext {
  /** It stands below an item or an admonition, so its lines are indented. */
  readonly isIndented?: boolean;
  /** What is asked. */
  readonly title?: string;
  /** It is a main question: what is asked below it is asked next. */
  readonly isMain?: boolean;
}

/** Reads the lines between a question's title and the next question. `rest` is what stood behind the title. */
export function readAnswer(
  lines: readonly string[],
  rest: string,
  { isIndented = false, title = '', isMain = false }: AnswerContext = {},
): AnswerParts {
  const { followUps, rest: own } = isMain ? takeFollowUps(lines) : { followUps: [], rest: lines };
  const below = isIndented ? dedent(own) : own;
  const whole = rest === '' ? below : [rest, ...below];
  const choice = readOptions(whole, title, (after) => isPlaceholder(cleanAnswer(after)));
  const text = cleanAnswer(choice?.after ?? whole);
  const prompt =
    choice === undefined
      ? ''
      : choice.before
          .filter((line) => !/^#{1,6}\s+(?:options?|choices)\W*$/i.test(line))
          .join('\n')
          .trim();
  const parts = finishAnswer(text, prompt, choice?.options);
  return followUps.length === 0 ? parts : { ...parts, followUps };
}

/** Without what only hides or names the answer. */
function cleanAnswer(lines: readonly string[]): string {
  return dropLabels(unwrapAdmonitions(unwrapReveals(lines.join('\n')))).trimEnd();
}

function finishAnswer(text: string, prompt: string, options: readonly Option[] | undefined): AnswerParts {
  const right = options?.find(({ isRight }) => isRight);
  const isEmpty = isPlaceholder(text) || (options !== undefined && isOnlyLetter(text)) || isOnlyParts(text);
  const { shortAnswer, sections } = splitAnswer(isEmpty ? '' : text);
  const parts = { shortAnswer, keyPoints: [], sections, followUps: [], related: [] };
  if (prompt === '' && options === undefined && !isEmpty) return parts;
  return {
    ...parts,
    ...(prompt === '' ? {} : { prompt }),
    ...(options === undefined ? {} : { options }),
    ...(isEmpty && right === undefined ? { isUnanswered: true as const } : {}),
  };
}

/** Lettered parts that ask themselves belong to the question. */
function isOnlyParts(text: string): boolean {
  if (!/[?？]\s*$/.test(text.slice(-200))) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 1 &&
    lines.every((line) => /[?？]\s*$/.test(line)) &&
    lines.slice(1).every((line) => /^\s*[a-h][.)]/.test(line))
  );
}

function isOnlyLetter(text: string): boolean {
  return text.length < 40 && /^[^\p{L}\p{N}]*(?:option )?[A-H][^\p{L}\p{N}]*$/iu.test(text);
}

/** The first block, and the rest as a section without a name. Headings are set below those of a page. */
export function splitAnswer(text: string): Pick<AnswerParts, 'shortAnswer' | 'sections'> {
  const markdown = lowerHeadings(text).trim();
  const end = findBlockEnd(markdown);
  const rest = markdown.slice(end).trim();
  return {
    shortAnswer: markdown.slice(0, end).trim(),
    sections: rest === '' ? [] : [{ heading: '', markdown: rest }],
  };
}

/** Where the first block ends: at a blank line outside code, unless it ends in a colon or is a heading. */
function findBlockEnd(markdown: string): number {
  const blank = /\n[ \t]*\n/.exec(markdown)?.index ?? -1;
  if (blank < 0) return markdown.length;
  if (
    !markdown.slice(0, blank).includes('```') &&
    !markdown.slice(0, blank).includes('~~~') &&
    !leadsOn(markdown.slice(0, blank))
  )
    return blank;
  let offset = 0;
  let isOpen = true;
  for (const { text, isCode } of parseLines(markdown)) {
    const isBlank = text.trim() === '' && !isCode;
    if (isBlank && !isOpen) return offset;
    if (!isBlank) isOpen = leadsOn(text);
    offset += text.length + 1;
  }
  return markdown.length;
}

/** Its last line ends in a colon or is a heading. */
function leadsOn(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return /[:：](?:\*\*|__)?$/.test(line.trimEnd()) || /^\s*#{1,6}\s/.test(line);
}

/** The shallowest heading becomes a third-level one, since a page has its own above. */
export function lowerHeadings(text: string): string {
  if (!text.includes('#') || !/^ {0,3}#{1,2}(?:[ \t]|$)/m.test(text)) return text;
  const lines = parseLines(text);
  const levels = lines.flatMap(({ text: line, isCode }) =>
    isCode ? [] : (/^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line)?.[1]?.length ?? []),
  );
  const shift = 3 - levels.reduce((least, level) => Math.min(least, level), 3);
  if (shift === 0) return text;
  return lines
    .map(({ text: line, isCode }) =>
      isCode
        ? line
        : line.replace(/(?<=^ {0,3})#{1,6}(?=[ \t]|$)/, (marks) =>
            '#'.repeat(Math.min(6, marks.length + shift)),
          ),
    )
    .join('\n');
}

const revealTag =
  /<details\b[^<>]{0,200}>\s{0,20}(?:<summary\b[^<>]{0,200}>([\s\S]{0,300}?)<\/summary>)?|<\/details\s{0,9}>/gi;

/** `<details>` around an answer, under a summary that only hides it: its tags go, what it holds stays. */
function unwrapReveals(text: string): string {
  if (!text.includes('<') || !/<details|<\/details/i.test(text)) return text;
  const code = findCode(text);
  const isReveal: boolean[] = [];
  return text.replace(revealTag, (tag: string, summary: string | undefined, at: number) => {
    if (code.some(({ from, to }) => from <= at && at < to)) return tag;
    if (tag.startsWith('</')) return (isReveal.pop() ?? true) ? '\n' : tag;
    const opensReveal = summary === undefined || isRevealLabel(summary);
    isReveal.push(opensReveal);
    return opensReveal ? '\n' : tag;
  });
}

function findCode(text: string): { from: number; to: number }[] {
  let offset = 0;
  const found: { from: number; to: number }[] = [];
  for (const { text: line, isCode } of parseLines(text)) {
    const to = offset + line.length + 1;
    const last = found.at(-1);
    if (isCode && last?.to === offset) last.to = to;
    else if (isCode) found.push({ from: offset, to });
    offset = to;
  }
  return found;
}

const revealAdmonition = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]*[\w-]+[ \t]+"([^"\n]{0,200})"[ \t]*$/;

/** `??? success "View answer"`: its own line goes, and the indentation of what it holds. */
function unwrapAdmonitions(text: string): string {
  if (!(text.includes('!!!') || text.includes('???')) || !/^[ \t]*(?:!!!|\?\?\?)/m.test(text)) return text;
  let indent: number | undefined;
  return text
    .split('\n')
    .flatMap((line) => {
      const [, before, summary] = revealAdmonition.exec(line) ?? [];
      if (before !== undefined && isRevealLabel(summary ?? '')) {
        indent = before.length + 4;
        return [''];
      }
      const width = /^ */.exec(line)?.[0].length ?? 0;
      if (indent !== undefined && line.trim() !== '' && width < indent) indent = undefined;
      return [indent === undefined ? line : line.slice(Math.min(indent, width))];
    })
    .join('\n');
}

/**
 * Labels at the beginning, each with a mark of its own: `### Answer`, `**Answer:**`, `A:`, a flash card's line of `?`.
 * What is behind one stays.
 */
function dropLabels(text: string): string {
  let left = text.trimStart().replace(/^\?{1,2}[ \t]*\n\s*/, '');
  for (let count = 0; count < mostLabels; count++) {
    const end = left.indexOf('\n');
    const line = end < 0 ? left : left.slice(0, end);
    const loose = measureAnswerLabel(line, true);
    const length = loose > 0 && hasSecondChoice(left) ? measureAnswerLabel(line) : loose;
    if (length === 0) break;
    const behind = closeBold(line.slice(0, length), line.slice(length)).replace(/^[ \t]*[-–—]?[ \t]*/, '');
    left = (behind + (end < 0 ? '' : left.slice(end))).trimStart();
  }
  return left;
}

/** Of `**Answer: B**` the label opens what is bold: its end goes, too. */
function closeBold(label: string, behind: string): string {
  return label.split('**').length === 2 ? behind.replace('**', '') : behind;
}

function hasSecondChoice(text: string): boolean {
  const head = text.slice(0, 4000);
  return (head.includes('B.') || head.includes('B)')) && /^\s*(?:[-*+]\s+)?B[.)]/m.test(head);
}

/** `### Answer` may stand above `**Answer:**`. */
const mostLabels = 3;

/** Takes off the indentation that all lines share; blank lines have none. */
function dedent(lines: readonly string[]): readonly string[] {
  const spaced = lines.map(spellTabs);
  let least = 40;
  let isBlank = true;
  for (const line of spaced) {
    if (line.trim() === '') continue;
    isBlank = false;
    least = Math.min(least, countSpaces(line));
  }
  if (least === 0 || isBlank) return lines;
  return spaced.map((line) => line.slice(Math.min(least, countSpaces(line))));
}

/** The tabs of its indentation as four spaces each. */
function spellTabs(line: string): string {
  return line.includes('\t') ? line.replace(/^[ \t]+/, (white) => white.replace(/\t/g, '    ')) : line;
}

function countSpaces(line: string): number {
  let count = 0;
  while (count < line.length && line.charAt(count) === ' ') count++;
  return count;
}

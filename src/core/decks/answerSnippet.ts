import type { DeckQuestion } from './deck';
import { isPlaceholder, measureAnswerLabel } from './wording';

/** A snippet that opens an answer, and what it replaces: lines and characters from 0, the end not in it. */
export interface AnswerPlan {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  /** In VS Code's snippet syntax, its indentation included. */
  readonly snippet: string;
}

export type AskedQuestion = Pick<DeckQuestion, 'place' | 'answerPlace'>;

/** The file that an answer is written into: where a table links to, or where the question stands. */
export function fileOfAnswer({ place, answerPlace }: AskedQuestion): string {
  return answerPlace?.file ?? place.file;
}

/**
 * Where the answer to an unanswered question goes in the text of its file, and the parts of an answer to fill in there.
 * A placeholder such as `TBD` is replaced; else it stands below the question and what belongs to it.
 */
export function planAnswer(text: string, question: AskedQuestion): AnswerPlan {
  const lines = text.split(/\r\n|\r|\n/);
  const region = findRegion(lines, question);
  const labelled = findLabelOrPlaceholder(lines, region);
  if (labelled?.placeholder !== undefined)
    return replacePlaceholder(labelled.line, labelled.placeholder, region, lines);
  const closing = findClosing(lines, region);
  if (closing !== undefined) return fillDetails(lines, region, closing);
  const below = labelled?.line ?? findLast(lines, region);
  const style = labelled === undefined ? region.style : deepen(region.style, lines[labelled.line] ?? '');
  const parts = renderParts(style, region.indent, hasParts(lines, region));
  // Of a multiple choice, the answer is a letter, and a label tells it from a further choice.
  const isChoice = labelled === undefined && hasOptions(lines, region);
  return insertBelow(lines, below, isChoice ? parts.replace('$', '**Answer:** $') : parts);
}

/** Headings of a level, or bold labels where a heading would end the answer. */
type Style = { readonly kind: 'headings'; readonly level: number } | { readonly kind: 'labels' };

interface Region {
  /** The last line of the question itself. */
  readonly title: number;
  /** The last line that may hold something of its answer. */
  readonly last: number;
  /** What each line of the answer begins with. */
  readonly indent: string;
  readonly style: Style;
}

const labels: Style = { kind: 'labels' };

function headings(level: number): Style {
  return level > 6 ? labels : { kind: 'headings', level };
}

function findRegion(lines: readonly string[], { place, answerPlace }: AskedQuestion): Region {
  const { line, endLine } =
    answerPlace !== undefined && answerPlace.file !== place.file ? answerPlace : place;
  const asked = Math.max(0, Math.min(line, lines.length) - 1);
  const last = Math.max(asked, Math.min(endLine, lines.length) - 1);
  const text = lines[asked] ?? '';
  const frontMatterEnd = findFrontMatterEnd(lines);
  if (asked <= frontMatterEnd) {
    return { title: frontMatterEnd, last: Math.max(last, frontMatterEnd), indent: '', style: headings(2) };
  }
  const quote = /^[ \t]*(?:>[ \t]?)*/.exec(text)?.[0] ?? '';
  const rest = text.slice(quote.length);
  const level = /^(#{1,6})[ \t]/.exec(rest)?.[1]?.length;
  const indent = quote.includes('>') ? quote : '';
  if (level !== undefined) return { title: asked, last, indent, style: headings(level + 1) };
  if (/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(lines[asked + 1] ?? '') && asked < last) {
    return {
      title: asked + 1,
      last,
      indent,
      style: headings((lines[asked + 1] ?? '').includes('=') ? 2 : 3),
    };
  }
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(rest)?.[0];
  if (marker !== undefined)
    return { title: asked, last, indent: quote + ' '.repeat(marker.length), style: labels };
  return { title: findSummaryEnd(lines, asked, last), last, indent: quote, style: labels };
}

function findFrontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.replace(/^\uFEFF/, '').trimEnd() !== '---') return -1;
  return lines.findIndex((line, number) => number > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
}

/** A question in a `<summary>` ends where that is closed. */
function findSummaryEnd(lines: readonly string[], asked: number, last: number): number {
  for (let line = asked; line <= last; line++) if (/<\/summary>/i.test(lines[line] ?? '')) return line;
  return asked;
}

const longestLabel = 120;

/** The first placeholder, else the last label of an answer that has nothing behind it. */
function findLabelOrPlaceholder(
  lines: readonly string[],
  { title, last }: Region,
):
  | { readonly line: number; readonly placeholder?: { readonly start: number; readonly end: number } }
  | undefined {
  let labelled: { readonly line: number } | undefined;
  for (let line = title; line <= last; line++) {
    const text = lines[line] ?? '';
    const lead =
      line === title
        ? findTitleEnd(text)
        : (/^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?/.exec(text)?.[0].length ?? 0);
    const rest = text.slice(lead).trimEnd();
    if (rest === '' || rest.length > longestLabel || isRule(rest)) continue;
    if (/<\/?[a-z]/i.test(rest) || partPattern.test(rest)) continue;
    const label = measureAnswerLabel(rest);
    const from = lead + label + (rest.length - label - rest.slice(label).trimStart().length);
    const said = text.slice(from).trimEnd();
    if (said !== '' && isPlaceholder(said))
      return { line, placeholder: { start: from, end: from + said.length } };
    if (said === '' && line > title) labelled = { line };
  }
  return labelled;
}

function isRule(text: string): boolean {
  return /^(?:[-*_=][ \t]*){3,}$/.test(text);
}

/** Behind the last question mark, and the marks that close its emphasis. */
function findTitleEnd(text: string): number {
  const at = Math.max(text.lastIndexOf('?'), text.lastIndexOf('？'));
  return at === -1 ? text.length : at + 1 + (/^[*_\s]*/.exec(text.slice(at + 1))?.[0].length ?? 0);
}

/** The innermost `</details>` that ends the question's lines. */
function findClosing(lines: readonly string[], { title, last }: Region): number | undefined {
  for (let line = title; line <= last; line++) if (/<\/details>/i.test(lines[line] ?? '')) return line;
  return undefined;
}

const partPattern = /^#{1,6}[ \t]+(?:Explanation|Example|Key points|Common mistakes|References)[ \t]*$/i;

/** A part's heading that stands there already: then only the short answer is missing. */
function hasParts(lines: readonly string[], { title, last }: Region): boolean {
  const rest = lines.slice(title + 1, last + 1);
  return rest.some((line) => partPattern.test(line));
}

function hasOptions(lines: readonly string[], { title, last }: Region): boolean {
  const options = lines
    .slice(title + 1, last + 1)
    .filter((line) => /^[ \t>]*(?:[-*+][ \t]+)?(?:\[[ x]?\][ \t]+)?\(?[A-Ha-h][.):]/.test(line));
  return options.length > 1;
}

/** The last line that says something, so that pictures and options stay above the answer. */
function findLast(lines: readonly string[], region: Region): number {
  if (hasParts(lines, region)) return region.title;
  for (let line = region.last; line > region.title; line--) {
    const text = (lines[line] ?? '').trim();
    if (text !== '' && !isRule(text)) return line;
  }
  return region.title;
}

/** Below an answer's own heading, parts are a level deeper than that. */
function deepen(style: Style, label: string): Style {
  const level = /^(?:>[ \t]?)*(#{1,6})[ \t]/.exec(label.trimStart())?.[1]?.length;
  return style.kind === 'headings' && level !== undefined
    ? headings(Math.max(style.level, level + 1))
    : style;
}

function replacePlaceholder(
  line: number,
  { start, end }: { readonly start: number; readonly end: number },
  region: Region,
  lines: readonly string[],
): AnswerPlan {
  const before = (lines[line] ?? '').slice(0, start);
  const lead = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(before)?.[0] ?? '';
  const own = lead.includes('>') || line === region.title ? region.indent : lead.replace(/[^ \t]/g, ' ');
  const indent = own.length > region.indent.length ? own : region.indent;
  const closing = line === region.title && /<\/summary>/i.test(lines[line] ?? '');
  const parts = renderParts(closing ? labels : deepen(region.style, before), indent, hasParts(lines, region));
  return plan(line, start, line, end, endBlock(lines, line, parts.slice(indent.length)));
}

/** Before `</details>`, with the blank lines that Markdown in HTML needs. */
function fillDetails(lines: readonly string[], region: Region, closing: number): AnswerPlan {
  const text = lines[closing] ?? '';
  const at = text.search(/<\/details>/i);
  const parts = renderParts(labels, region.indent, false);
  const summaryEnd = /<\/summary>/i.exec(text);
  if (closing === region.title || text.slice(0, at).trim() !== '') {
    const start = summaryEnd === null ? at : summaryEnd.index + summaryEnd[0].length;
    return plan(closing, start, closing, at, `\n\n${parts}\n\n${region.indent}`);
  }
  let above = closing - 1;
  while (above > region.title && (lines[above] ?? '').trim() === '') above--;
  return plan(above, (lines[above] ?? '').length, closing, 0, `\n\n${parts}\n\n`);
}

function insertBelow(lines: readonly string[], line: number, parts: string): AnswerPlan {
  const end = (lines[line] ?? '').length;
  return plan(line, end, line, end, `\n\n${endBlock(lines, line, parts)}`);
}

/** A blank line below, where the next one says something. */
function endBlock(lines: readonly string[], line: number, parts: string): string {
  return (lines[line + 1] ?? '').trim() === '' ? parts : `${parts}\n`;
}

function plan(
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
  snippet: string,
): AnswerPlan {
  return { startLine, startCharacter, endLine, endCharacter, snippet };
}

/** The parts of an answer below its first lines; those of a list are one. */
const parts = [
  { name: 'Explanation', isList: false },
  { name: 'Example', isList: false },
  { name: 'Key points', isList: true },
  { name: 'Common mistakes', isList: true },
  { name: 'Follow-ups', isList: true },
  { name: 'References', isList: true },
] as const;

/** Each stop is `…`: what stays so is no answer. The first line has no indentation when it replaces something. */
function renderParts(style: Style, indent: string, isShort: boolean): string {
  const stop = (number: number) => `\${${String(number)}:…}`;
  const below = parts.flatMap(({ name, isList }, number) => {
    const body = isList ? `- ${stop(number + 2)}` : stop(number + 2);
    if (style.kind === 'headings') return [`${'#'.repeat(style.level)} ${name}`, body];
    return isList ? [`**${name}:**`, body] : [`**${name}:** ${body}`];
  });
  const blocks = [stop(1), ...(isShort ? [] : below)];
  return blocks.map((block) => indent + block).join(`\n${indent.trimEnd()}\n`);
}

import { mendText } from './mendText';

/** What a line is, before anybody asks what it means. */
export type LineKind =
  | 'blank'
  /** In a fenced block, its fences included. */
  | 'code'
  /** In an HTML comment, and nothing else in it. */
  | 'comment'
  | 'frontMatter'
  | 'heading'
  /** The line of `===` or `---` below a heading, or the next ones of a heading in HTML. */
  | 'underline'
  | 'rule'
  | 'item'
  | 'table'
  | 'text';

export interface ScannedLine {
  /** Mended, without its line end. */
  readonly text: string;
  /** `text` without the white space around it; of a passage only the beginning, since no pattern is tried on all of it. */
  readonly head: string;
  readonly kind: LineKind;
  /** Columns of white space before the text; a tab goes on to the next multiple of four. */
  readonly indent: number;
}

/** Splits a text into lines and tells what each is. One pass over the text and a few over its lines. */
export function scanLines(text: string): ScannedLine[] {
  const texts = splitLines(mendText(text.startsWith('\uFEFF') ? text.slice(1) : text));
  const heads: string[] = [];
  for (const line of texts) heads.push(line.slice(0, longestPattern).trim());
  const kinds = new Array<LineKind | undefined>(texts.length);
  const marking = { texts, heads, kinds };
  markFrontMatter(marking);
  markCode(marking);
  markComments(marking);
  markTables(marking);
  const lines: ScannedLine[] = [];
  texts.forEach((line, at) => {
    const head = heads[at] ?? '';
    const kind = (kinds[at] ??= kindOf(head, at, marking));
    lines.push({ text: line, head, kind, indent: line.startsWith(' •') ? 0 : indentOf(line) });
  });
  return lines;
}

/** Of most texts the lines end in `\n`, which is found much faster than a pattern. */
function splitLines(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}

/** A longer line is a passage: no pattern is tried on all of it. */
export const longestPattern = 2000;

/** Lines of which some have a kind so far. */
interface Marking {
  readonly texts: readonly string[];
  readonly heads: readonly string[];
  readonly kinds: (LineKind | undefined)[];
}

function kindOf(head: string, at: number, marking: Marking): LineKind {
  if (head === '') return 'blank';
  const first = head.charAt(0);
  if (first === '#' && /^(?:#{1,6}[ \t]+\S|#{2,6}[^\s#])/.test(head)) return 'heading';
  if (first === '<' && isHtmlHeading(head, at, marking)) return 'heading';
  if (isUnderlined(head, at, marking)) {
    marking.kinds[at + 1] = 'underline';
    return 'heading';
  }
  // Most lines begin with a letter, and are text.
  if (/^\p{L}/u.test(head)) return 'text';
  if (isRule(head)) return 'rule';
  return itemPattern.test(head) ? 'item' : 'text';
}

export const itemPattern =
  /^(?:[-*+•●▪](?:[ \t]+|(?=\*\*|\[|[^\x20-\x7e]))|\d{1,4}、[ \t]*|(?:\d\uFE0F?\u20E3)+[ \t]*|(?:\(?\d{1,4}[.)]|\d{1,4}\\[.)])(?:[ \t]+|(?=\*\*|\[|[^\x20-\x7e]|[A-Z][a-z])))(?=\S)/;

function isRule(head: string): boolean {
  return /^(?:[-*_=~][ \t]*){3,}$/.test(head.slice(0, 200)) || /^<hr\b[^<>]*>$/i.test(head);
}

/** A heading in HTML has so many lines at most. */
const mostHeadingLines = 4;

/** `<h3>…</h3>` in a line; over several lines where it asks, since pages write their own titles like that. */
function isHtmlHeading(head: string, at: number, { texts, heads, kinds }: Marking): boolean {
  if (!/^<h[1-6]\b[^<>]*>/i.test(head)) return false;
  if (/<\/h[1-6]>/i.test(head)) return true;
  for (let end = at + 1; end < Math.min(texts.length, at + mostHeadingLines); end++) {
    const line = heads[end] ?? '';
    if (kinds[end] !== undefined || line === '') return false;
    if (!/<\/h[1-6]>$/i.test(line)) continue;
    const isAsking = /[?？]/.test(texts.slice(at, end + 1).join(' '));
    if (isAsking) kinds.fill('underline', at + 1, end + 1);
    return isAsking;
  }
  return false;
}

/** CommonMark 4.3, but only a short line between a blank one and the underline: people write rules like that, too. */
function isUnderlined(head: string, at: number, { texts, heads, kinds }: Marking): boolean {
  const headBelow = heads[at + 1] ?? '';
  if (!headBelow.startsWith('--') && !headBelow.startsWith('==')) return false;
  const below = texts[at + 1] ?? '';
  if (kinds[at + 1] !== undefined || !/^ {0,3}(?:={3,}|-{2,})[ \t]*$/.test(below.slice(0, 300))) return false;
  const isAlone = (heads[at - 1] ?? '') === '' && head.length <= 200;
  return (
    isAlone &&
    !/[.!:;,]$/.test(head) &&
    !itemPattern.test(head) &&
    !/^[<>|!]|^\[!/.test(head) &&
    !isRule(head)
  );
}

function indentOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** A front matter is at most so long, and each line of it looks like YAML. */
const longestFrontMatter = 200;

function markFrontMatter({ texts, kinds }: Marking): void {
  if (texts[0]?.trimEnd() !== '---') return;
  const end = texts
    .slice(0, longestFrontMatter)
    .findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 1) return;
  const body = texts.slice(1, end);
  if (!body.every((line) => /^(?:[\s#\]}"']|-\s|$|\w[^:\n]{0,80}:)/.test(line))) return;
  if (!body.some((line) => /^[\w"'][^:\n]{0,80}:/.test(line))) return;
  kinds.fill('frontMatter', 0, end + 1);
}

const fencePattern = /^(?:[ \t]|>)*(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$/;

/**
 * Fences are taken at any indentation, since lists indent them. A fence that is never closed is none: otherwise one
 * slip would swallow the rest of the file.
 */
function markCode({ texts, heads, kinds }: Marking): void {
  const fences: Fence[] = [];
  heads.forEach((head, at) => {
    if (kinds[at] !== undefined || !mayBeFence.test(head)) return;
    const fence = parseFence(texts[at] ?? '', at);
    if (fence !== undefined) fences.push(fence);
  });
  const last = findLastClosers(fences);
  let open: Fence | undefined;
  for (const fence of fences) {
    if (open === undefined) {
      if ((last.get(keyOf(fence)) ?? -1) > fence.at) open = fence;
    } else if (closes(fence, open)) {
      kinds.fill('code', open.at, fence.at + 1);
      open = undefined;
    }
  }
}

interface Fence {
  /** Its line. */
  readonly at: number;
  readonly mark: string;
  readonly length: number;
  readonly isBare: boolean;
}

const mostMarks = 12;

/** Cheap, and true of every fence: its marks, those of a quote, or those of an item. */
const mayBeFence = /^[`~>*+\d-]/;

function parseFence(line: string, at: number): Fence | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const [, marks = '', info = ''] = fencePattern.exec(line.slice(0, longestPattern)) ?? [];
  const [mark = ''] = marks;
  // Code within a line, such as ```x```, opens nothing.
  if (mark === '' || (mark === '`' && info.includes('`'))) return undefined;
  return { at, mark, length: Math.min(marks.length, mostMarks), isBare: info.trim() === '' };
}

function closes(fence: Fence, open: Fence): boolean {
  return fence.isBare && fence.mark === open.mark && fence.length >= open.length;
}

function keyOf({ mark, length }: Fence): string {
  return mark + String(length);
}

/** For each kind of fence the last line that can close it. */
function findLastClosers(fences: readonly Fence[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { at, mark, length: longest, isBare } of fences) {
    if (!isBare) continue;
    for (let length = 3; length <= longest; length++) last.set(mark + String(length), at);
  }
  return last;
}

function markComments({ texts, heads, kinds }: Marking): void {
  const isStart = (at: number) => kinds[at] === undefined && heads[at]?.startsWith('<!--') === true;
  let lastEnd: number | undefined;
  for (let at = 0; at < texts.length; at++) {
    if (!isStart(at)) continue;
    lastEnd ??= texts.findLastIndex((line) => line.includes('-->'));
    if (at > lastEnd) return;
    let end = at;
    while (end < lastEnd && !(texts[end] ?? '').includes('-->')) end++;
    if (!(texts[end] ?? '').trimEnd().endsWith('-->')) continue;
    kinds.fill('comment', at, end + 1);
    at = end;
  }
}

const mayBeDelimiterRow = /^[|:-]/;
const delimiterRow = /^[ \t|:-]{3,}$/;

function markTables({ texts, heads, kinds }: Marking): void {
  const isFree = (at: number) => kinds[at] === undefined && (texts[at] ?? '').includes('|');
  for (let at = 1; at < texts.length; at++) {
    if (!mayBeDelimiterRow.test(heads[at] ?? '')) continue;
    const line = texts[at] ?? '';
    if (
      !isFree(at) ||
      !isFree(at - 1) ||
      !line.includes('-') ||
      !delimiterRow.test(line.slice(0, longestPattern))
    )
      continue;
    let end = at - 1;
    while (end < texts.length && isFree(end)) kinds[end++] = 'table';
    at = end;
  }
}

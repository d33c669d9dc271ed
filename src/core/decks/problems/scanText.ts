import type { TextRange } from './problem';

/** Lines that Markdown reads as one: a paragraph, a heading, an item of a list, a row of a table. */
export interface Block {
  /** Where it begins in the text. */
  readonly start: number;
  /** As it stands there, but code and comments are spaces: places in it are places in the text. */
  readonly text: string;
}

export interface ScannedText {
  readonly text: string;
  /** All but fenced and indented code, comments and front matter. */
  readonly blocks: readonly Block[];
  /** The places of the front matter's lines between its marks; `undefined` where there is none. */
  readonly frontMatter: { readonly start: number; readonly end: number } | undefined;
  /** From 0; the last one for whatever lies beyond. */
  lineOf(place: number): number;
  rangeOf(start: number, end: number): TextRange;
  /** Whether a place is in one of the blocks. */
  isProse(place: number): boolean;
  /** A line's text without its end, and where it begins. Empty beyond the last. */
  lineAt(line: number): { readonly start: number; readonly text: string };
}

/** Takes Markdown apart as far as dollars and links need it, in linear time. */
export function scanText(text: string): ScannedText {
  const starts = findLineStarts(text);
  const lineAt = (line: number) => {
    const start = starts[line];
    if (start === undefined) return { start: text.length, text: '' };
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    return { start, text: text.slice(start, end).replace(/\r$/, '') };
  };
  const lineOf = (place: number) => findLine(starts, place);
  const firstLine = findFrontMatterEnd(starts.length, lineAt);
  const blocks = findBlocks(blankComments(text), starts, firstLine);
  const blockStarts = blocks.map(({ start }) => start);
  return {
    text,
    blocks,
    isProse(place) {
      const block = blocks[findLine(blockStarts, place)];
      return block !== undefined && place >= block.start && place < block.start + block.text.length;
    },
    frontMatter:
      firstLine === 0 ? undefined : { start: starts[1] ?? 0, end: starts[firstLine - 1] ?? text.length },
    lineOf,
    lineAt,
    rangeOf(start, end) {
      const [startLine, endLine] = [lineOf(start), lineOf(end)];
      return {
        startLine,
        startCharacter: start - (starts[startLine] ?? 0),
        endLine,
        endCharacter: end - (starts[endLine] ?? 0),
      };
    },
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last of the sorted places that is not beyond one. */
function findLine(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

const longestFrontMatter = 200;

/** The line below the front matter; 0 where there is none. */
function findFrontMatterEnd(count: number, lineAt: ScannedText['lineAt']): number {
  if (
    lineAt(0)
      .text.replace(/^\uFEFF/, '')
      .trimEnd() !== '---'
  )
    return 0;
  for (let line = 1; line < Math.min(count, longestFrontMatter); line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(lineAt(line).text)) return line + 1;
  }
  return 0;
}

function blankComments(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', done)) {
    const end = text.indexOf('-->', at + 4);
    if (end === -1) break;
    pieces.push(text.slice(done, at), blank(text.slice(at, end + 3)));
    done = end + 3;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
}

/** Spaces in place of all but line ends. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

const fencePattern = /^(?:[ \t]|>)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\r\n]*)/;
const itemPattern = /^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const displayPattern = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\$\$/;
const aloneInLine = /^[ \t]*(?:#{1,6}[ \t]|\||(?:[-*_][ \t]*){3,}\r?$)/;
/** No pattern looks further into a line. */
const longestHead = 1000;

function findBlocks(text: string, starts: readonly number[], firstLine: number): Block[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  let open: number | undefined;
  let isInList = false;
  let isInFormula = false;
  const close = (end: number) => {
    if (open !== undefined && end > open)
      blocks.push({ start: open, text: blankCode(text.slice(open, end)) });
    open = undefined;
  };
  for (let line = firstLine; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? text.length;
    const head = text.slice(start, Math.min(end, start + longestHead));
    const marks = head.includes('```') || head.includes('~~~') ? fencePattern.exec(head) : null;
    if (fence !== undefined) {
      if (marks?.[1]?.startsWith(fence) === true && marks[2]?.trim() === '') fence = undefined;
      continue;
    }
    if (marks?.[1] !== undefined && !(marks[1].startsWith('`') && marks[2]?.includes('`') === true)) {
      close(start);
      fence = marks[1];
    } else if (head.trim() === '') {
      close(start);
      isInFormula = false;
    } else if (isInFormula) {
      // Its lines may begin with `+` or `-`.
      isInFormula = !text.slice(start, end).trimEnd().endsWith('$$');
    } else if (open === undefined && !isInList && /^(?: {4}|\t)/.test(head)) continue;
    else if (aloneInLine.test(head)) {
      // A line of `---` below text makes it a heading.
      if (!/^ {0,3}-+\s*$/.test(head)) close(start);
      open ??= start;
      close(end);
      isInList = false;
    } else {
      const isItem = itemPattern.test(head);
      if (isItem) close(start);
      isInList = isItem || (isInList && (open !== undefined || /^[ \t]/.test(head)));
      open ??= start;
      isInFormula = displayPattern.test(head) && !/^[^$]*\$\$.*\$\$\s*$/.test(head);
    }
  }
  if (fence === undefined) close(text.length);
  return blocks;
}

/** Code within lines as spaces: from so many backticks to the next run of as many (CommonMark 6.1). */
function blankCode(text: string): string {
  if (!text.includes('`')) return text;
  const runs = [...text.matchAll(/\\?`+/g)].map(([run], number, all) => {
    const isEscaped = run.startsWith('\\');
    const start = (all[number]?.index ?? 0) + (isEscaped ? 2 : 0);
    return { start, length: run.length - (isEscaped ? 2 : 0), isEscaped };
  });
  const next = findPartners(runs.map(({ length }) => length));
  let blanked = '';
  let done = 0;
  for (let number = 0; number < runs.length; number++) {
    const [from, to] = [runs[number], runs[next[number] ?? -1]];
    if (from === undefined || to === undefined || from.length === 0) continue;
    blanked += text.slice(done, from.start) + blank(text.slice(from.start, to.start + to.length));
    done = to.start + to.length;
    number = next[number] ?? number;
  }
  return blanked + text.slice(done);
}

/** For each number the place of the next equal one. */
function findPartners(lengths: readonly number[]): (number | undefined)[] {
  const last = new Map<number, number>();
  const partners: (number | undefined)[] = [];
  for (let at = lengths.length - 1; at >= 0; at--) {
    const length = lengths[at] ?? 0;
    partners[at] = last.get(length);
    last.set(length, at);
  }
  return partners;
}

import { longestPattern, type ScannedLine } from './scanLines';

/** A `<details>` element. Lines are counted from 0. */
export interface DetailsBlock {
  readonly line: number;
  /** The first line in which the summary says something. */
  readonly summaryLine: number;
  /** The line of `</summary>`. */
  readonly summaryEnd: number;
  /** As it stands between the tags; empty where there is no summary. */
  readonly summary: string;
  /** What stands behind `</summary>` in its line, without tags of this block. */
  readonly rest: string;
  /** The line of `</details>`. */
  readonly endLine: number;
  /** 0 for one that is in no other. */
  readonly depth: number;
}

interface OpenBlock {
  line: number;
  depth: number;
  summaryStart: number | undefined;
  summaryEnd: number | undefined;
  summary: string;
  rest: string;
}

const tagPattern = /<(\/?)(details|summary)\b[^<>]{0,300}>/gi;

/** A summary is at most so many lines. */
const longestSummary = 20;

/**
 * All `<details>` elements in the order in which they begin. One that is never closed ends where the next one of its
 * depth begins, or with the file. `text` is that of all lines together.
 */
export function findDetails(lines: readonly ScannedLine[], text: string): DetailsBlock[] {
  const found = [
    ...(/<details/i.test(text) ? findElements(lines) : []),
    ...(/!!!|\?\?\?|\[!/.test(text) ? findAdmonitions(lines) : []),
  ];
  return found.sort((a, b) => a.line - b.line || a.depth - b.depth);
}

function findElements(lines: readonly ScannedLine[]): DetailsBlock[] {
  const found: DetailsBlock[] = [];
  const stack: OpenBlock[] = [];
  const close = (endLine: number) => {
    const block = stack.pop();
    if (block === undefined) return;
    const { line, depth, summary, rest, summaryEnd = line } = block;
    found.push({
      line,
      depth,
      summary,
      rest,
      summaryLine: findSummaryLine(lines, block),
      summaryEnd,
      endLine,
    });
  };
  const hasEnds = lines.some(
    ({ text, kind }) =>
      kind !== 'code' && text.includes('</') && /<\/details/i.test(text.slice(0, longestPattern)),
  );
  lines.forEach(({ text, kind }, at) => {
    if (kind === 'code' || !text.includes('<')) return takeSummaryLine(stack.at(-1), text, at);
    let from = 0;
    for (const tag of text.slice(0, longestPattern).matchAll(tagPattern)) {
      const before = text.slice(from, tag.index);
      const top = stack.at(-1);
      from = tag.index + tag[0].length;
      const isEnd = tag[1] === '/';
      if (tag[2]?.toLowerCase() === 'details') {
        if (isEnd) close(at);
        else {
          if (!hasEnds && stack.length > 0) close(at - 1);
          stack.push({
            line: at,
            depth: stack.length,
            summaryStart: undefined,
            summaryEnd: undefined,
            summary: '',
            rest: '',
          });
        }
      } else if (top !== undefined && !isEnd) {
        top.summaryStart = at;
        top.summary = '';
      } else if (top?.summaryStart !== undefined && top.summaryEnd === undefined) {
        top.summary += before;
        top.summaryEnd = at;
        top.rest = text.slice(from).replace(/<\/details\s*>.*$/i, '');
      }
    }
    takeSummaryLine(stack.at(-1), text.slice(from), at);
  });
  while (stack.length > 0) close(lines.length - 1);
  return found;
}

function findSummaryLine(
  lines: readonly ScannedLine[],
  { line, summaryStart = line, summaryEnd = line }: OpenBlock,
): number {
  for (let at = summaryStart; at < summaryEnd; at++) {
    const text = (lines[at]?.text ?? '').slice(0, longestPattern).replace(/<[^<>]*>/g, '');
    if (text.trim() !== '') return at;
  }
  return summaryEnd;
}

const callout = /^[ \t]*>[ \t]*\[!(?:question|faq|help|quiz|qa|abstract)\][+-]?[ \t]+(\S.*)$/i;

const admonition = /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w-]+[ \t]+"([^"]+)"[ \t]*$/;

/** `??? question "What …?"`, with what it holds indented below (Python-Markdown's admonitions). */
function findAdmonitions(lines: readonly ScannedLine[]): DetailsBlock[] {
  return lines.flatMap(({ text, kind, indent }, line) => {
    if (!text.includes('!') && !text.includes('???')) return [];
    const head = text.slice(0, longestPattern);
    const quoted = kind === 'code' ? undefined : callout.exec(head)?.[1];
    if (quoted !== undefined) return [createCallout(lines, line, quoted)];
    const summary = kind === 'code' ? undefined : admonition.exec(head)?.[1];
    if (summary === undefined) return [];
    let endLine = line;
    for (let at = line + 1; at < lines.length; at++) {
      const next = lines[at];
      if (next === undefined || (next.kind !== 'blank' && next.indent < indent + 4)) break;
      if (next.kind !== 'blank') endLine = at;
    }
    return [{ line, depth: 0, summary, rest: '', summaryLine: line, summaryEnd: line, endLine }];
  });
}

/** A summary goes on in this line, unless it has got too long to be one. */
function takeSummaryLine(top: OpenBlock | undefined, text: string, at: number): void {
  if (top?.summaryStart === undefined || top.summaryEnd !== undefined) return;
  if (at - top.summaryStart > longestSummary) top.summaryEnd = at;
  else top.summary += `${text} `;
}

/** `> [!question] What …?`, with the answer in the quote below (Obsidian's callouts). */
function createCallout(lines: readonly ScannedLine[], line: number, summary: string): DetailsBlock {
  let endLine = line;
  while (/^[ \t]*>/.test(lines[endLine + 1]?.text ?? '')) endLine++;
  return { line, depth: 0, summary, rest: '', summaryLine: line, summaryEnd: line, endLine };
}

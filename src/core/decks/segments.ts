import type { Candidate, ScannedFile } from './candidate';
import type { SkippedBlock, SkipReason } from './deck';
import { findNoise, findNoiseInLine } from './noise';
import { isLicenceFile } from './housekeeping';
import type { Mark } from './questions';
import type { ScannedLine } from './scanLines';

/** A question's lines, counted from 0: from its mark to `end`. */
export interface Segment {
  readonly mark: Mark;
  readonly end: number;
  /** The headings above that ask nothing, the outermost first. */
  readonly sections: readonly string[];
}

/** Why a line is in no question, by its number; `undefined` where it is in one, or not explained yet. */
type Reasons = (SkipReason | undefined)[];

/** Cuts a file at its marks. What is in no question is explained, so no line is lost. */
export function cutSegments(
  file: ScannedFile,
  marks: readonly Mark[],
): { segments: Segment[]; skipped: SkippedBlock[] } {
  const reasons: Reasons = new Array<undefined>(file.lines.length);
  const taken = new Array<boolean>(file.lines.length).fill(false);
  const segments = findSegments(file, marks, reasons).map((segment) => {
    const { line, textLine = line } = segment.mark.candidate;
    const end = trimNoise(file.lines, segment, reasons);
    reasons.fill('separator', line, textLine);
    taken.fill(true, textLine, end + 1);
    return { ...segment, end };
  });
  explainRest(file, taken, reasons);
  return { segments, skipped: gatherSkipped(file, taken, reasons) };
}

function findSegments({ lines }: ScannedFile, marks: readonly Mark[], reasons: Reasons): Segment[] {
  const sections: { rank: number; title: string }[] = [];
  return marks.flatMap((mark, at): Segment[] => {
    const { candidate, kind, endLine } = mark;
    const next = (marks[at + 1]?.candidate.line ?? lines.length) - 1;
    if (kind === 'section' || (candidate.shape === 'heading' && kind === 'question')) {
      const isHeld = (rank: number) => (kind === 'section' ? rank < candidate.rank : rank <= candidate.rank);
      while (sections.length > 0 && !isHeld(sections.at(-1)?.rank ?? 0)) sections.pop();
    }
    if (kind === 'question') {
      return [{ mark, end: Math.min(next, endLine ?? next), sections: sections.map(({ title }) => title) }];
    }
    if (kind === 'answers') return [];
    if (kind === 'section') {
      const isAway = leadsAway(lines, candidate);
      if (!isAway) sections.push({ rank: candidate.rank, title: candidate.title.text });
      reasons.fill(isAway ? 'link' : 'heading', candidate.line, candidate.titleEnd + 1);
    } else if (candidate.shape === 'heading') {
      explainSection(lines, kind === 'refrain' ? 'navigation' : kind, candidate.line, next, reasons);
    } else {
      explainItem(
        lines,
        kind === 'refrain' ? 'navigation' : kind,
        candidate,
        Math.min(next, endLine ?? next),
        reasons,
      );
    }
    return [];
  });
}

/** A heading that is a link to another page, with nothing below it. */
function leadsAway(lines: readonly ScannedLine[], { line, titleEnd }: Candidate): boolean {
  if (!/\]\(https?:/.test(lines[line]?.text.slice(0, 1000) ?? '')) return false;
  let next = titleEnd + 1;
  while (lines[next]?.kind === 'blank') next++;
  return lines[next]?.kind === 'heading';
}

/** All below a heading up to the next mark, but rules. An advertisement is no longer than its block. */
function explainSection(
  lines: readonly ScannedLine[],
  reason: SkipReason,
  line: number,
  next: number,
  reasons: Reasons,
): void {
  const isLong = reason === 'contents';
  for (let at = line; at <= next && (isLong || at === line || lines[at]?.kind !== 'blank'); at++) {
    const kind = lines[at]?.kind;
    reasons[at] = kind === 'rule' ? 'separator' : kind === 'comment' ? 'comment' : reason;
  }
}

/** An item or a row; the header of a table is what its rows are. */
function explainItem(
  lines: readonly ScannedLine[],
  reason: SkipReason,
  { line }: Candidate,
  end: number,
  reasons: Reasons,
): void {
  for (let at = line; at <= end; at++) reasons[at] = lines[at]?.kind === 'rule' ? 'separator' : reason;
  for (
    let at = line - 1;
    lines[line]?.kind === 'table' && lines[at]?.kind === 'table' && reasons[at] === undefined;
    at--
  ) {
    reasons[at] = reason;
  }
}

/** Takes blocks that belong to no question off the end of one; the last line that is left. */
function trimNoise(lines: readonly ScannedLine[], { mark, end }: Segment, reasons: Reasons): number {
  const first = mark.candidate.titleEnd;
  let last = end;
  for (;;) {
    while (last > first && lines[last]?.kind === 'blank') last--;
    const noise = last > first ? findNoiseAbove(lines, first, last) : undefined;
    if (noise === undefined) return last;
    reasons.fill(noise.reason, noise.start, last + 1);
    last = noise.start - 1;
  }
}

function findNoiseAbove(
  lines: readonly ScannedLine[],
  first: number,
  last: number,
): { start: number; reason: SkipReason } | undefined {
  const line = lines[last];
  const inLine = line && findNoiseInLine(line);
  if (inLine !== undefined) return { start: last, reason: inLine };
  const frame = findFrame(lines, first, last);
  if (frame !== undefined) return frame;
  let start = last;
  while (start - 1 > first && !['blank', 'rule', undefined].includes(lines[start - 1]?.kind)) start--;
  const block = lines.slice(start, last + 1);
  const reason = block.some(({ text }) => /<\/?(?:details|summary)/i.test(text))
    ? undefined
    : findNoise(block);
  return reason === undefined ? undefined : { start, reason };
}

/** A frame is at most so many lines high. */
const highestFrame = 30;

/** `<div align="center"> … </div>` with links in it: a banner, over blank lines, too. */
function findFrame(
  lines: readonly ScannedLine[],
  first: number,
  last: number,
): { start: number; reason: SkipReason } | undefined {
  const end = /^\s*<\/(div|p|center|table)>\s*$/i
    .exec(lines[last]?.text.slice(0, 100) ?? '')?.[1]
    ?.toLowerCase();
  if (end === undefined) return undefined;
  for (let at = last - 1; at > Math.max(first, last - highestFrame); at--) {
    const { text = '', kind } = lines[at] ?? {};
    if (kind === 'code' || kind === 'heading') return undefined;
    if (
      !new RegExp(`^\\s*<${end}\\b[^<>]*(?:align|center)`, 'i').test(text.slice(0, 300)) &&
      !/^\s*<center/i.test(text)
    )
      continue;
    const block = lines.slice(at, last + 1).filter((each) => each.kind !== 'blank');
    const hasLink = block.some((each) => /\]\(http|<a\b|<img/i.test(each.text));
    const reason = findNoise(block) ?? (hasLink ? 'advertisement' : undefined);
    return reason === undefined ? undefined : { start: at, reason };
  }
  return undefined;
}

/** Says of each block that is in no question and not explained so far what it is. */
function explainRest({ path, lines }: ScannedFile, taken: readonly boolean[], reasons: Reasons): void {
  const rest = isLicenceFile(path) ? 'licence' : 'prose';
  for (let at = 0; at < lines.length; at++) {
    const kind = lines[at]?.kind;
    if (taken[at] === true || reasons[at] !== undefined || kind === 'blank') continue;
    const start = at;
    const isOpen = (line: number) =>
      taken[line] !== true &&
      reasons[line] === undefined &&
      !['blank', 'rule', undefined].includes(lines[line]?.kind) &&
      sort(lines[line]) === sort(lines[start]);
    while (isOpen(at + 1)) at++;
    const reason =
      kind === 'frontMatter'
        ? 'frontMatter'
        : (findNoise(lines.slice(start, at + 1)) ?? (kind === 'heading' ? 'heading' : rest));
    reasons.fill(reason, start, at + 1);
  }
}

/** Lines of different sorts are different blocks, whatever stands between. */
function sort(line: ScannedLine | undefined): string {
  return (
    ['code', 'comment', 'table', 'rule', 'frontMatter', 'heading'].find((kind) => kind === line?.kind) ??
    'text'
  );
}

/** Neighbouring lines of one reason are one block; blank lines between them don't part it. */
function gatherSkipped(
  { path, lines }: ScannedFile,
  taken: readonly boolean[],
  reasons: Reasons,
): SkippedBlock[] {
  const blocks: SkippedBlock[] = [];
  let open: { start: number; end: number; reason: SkipReason } | undefined;
  const close = () => {
    if (open !== undefined) {
      blocks.push({ file: path, line: open.start + 1, endLine: open.end + 1, reason: open.reason });
    }
    open = undefined;
  };
  lines.forEach(({ kind }, at) => {
    const reason = taken[at] === true ? undefined : reasons[at];
    if (kind === 'blank' && taken[at] !== true) return;
    if (reason === undefined || reason !== open?.reason) close();
    if (reason !== undefined) open = { start: open?.start ?? at, end: at, reason };
  });
  close();
  return blocks;
}

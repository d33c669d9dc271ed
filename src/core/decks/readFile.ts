import { readAnswer } from './answer';
import type { ScannedFile } from './candidate';
import type { AnswerParts, DeckFile, Place, ReadQuestion, SkippedBlock, SkipReason } from './deck';
import { findDetails, type DetailsBlock } from './detailsBlocks';
import { findNoise } from './noise';
import { readOwnFormat } from './ownFormat';
import { findMarks, type Mark } from './questions';
import { scanLines, type ScannedLine } from './scanLines';

/** What one file of a deck holds. Every line that is not blank is in a question or in a skipped block. */
export interface FileReading extends DeckFile {
  readonly questions: readonly ReadQuestion[];
  readonly skipped: readonly SkippedBlock[];
}

/** Reads a file in whatever shapes it is written, several in one file, too. Linear in the text. */
export function readFile({ path, text }: DeckFile): FileReading {
  const { questions, skipped } = readOwnFormat({ path, text }) ?? readShapes(scanFile({ path, text }));
  return { path, text, questions, skipped };
}

function scanFile({ path, text }: DeckFile): ScannedFile {
  const lines = scanLines(text);
  const details = findDetails(lines);
  const detailsAt = new Map<number, DetailsBlock>();
  for (const block of details) if (!detailsAt.has(block.line)) detailsAt.set(block.line, block);
  return { path, lines, details, detailsAt, itemEnds: findItemEnds(lines) };
}

/** An item goes on with lines that are indented deeper than it is; blank lines may stand between. */
function findItemEnds(lines: readonly ScannedLine[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { line: number; indent: number }[] = [];
  let last = -1;
  lines.forEach(({ kind, indent }, at) => {
    if (kind === 'blank') return;
    const isCode = kind === 'code' && open.length > 0 && lines[last]?.kind === 'code';
    while (!isCode && (open.at(-1)?.indent ?? -1) >= indent) ends.set(open.pop()?.line ?? 0, last);
    if (kind === 'item') open.push({ line: at, indent });
    last = at;
  });
  for (const { line } of open) ends.set(line, last);
  return ends;
}

/** A question's lines, from 0: its title's and, below them, its answer's. */
interface Segment {
  readonly mark: Mark;
  readonly end: number;
  readonly sections: readonly string[];
}

type Reading = Pick<FileReading, 'questions' | 'skipped'>;

function readShapes(file: ScannedFile): Reading {
  const marks = findMarks(file);
  const reasons = new Array<SkipReason | undefined>(file.lines.length);
  const taken = new Array<boolean>(file.lines.length).fill(false);
  const questions = findSegments(file, marks, reasons).map((segment) => {
    const { line } = segment.mark.candidate;
    const end = trimNoise(file.lines, segment, reasons);
    taken.fill(true, line, end + 1);
    return readSegment(file, segment, end);
  });
  explainRest(file, taken, reasons);
  return { questions, skipped: gatherSkipped(file, taken, reasons) };
}

/** Where each question ends and below which headings it stands; what is a heading or contents says so in `reasons`. */
function findSegments(
  { lines }: ScannedFile,
  marks: readonly Mark[],
  reasons: (SkipReason | undefined)[],
): Segment[] {
  const sections: { rank: number; title: string }[] = [];
  return marks.flatMap((mark, at): Segment[] => {
    const { candidate, kind, endLine } = mark;
    const next = (marks[at + 1]?.candidate.line ?? lines.length) - 1;
    if (candidate.shape === 'heading' || kind === 'section') {
      while ((sections.at(-1)?.rank ?? -1) >= candidate.rank) sections.pop();
    }
    if (kind === 'question') {
      const end = Math.min(next, endLine ?? next);
      return [{ mark, end, sections: sections.map(({ title }) => title) }];
    }
    if (kind === 'section') {
      sections.push({ rank: candidate.rank, title: candidate.title.text });
      reasons.fill('heading', candidate.line, candidate.titleEnd + 1);
    } else {
      reasons.fill('contents', candidate.line, Math.min(next, endLine ?? next) + 1);
    }
    return [];
  });
}

/** Takes blocks that belong to no question off the end of one; the last line that is left. */
function trimNoise(
  lines: readonly ScannedLine[],
  { mark, end }: Segment,
  reasons: (SkipReason | undefined)[],
): number {
  const first = mark.candidate.titleEnd;
  let last = end;
  for (;;) {
    while (last > first && lines[last]?.kind === 'blank') last--;
    let start = last;
    while (start - 1 > first && lines[start - 1]?.kind !== 'blank' && lines[start]?.kind !== 'rule') start--;
    if (lines[start]?.kind === 'rule' && start < last) start = last;
    const block = lines.slice(start, last + 1);
    const reason = last > first ? findNoise(block) : undefined;
    if (reason === undefined || closesDetails(block)) return last;
    reasons.fill(reason, start, last + 1);
    last = start - 1;
  }
}

/** The end of an element that holds a part of the answer stays with it. */
function closesDetails(block: readonly ScannedLine[]): boolean {
  return block.some(({ text }) => /<\/details/i.test(text));
}

function readSegment({ path, lines }: ScannedFile, { mark, sections }: Segment, end: number): ReadQuestion {
  const { title, line, titleEnd, rest, shape, link } = mark.candidate;
  const below = lines.slice(titleEnd + 1, end + 1).map(({ text }) => text);
  const isItem = shape === 'ordered' || shape === 'bullet';
  const parts = readAnswer(below, rest, isItem);
  return {
    title: title.text,
    number: title.number,
    ownId: title.ownId,
    sections,
    level: title.level,
    terms: [],
    parts,
    place: placeOf(path, line, end),
    answerPlace: findAnswerPlace(path, lines, titleEnd, end, rest, parts),
    shape,
    ...(link === undefined ? {} : { link }),
  };
}

function placeOf(file: string, line: number, end: number): Place {
  return { file, line: line + 1, endLine: end + 1 };
}

function findAnswerPlace(
  path: string,
  lines: readonly ScannedLine[],
  titleEnd: number,
  end: number,
  rest: string,
  { isUnanswered }: AnswerParts,
): Place | undefined {
  let first = titleEnd + 1;
  while (first <= end && lines[first]?.kind === 'blank') first++;
  if (first > end) return rest === '' || isUnanswered === true ? undefined : placeOf(path, titleEnd, end);
  return placeOf(path, first, end);
}

/** Says of each block that is in no question and not explained so far what it is. */
function explainRest(
  { lines }: ScannedFile,
  taken: readonly boolean[],
  reasons: (SkipReason | undefined)[],
): void {
  for (let at = 0; at < lines.length; at++) {
    if (taken[at] === true || reasons[at] !== undefined || lines[at]?.kind === 'blank') continue;
    const start = at;
    const kind = lines[at]?.kind;
    const isOpen = (line: number) =>
      taken[line] !== true &&
      reasons[line] === undefined &&
      !['blank', undefined].includes(lines[line]?.kind) &&
      (lines[line]?.kind === 'code') === (kind === 'code');
    while (isOpen(at + 1) && lines[at + 1]?.kind !== 'rule') at++;
    const block = lines.slice(start, at + 1);
    const reason = kind === 'frontMatter' ? 'frontMatter' : (findNoise(block) ?? 'prose');
    reasons.fill(reason, start, at + 1);
  }
}

/** Neighbouring lines of one reason are one block; blank lines between them don't part it. */
function gatherSkipped(
  { path, lines }: ScannedFile,
  taken: readonly boolean[],
  reasons: readonly (SkipReason | undefined)[],
): SkippedBlock[] {
  const blocks: SkippedBlock[] = [];
  let open: { start: number; end: number; reason: SkipReason } | undefined;
  const close = () => {
    if (open !== undefined) blocks.push({ ...placeOf(path, open.start, open.end), reason: open.reason });
    open = undefined;
  };
  lines.forEach(({ kind }, at) => {
    const reason = taken[at] === true ? undefined : reasons[at];
    if (kind === 'blank' && taken[at] !== true) return;
    if (reason === undefined || reason !== open?.reason) close();
    if (reason === undefined) return;
    open = { start: open?.start ?? at, end: at, reason };
  });
  close();
  return blocks;
}

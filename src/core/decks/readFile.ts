import { applyAnswerKey } from './answerKey';
import { dropField, findAnkiNotes } from './ankiNotes';
import { readAnswer } from './answer';
import { findAnswerLists } from './answerLists';
import type { ScannedFile } from './candidate';
import type { DeckFile, Place, ReadQuestion, SkippedBlock } from './deck';
import { findDetails, type DetailsBlock } from './detailsBlocks';
import { readFrontMatterQuestion } from './frontMatterQuestion';
import { isHousekeepingFile } from './housekeeping';
import { titleKey } from './ids';
import { readOwnFormat } from './ownFormat';
import { findMarks } from './questions';
import { scanLines, type ScannedLine } from './scanLines';
import { cutSegments, type Segment } from './segments';

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
  const details = findDetails(lines, text);
  const detailsAt = new Map<number, DetailsBlock>();
  for (const block of details) if (!detailsAt.has(block.line)) detailsAt.set(block.line, block);
  const answerLists = findAnswerLists(lines, detailsAt);
  const asked = new Set(answerLists.flatMap((list) => list.asked));
  const notes = findAnkiNotes(lines);
  return {
    ...{ path, lines, ...listKinds(lines), details, detailsAt, notes, answerLists, asked },
    itemEnds: findItemEnds(lines),
  };
}

function listKinds(lines: readonly ScannedLine[]): Pick<ScannedFile, 'headings' | 'items' | 'prose'> {
  const [headings, items, prose]: [number[], number[], number[]] = [[], [], []];
  lines.forEach(({ kind }, at) => {
    if (kind === 'heading') headings.push(at);
    if (kind === 'item') items.push(at);
    if (kind === 'item' || kind === 'text') prose.push(at);
  });
  return { headings, items, prose };
}

/**
 * An item goes on with lines that are indented deeper than it is, after blank lines, too, and with text that follows
 * without one (CommonMark's lazy continuation).
 */
function findItemEnds(lines: readonly ScannedLine[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { line: number; indent: number }[] = [];
  let last = -1;
  lines.forEach(({ kind, indent }, at) => {
    if (kind === 'blank') return;
    const before = lines[at - 1]?.kind;
    const isWithin =
      open.length > 0 &&
      ((kind === 'code' && before === 'code') ||
        (kind === 'text' && (before === 'text' || before === 'item')));
    while (!isWithin && (open.at(-1)?.indent ?? -1) >= indent) ends.set(open.pop()?.line ?? 0, last);
    if (kind === 'item') open.push({ line: at, indent });
    last = at;
  });
  for (const { line } of open) ends.set(line, last);
  return ends;
}

function readShapes(file: ScannedFile): Pick<FileReading, 'questions' | 'skipped'> {
  const marks = isHousekeepingFile(file.path) ? [] : findMarks(file);
  const page = readFrontMatterQuestion(file, marks);
  if (page !== undefined) return { questions: [page], skipped: skipAbove(page) };
  const { segments, skipped } = cutSegments(file, marks);
  const questions = segments.map((segment) => readSegment(file, segment));
  return dropRepeated(applyAnswerKey(questions, file, skipped), skipped);
}

/** The fields above the one that asks. */
function skipAbove({ place: { file, line } }: ReadQuestion): SkippedBlock[] {
  return line === 1 ? [] : [{ file, line: 1, endLine: line - 1, reason: 'frontMatter' }];
}

/** An item or a row that asks what is asked and answered elsewhere on the page is a table of contents. */
function dropRepeated(
  questions: readonly ReadQuestion[],
  skipped: readonly SkippedBlock[],
): Pick<FileReading, 'questions' | 'skipped'> {
  const bare = questions.filter(
    ({ shape, parts, link = 'https:' }) =>
      parts.isUnanswered === true &&
      parts.options === undefined &&
      (shape === 'bullet' || shape === 'ordered' || (shape === 'row' && /^https?:/i.test(link))),
  );
  if (bare.length === 0) return { questions, skipped };
  const answered = new Set(
    questions.filter(({ parts }) => parts.isUnanswered !== true).map(({ title }) => titleKey(title)),
  );
  const repeated = new Set(bare.filter(({ title }) => answered.has(titleKey(title))));
  if (repeated.size === 0) return { questions, skipped };
  // A list above the first answer, most of which is repeated below, is the contents as a whole.
  const first = questions.findIndex(({ parts }) => parts.isUnanswered !== true);
  const above = questions.slice(0, first).filter(({ shape }) => shape === 'bullet' || shape === 'ordered');
  if (above.filter((each) => repeated.has(each)).length >= 0.6 * above.length)
    for (const each of above) repeated.add(each);
  const blocks = [...repeated].map(({ place }): SkippedBlock => ({ ...place, reason: 'contents' }));
  return {
    questions: questions.filter((question) => !repeated.has(question)),
    skipped: [...skipped, ...blocks].sort((a, b) => a.line - b.line),
  };
}

function readSegment({ path, lines }: ScannedFile, { mark, end, sections }: Segment): ReadQuestion {
  const { title, line, textLine = line, titleEnd, rest, shape, link, endLine } = mark.candidate;
  const below = lines.slice(titleEnd + 1, end + 1).map(({ text }) => text);
  const { kind, head = '' } = lines[line] ?? {};
  if (shape === 'details' && endLine === end) dropEnd(below);
  if (shape === 'details' && head.startsWith('>')) dropQuote(below);
  if (shape === 'flashcard') dropProperties(below);
  if (shape === 'note') dropBack(below);
  const isIndented =
    shape === 'flashcard' || kind === 'item' || head.startsWith('!!!') || head.startsWith('???');
  const isMain = /^\W*main question\b/i.test(lines[titleEnd]?.head.slice(0, 60) ?? '');
  const parts = readAnswer(below, rest, { isIndented, title: title.text, isMain });
  const answer = findAnswerLines(lines, titleEnd, end);
  const isBehind = answer === undefined && rest !== '' && parts.isUnanswered !== true;
  const question = {
    title: title.text,
    number: title.number,
    ownId: title.ownId,
    sections,
    level: title.level,
    terms: [],
    parts,
    place: placeOf(path, textLine, end),
    answerPlace: (answer ?? isBehind) ? placeOf(path, answer ?? titleEnd, end) : undefined,
    shape,
  };
  return link === undefined ? question : { ...question, link };
}

/** Takes the marks of a quote off, in place. */
function dropQuote(lines: string[]): void {
  lines.forEach((line, at) => (lines[at] = line.replace(/^\s*> ?/, '')));
}

/** What an outliner notes below a card, in place: `id:: 642bb74e`, `collapsed:: true`. */
function dropProperties(lines: string[]): void {
  while (/^\s*(?:id|collapsed|card-[\w-]{1,30})::/.test(lines[0] ?? '')) lines.shift();
}

/** Takes off the name of the field that a note's answer is in, in place. */
function dropBack(lines: string[]): void {
  const at = lines.findIndex((line) => line.startsWith('Back:'));
  if (at >= 0) lines[at] = dropField(lines[at] ?? '');
}

/** The end of a question's own `<details>`, and of what was opened with it. */
function dropEnd(lines: string[]): void {
  const last = lines.pop();
  if (last === undefined) return;
  const kept = last
    .replace(/<\/details\s*>.*$/i, '')
    .replace(/(?:\s|<\/(?:b|strong|p|div|blockquote|code)>)+$/i, '');
  if (kept.trim() !== '') lines.push(kept);
}

function placeOf(file: string, line: number, end: number): Place {
  return { file, line: line + 1, endLine: end + 1 };
}

/** The first line below the title that is not blank; `undefined` where there is none. */
function findAnswerLines(lines: readonly ScannedLine[], titleEnd: number, end: number): number | undefined {
  for (let at = titleEnd + 1; at <= end; at++) if (lines[at]?.kind !== 'blank') return at;
  return undefined;
}

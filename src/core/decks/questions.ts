import { findAsides } from './asides';
import { ranks, type Candidate, type ScannedFile } from './candidate';
import { findCovers } from './covers';
import { decideHeadings } from './headings';
import { judge } from './judge';
import { leadsIntoDeck } from './judgeItems';
import { shapes } from './shapes/index';
import { parseTitle } from './title';
import { titleKey } from './ids';

/** A place where a file turns to something else: a question begins, a section, a table of contents, an advertisement. */
export interface Mark {
  readonly kind: 'question' | 'section' | 'contents' | 'answers' | 'advertisement' | 'refrain' | 'link';
  readonly candidate: Candidate;
  /** The last line that can belong to it, by its own shape; `undefined` where the next mark ends it. */
  readonly endLine: number | undefined;
}

/** Finds what is a question and what stands around it, from top to bottom. */
export function findMarks(file: ScannedFile): Mark[] {
  const [first, second, ...others] = shapes.map(
    (shape) => (isFree: (line: number) => boolean) => shape.find(file, isFree),
  );
  const all = () => true;
  const headings = first?.(all) ?? [];
  const isAside = findAsides(file, headings);
  const labels = (second?.(all) ?? []).filter(({ line }) => !isAside(line));
  const covers = findCovers(file, headings, labels);
  const free = headings.filter(
    ({ line, title }) =>
      !covers.hasAnything(line) && !isAside(line) && (title.isMarked || !covers.hasHeading(line)),
  );
  const roles = decideHeadings(file, free, labels);
  let marks = free.flatMap((candidate): Mark[] => {
    const role = roles.get(candidate) ?? 'inAnswer';
    return role === 'inAnswer' ? [] : [{ kind: role, candidate, endLine: undefined }];
  });
  const isAnchor = createAnchors(free.filter((each) => roles.get(each) === 'question'));
  marks = withAnswerLists(file, marks);
  let taken = findTaken(file, marks);
  const isFree = (line: number) => taken[line] === 0 && !covers.hasAnything(line);
  for (const find of [() => labels, ...others]) {
    const found = keepFree(find(isFree), marks).filter(({ line }) => !covers.hasAnything(line));
    if (found.length === 0) continue;
    const judged = judge(file, found, marks, isAnchor).filter(
      ({ kind, candidate }) => kind !== 'question' || leadsIntoDeck(candidate) || !isAside(candidate.line),
    );
    marks = [...marks, ...judged].sort((a, b) => byLine(a.candidate, b.candidate));
    taken = findTaken(file, marks);
  }
  return marks;
}

/** Whether a title is one of those that the headings ask. Most files have nothing that asks for it. */
function createAnchors(asking: readonly Candidate[]): (title: string) => boolean {
  let keys: ReadonlySet<string> | undefined;
  return (title) => {
    keys ??= new Set(asking.map((each) => titleKey(each.title.text)));
    return keys.size > 0 && keys.has(titleKey(title));
  };
}

/** A list of answers ends what stands above it, unless that is the answer of a question that the list does not answer. */
function withAnswerLists({ answerLists, asked }: ScannedFile, marks: Mark[]): Mark[] {
  if (answerLists.length === 0) return marks;
  let at = -1;
  const added = answerLists.flatMap((list): Mark[] => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= list.line) at++;
    const open = marks[at];
    if (open?.kind === 'question' && !asked.has(open.candidate.line)) return [];
    return [{ kind: 'answers', candidate: createCandidate(list.line), endLine: list.endLine }];
  });
  return [...marks, ...added].sort((a, b) => byLine(a.candidate, b.candidate));
}

function createCandidate(line: number): Candidate {
  return {
    ...{ shape: 'plain', family: 'answers', rank: ranks.item, line, titleEnd: line, title: parseTitle('') },
    ...{ rest: '', asks: false, asksPlainly: false, isAnswered: false, isBold: false },
  };
}

/** 1 for each line that is a question's or in a table of contents so far. */
function findTaken({ lines }: ScannedFile, marks: readonly Mark[]): Uint8Array {
  const taken = new Uint8Array(lines.length);
  marks.forEach(({ kind, candidate, endLine }, at) => {
    const next = (marks[at + 1]?.candidate.line ?? lines.length) - 1;
    if (kind === 'question' || kind === 'contents' || kind === 'answers')
      taken.fill(1, candidate.line, Math.min(next, endLine ?? next) + 1);
  });
  return taken;
}

function byLine(a: Candidate, b: Candidate): number {
  return a.line - b.line;
}

/**
 * The candidates that lie in no question and in no table of contents so far, and those that go on with the numbers of the
 * question that they lie in. Both lists go from top to bottom.
 */
function keepFree(found: readonly Candidate[], marks: readonly Mark[]): Candidate[] {
  let at = -1;
  let number: number | undefined;
  return found.filter((candidate) => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= candidate.line) {
      at++;
      number = marks[at]?.candidate.title.number;
    }
    const open = marks[at];
    if (open === undefined || open.kind !== 'question')
      return (open?.kind !== 'contents' && open?.kind !== 'answers') || isAfter(open, candidate);
    if (open.candidate.line === candidate.line) return false;
    if (isAfter(open, candidate)) return true;
    const goesOn =
      candidate.shape === 'bold' &&
      candidate.asksPlainly &&
      number !== undefined &&
      candidate.title.number === number + 1;
    if (goesOn) number = candidate.title.number;
    return goesOn;
  });
}

function isAfter({ endLine }: Mark, { line }: Candidate): boolean {
  return endLine !== undefined && line > endLine;
}

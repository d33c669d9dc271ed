import type { Candidate, ScannedFile } from './candidate';
import { decideHeadings } from './headings';
import { shapes } from './shapes/index';
import { isAboutRepository, isContentsTitle } from './wording';

/** A place where a file turns to something else: a question begins, a section, or a table of contents. */
export interface Mark {
  readonly kind: 'question' | 'section' | 'contents' | 'links';
  readonly candidate: Candidate;
  /** The last line that can belong to it, by its own shape; `undefined` where the next mark ends it. */
  readonly endLine: number | undefined;
}

/** Finds what is a question and what stands around it, from top to bottom. */
export function findMarks(file: ScannedFile): Mark[] {
  const [headings = [], labels = [], ...others] = shapes.map((shape) => shape.find(file));
  const roles = decideHeadings(file, headings, labels);
  let marks = headings.flatMap((candidate): Mark[] => {
    const role = roles.get(candidate) ?? 'inAnswer';
    return role === 'inAnswer' ? [] : [{ kind: role, candidate, endLine: undefined }];
  });
  for (const found of [labels, ...others]) {
    const free = keepFree(found, marks);
    marks = [...marks, ...judge(file, free, marks)].sort((a, b) => a.candidate.line - b.candidate.line);
  }
  return marks;
}

/** The candidates that lie in no question and in no table of contents so far. Both lists go from top to bottom. */
function keepFree(found: readonly Candidate[], marks: readonly Mark[]): Candidate[] {
  let at = -1;
  return found.filter((candidate) => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= candidate.line) at++;
    const open = marks[at];
    if (open === undefined || open.kind === 'section' || open.kind === 'links') return true;
    if (open.candidate.line === candidate.line) return false;
    return open.endLine !== undefined && candidate.line > open.endLine;
  });
}

function judge(file: ScannedFile, found: readonly Candidate[], marks: readonly Mark[]): Mark[] {
  switch (found[0]?.shape) {
    case undefined:
    case 'heading':
      return [];
    case 'label':
    case 'flashcard':
      return found.map((candidate) => ({ kind: 'question', candidate, endLine: candidate.endLine }));
    case 'details':
      return judgeDetails(found);
    case 'bold':
      return judgeBold(found);
    case 'ordered':
    case 'bullet':
      return judgeItems(file, found, marks);
    case 'row':
      return judgeRows(found);
  }
}

/** A summary asks; or it stands above others that do, and is a section. */
function judgeDetails(found: readonly Candidate[]): Mark[] {
  const asked = found.filter(({ asks }) => asks).length;
  const numbered = found.filter(({ title }) => title.number !== undefined).length;
  const isQuestion = ({ asks, asksPlainly, title }: Candidate) =>
    asksPlainly ||
    (asks && asked >= 0.3 * found.length) ||
    (title.number !== undefined && numbered >= 0.6 * found.length && found.length > 1) ||
    (asked >= 0.7 * found.length && asked > 1);
  const marks: Mark[] = [];
  let end = -1;
  found.forEach((candidate, at) => {
    if (candidate.line <= end) return;
    const next = found[at + 1];
    const endLine = candidate.endLine ?? candidate.line;
    const hasKids = next !== undefined && next.line <= endLine && next.asks;
    if (isContentsTitle(candidate.title.text)) marks.push({ kind: 'contents', candidate, endLine });
    else if (hasKids && !candidate.asksPlainly)
      marks.push({ kind: 'section', candidate, endLine: undefined });
    else if (isQuestion(candidate) && !isAboutRepository(candidate.title.text)) {
      marks.push({ kind: 'question', candidate, endLine });
      end = endLine;
    }
  });
  return marks;
}

function judgeBold(found: readonly Candidate[]): Mark[] {
  const plain = found.filter(({ asksPlainly }) => asksPlainly).length;
  const numbered = found.filter(({ title }) => title.number !== undefined);
  const isNumbered =
    numbered.length >= 2 && numbered.filter(({ asks }) => asks).length >= 0.5 * numbered.length;
  return found
    .filter(
      ({ asks, asksPlainly, isAnswered, rest, title }) =>
        !isAboutRepository(title.text) &&
        (asksPlainly ||
          (asks && (isAnswered || plain >= 2)) ||
          (isAnswered && rest === '') ||
          (isNumbered && title.number !== undefined)),
    )
    .map((candidate) => ({ kind: 'question', candidate, endLine: undefined }));
}

/** Items are judged list by list: a list ends with the section that it is in. */
function judgeItems(file: ScannedFile, found: readonly Candidate[], marks: readonly Mark[]): Mark[] {
  let at = -1;
  const runs = groupBy(found, ({ line, family }) => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= line) at++;
    return `${at} ${family}`;
  });
  const chosen = runs.flatMap((run) => judgeRun(file, run));
  return dropNested(chosen.sort((a, b) => a.candidate.line - b.candidate.line));
}

function judgeRun(file: ScannedFile, run: readonly Candidate[]): Mark[] {
  const anchors = run.filter(({ link }) => link?.startsWith('#') === true);
  if (anchors.length >= 0.7 * run.length && anchors.length > 1) {
    return anchors.map((candidate) => ({
      kind: 'contents',
      candidate,
      endLine: file.itemEnds.get(candidate.line) ?? candidate.titleEnd,
    }));
  }
  const usable = run.filter(
    ({ link, title }) => link?.startsWith('#') !== true && !isAboutRepository(title.text),
  );
  const asking = findAskingItems(usable);
  const isLoose = isLooseRun(file, asking);
  return asking.map((candidate) => ({
    kind: 'question',
    candidate,
    endLine: isLoose ? undefined : Math.max(candidate.titleEnd, file.itemEnds.get(candidate.line) ?? 0),
  }));
}

function findAskingItems(run: readonly Candidate[]): Candidate[] {
  const asked = run.filter(({ asks }) => asks);
  const plain = run.filter(({ asksPlainly }) => asksPlainly);
  const bold = run.filter(({ isBold, asks }) => isBold && asks);
  const isBullet = run[0]?.shape === 'bullet';
  const share = (part: readonly Candidate[], all: readonly Candidate[]) =>
    part.length / Math.max(1, all.length);
  // In long answers there are lists, too: what all questions have in common tells them from these.
  if (bold.length >= 2 && share(bold, asked) >= 0.6)
    return run.filter(({ isBold, asksPlainly, asks }) => (isBold && asks) || (asksPlainly && !isBullet));
  if (plain.length === 0 && (isBullet || asked.length < 3 || share(asked, run) < 0.7)) return [];
  if (isBullet ? plain.length < 2 && run.length > 1 : false) return [];
  if (share(asked, run) < (isBullet ? 0.5 : 0.3) && plain.length < 5) return [];
  if (share(plain, asked) < 0.25) return [];
  if (share(asked, run) < 0.75) return [...asked];
  return run.filter((each, at) => each.asks || follows(each, run[at - 1]) || isBullet);
}

/** Its number goes on from the one before it. */
function follows({ title, shape }: Candidate, before: Candidate | undefined): boolean {
  return shape === 'ordered' && before !== undefined && title.number === (before.title.number ?? 0) + 1;
}

/** Answers stand below the items without being indented: between most of them there is something. */
function isLooseRun(file: ScannedFile, run: readonly Candidate[]): boolean {
  const [only] = run;
  if (only === undefined) return false;
  const hasTail = (candidate: Candidate, next: number) => {
    let at = (file.itemEnds.get(candidate.line) ?? candidate.titleEnd) + 1;
    while (at < next && ['blank', 'rule'].includes(file.lines[at]?.kind ?? '')) at++;
    return at < next && file.lines[at]?.kind !== 'heading';
  };
  if (run.length === 1) return only.asksPlainly && hasTail(only, file.lines.length);
  const tails = run.slice(0, -1).filter((each, at) => hasTail(each, run[at + 1]?.line ?? 0));
  return tails.length >= 0.5 * (run.length - 1);
}

/** An item within a question's own lines is part of its answer. */
function dropNested(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let end = -1;
  let rank = 0;
  for (const mark of marks) {
    const { candidate, kind } = mark;
    if (candidate.line <= end && candidate.rank > rank && kind === 'question') continue;
    kept.push(mark);
    if (kind !== 'question') continue;
    rank = candidate.rank;
    end = mark.endLine ?? Infinity;
  }
  return kept;
}

/** Rows that link into their own page are its contents; other rows are questions where most of a table's ask. */
function judgeRows(found: readonly Candidate[]): Mark[] {
  return groupBy(found, ({ family }) => family).flatMap((rows) => {
    const anchors = rows.filter(({ link }) => link?.startsWith('#') === true).length;
    const kind = anchors >= 0.5 * rows.length ? 'contents' : 'question';
    return rows.map((candidate): Mark => ({ kind, candidate, endLine: candidate.endLine }));
  });
}

function groupBy(found: readonly Candidate[], keyOf: (candidate: Candidate) => string): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of found) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

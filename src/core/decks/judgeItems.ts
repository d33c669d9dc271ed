import { ranks, type Candidate, type ScannedFile } from './candidate';
import type { Mark } from './questions';
import type { ScannedLine } from './scanLines';
import { nextText } from './shapes/titleBelow';
import { announcesQuestions, isAboutRepository } from './wording';

/** Whether one of the file's headings asks what the title does. */
export type IsAnchor = (title: string) => boolean;

/** Items are judged list by list: a list ends with the section that it is in. A list that is sure vouches for the others. */
export function judgeItems(
  file: ScannedFile,
  found: readonly Candidate[],
  marks: readonly Mark[],
  isAnchor: IsAnchor,
): Mark[] {
  let at = -1;
  const labels = findLabels(file);
  let label = -1;
  const runs = groupBy(found, ({ line, family }) => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= line) at++;
    while ((labels[label + 1] ?? Infinity) <= line) label++;
    return `${at} ${label} ${family}`;
  });
  const isAnnounced = announces(file);
  const sure = new Set(
    runs.filter((run) => findAskingItems(usableOf(run), isAnnounced).length > 0).map((run) => run[0]?.family),
  );
  const chosen = runs.flatMap((run) =>
    judgeRun(file, run, { isVouchedFor: sure.has(run[0]?.family), isAnnounced, isAnchor }),
  );
  const entries = findEntries(found, chosen);
  return dropNested([...chosen, ...entries].sort((a, b) => a.candidate.line - b.candidate.line));
}

/** In an index, an entry that asks is one however few stand beside it, at whatever depth. */
function findEntries(found: readonly Candidate[], chosen: readonly Mark[]): Mark[] {
  const isEntry = (each: Candidate) =>
    leadsIntoDeck(each) && each.asksPlainly && !isAboutRepository(each.title.text);
  const indexed = chosen.filter(({ kind, candidate }) => kind === 'question' && isEntry(candidate));
  if (indexed.length < 3) return [];
  const known = new Set(chosen.map(({ candidate }) => candidate));
  return found.flatMap((candidate): Mark[] =>
    isEntry(candidate) && !known.has(candidate)
      ? [{ kind: 'question', candidate, endLine: candidate.titleEnd }]
      : [],
  );
}

/** Its title links to a file of the deck. */
export function leadsIntoDeck({ link }: Candidate): boolean {
  return link !== undefined && !/^(?:#|[a-z]+:)/i.test(link);
}

function usableOf(run: readonly Candidate[]): Candidate[] {
  return run.filter(({ link, title }) => link?.startsWith('#') !== true && !isAboutRepository(title.text));
}

/** Lines in bold that name the list below, where one of them says that it is of questions: `**Questions:**`. */
function findLabels({ lines, prose }: ScannedFile): number[] {
  const found = prose.filter((at) => {
    const { kind, head = '' } = lines[at] ?? {};
    return kind === 'text' && head.startsWith('**') && /^\*\*[^*]{1,60}(?:[:：]\*\*|\*\*[:：])$/.test(head);
  });
  return found.some((at) => announcesQuestions(lines[at]?.head ?? '')) ? found : [];
}

/** The file's first heading says that it is a list of questions. */
function announces({ lines, headings }: ScannedFile): boolean {
  const [first] = headings;
  return first !== undefined && announcesQuestions(lines[first]?.head ?? '');
}

interface Surroundings {
  /** Another list that is written alike is sure. */
  readonly isVouchedFor: boolean;
  readonly isAnnounced: boolean;
  readonly isAnchor: IsAnchor;
}

function judgeRun(
  file: ScannedFile,
  run: readonly Candidate[],
  { isVouchedFor, isAnnounced, isAnchor }: Surroundings,
): Mark[] {
  const linked = (test: RegExp) => run.filter(({ link }) => link !== undefined && test.test(link));
  for (const [kind, links] of [
    ['contents', linked(/^#/)],
    ['contents', run.filter(({ title }) => isAnchor(title.text))],
    [
      'link',
      linked(/^https?:\/\/(?!(?:www\.)?(?:github|gitlab|gitee)\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/)/i),
    ],
  ] as const) {
    if (links.length >= 0.7 * run.length && links.length > 0) {
      return run.map((candidate) => ({
        kind,
        candidate,
        endLine: file.itemEnds.get(candidate.line) ?? candidate.titleEnd,
      }));
    }
  }
  const usable = usableOf(run);
  const found = findAskingItems(usable, isAnnounced);
  const asking = found.length === 0 && isVouchedFor ? findVouchedItems(file, usable) : found;
  const isLoose = isLooseRun(file, asking);
  return asking.map((candidate, at) => ({
    kind: 'question',
    candidate,
    endLine: isLoose ? undefined : findTightEnd(file, candidate, asking[at + 1]?.line ?? file.lines.length),
  }));
}

/** An item's own lines, and those that follow without a blank line between; choices and a labelled answer after one. */
function findTightEnd(file: ScannedFile, { line, titleEnd }: Candidate, next: number): number {
  const { lines, itemEnds } = file;
  let end = Math.max(titleEnd, itemEnds.get(line) ?? 0);
  const goesOn = (at: number) =>
    !['blank', 'heading', 'rule', undefined].includes(lines[at]?.kind) && !isSibling(lines[line], lines[at]);
  for (;;) {
    if (end > titleEnd) while (end + 1 < next && goesOn(end + 1)) end++;
    const below = nextText(file, end);
    const { kind, text = '' } = lines[below] ?? {};
    if (below >= next || kind !== 'text' || !(isChoiceInBrackets(text) || isShortAnswer(text))) return end;
    end = below;
  }
}

/** Another item of the same list, or of the one that it is in: its neighbour, not its answer. */
function isSibling(item: ScannedLine | undefined, other: ScannedLine | undefined): boolean {
  if (item?.kind !== 'item' || other?.kind !== 'item' || other.indent > item.indent) return false;
  return /^\(?\d/.test(item.head) === /^\(?\d/.test(other.head);
}

function isChoiceInBrackets(text: string): boolean {
  return /^\s*\([a-h]\)[ \t]+\S/i.test(text.slice(0, 40));
}

function isShortAnswer(text: string): boolean {
  return /^\s*(?:ans(?:wer)?|solution)[ \t]*[:：.-][ \t]*\S/i.test(text.slice(0, 40));
}

function findAskingItems(run: readonly Candidate[], isAnnounced: boolean): Candidate[] {
  const asked = run.filter(({ asks }) => asks);
  const plain = run.filter(({ asksPlainly }) => asksPlainly);
  const bold = run.filter(({ isBold }) => isBold);
  const boldAsked = bold.filter(({ asks }) => asks);
  const isBullet = run[0]?.shape === 'bullet';
  const share = (part: readonly Candidate[], all: readonly Candidate[]) =>
    part.length / Math.max(1, all.length);
  // In long answers there are lists, too: what all questions have in common tells them from these.
  if (boldAsked.length >= 2 && share(boldAsked, asked) >= 0.6 && share(boldAsked, bold) >= 0.4) {
    return run.filter(({ isBold, asksPlainly }) => isBold || asksPlainly);
  }
  if (isAnnounced && isListOfTasks(run, asked)) return asked;
  if (plain.length === 0 && (isBullet || asked.length < 3 || share(asked, run) < 0.7)) return [];
  if (isBullet && plain.length < 2 && run.length > 1) return [];
  if (isBullet && isNested(run) && plain.length < 3) return [];
  if (share(asked, run) < (isBullet ? 0.5 : 0.3) && plain.length < 5) return [];
  if (share(plain, asked) < 0.25) return [];
  if (share(asked, run) < 0.5) return [...asked];
  const areAllOnes = run.length >= 3 && run.every(({ title }) => title.number === 1);
  return run.filter((each, at) => each.asks || isBullet || areAllOnes || follows(each, run[at - 1]));
}

/** `- Design a …`, `- Explain how …`: nothing but tasks, in a list of questions. */
function isListOfTasks(run: readonly Candidate[], asked: readonly Candidate[]): boolean {
  return !isNested(run) && asked.length >= 3 && asked.length === run.length;
}

function isNested(run: readonly Candidate[]): boolean {
  return (run[0]?.rank ?? 0) > ranks.item;
}

/** Another list of the same kind is sure: a short one, one of tasks, or one in bold with answers below is believed. */
function findVouchedItems({ itemEnds }: ScannedFile, run: readonly Candidate[]): Candidate[] {
  const isAnswered = ({ line, titleEnd }: Candidate) => (itemEnds.get(line) ?? line) > titleEnd;
  if (run.every((each) => each.isBold && isAnswered(each))) return [...run];
  const asked = run.filter(({ asks }) => asks);
  return asked.length >= 0.5 * run.length
    ? run.filter((each) => each.asks || each.isBold || leadsIntoDeck(each))
    : [];
}

/** Its number goes on from the one before it. */
function follows({ title, shape }: Candidate, before: Candidate | undefined): boolean {
  const isLabelled = /^[^:：]{1,30}[:：]\s/.test(title.text);
  return (
    !isLabelled &&
    shape === 'ordered' &&
    before !== undefined &&
    title.number === (before.title.number ?? 0) + 1
  );
}

/** Answers stand below the items without being indented: between most of them there is something. */
function isLooseRun(file: ScannedFile, run: readonly Candidate[]): boolean {
  const [only] = run;
  if (only === undefined) return false;
  const hasTail = (candidate: Candidate, next: number) => {
    let at = (file.itemEnds.get(candidate.line) ?? candidate.titleEnd) + 1;
    while (at < next && ['blank', 'rule'].includes(file.lines[at]?.kind ?? '')) at++;
    const isOver =
      file.lines[at]?.kind === 'heading' || isSibling(file.lines[candidate.line], file.lines[at]);
    return at < next && !isOver;
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

/** In the order in which their keys are met. */
export function groupBy(found: readonly Candidate[], keyOf: (candidate: Candidate) => string): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of found) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

import { ranks, type Candidate, type ScannedFile } from './candidate';
import type { Mark } from './questions';
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
  const runs = groupBy(found, ({ line, family }) => {
    while ((marks[at + 1]?.candidate.line ?? Infinity) <= line) at++;
    return `${at} ${family}`;
  });
  const sure = new Set(
    runs.filter((run) => findAskingItems(usableOf(run)).length > 0).map((run) => run[0]?.family),
  );
  const chosen = runs.flatMap((run) => judgeRun(file, run, sure.has(run[0]?.family), isAnchor));
  const entries = findEntries(found, chosen);
  return dropNested([...chosen, ...entries].sort((a, b) => a.candidate.line - b.candidate.line));
}

/** In an index, an entry that asks is one however few stand beside it, at whatever depth. */
function findEntries(found: readonly Candidate[], chosen: readonly Mark[]): Mark[] {
  const isEntry = ({ link, asksPlainly, title }: Candidate) =>
    link !== undefined && !/^(?:#|[a-z]+:)/i.test(link) && asksPlainly && !isAboutRepository(title.text);
  const indexed = chosen.filter(({ kind, candidate }) => kind === 'question' && isEntry(candidate));
  if (indexed.length < 3) return [];
  const known = new Set(chosen.map(({ candidate }) => candidate));
  return found.flatMap((candidate): Mark[] =>
    isEntry(candidate) && !known.has(candidate)
      ? [{ kind: 'question', candidate, endLine: candidate.titleEnd }]
      : [],
  );
}

function usableOf(run: readonly Candidate[]): Candidate[] {
  return run.filter(({ link, title }) => link?.startsWith('#') !== true && !isAboutRepository(title.text));
}

function judgeRun(
  file: ScannedFile,
  run: readonly Candidate[],
  isVouchedFor: boolean,
  isAnchor: IsAnchor,
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
  const found = areAskedTasks(file, usable) ? usable : findAskingItems(usable);
  const asking = found.length === 0 && isVouchedFor ? findVouchedItems(usable) : found;
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
  const goesOn = (at: number) => !['blank', 'heading', 'rule', undefined].includes(lines[at]?.kind);
  for (;;) {
    if (end > titleEnd) while (end + 1 < next && goesOn(end + 1)) end++;
    const below = nextText(file, end);
    const { kind, text = '' } = lines[below] ?? {};
    if (below >= next || kind !== 'text' || !(isChoiceInBrackets(text) || isShortAnswer(text))) return end;
    end = below;
  }
}

function isChoiceInBrackets(text: string): boolean {
  return /^\s*\([a-h]\)[ \t]+\S/i.test(text.slice(0, 40));
}

function isShortAnswer(text: string): boolean {
  return /^\s*(?:ans(?:wer)?|solution)[ \t]*[:：.-][ \t]*\S/i.test(text.slice(0, 40));
}

function findAskingItems(run: readonly Candidate[]): Candidate[] {
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
  if (plain.length === 0 && (isBullet || asked.length < 3 || share(asked, run) < 0.7)) return [];
  if (isBullet && plain.length < 2 && run.length > 1) return [];
  if (isBullet && isNested(run) && plain.length < 3) return [];
  if (share(asked, run) < (isBullet ? 0.5 : 0.3) && plain.length < 5) return [];
  if (share(plain, asked) < 0.25) return [];
  if (share(asked, run) < 0.5) return [...asked];
  return run.filter((each, at) => each.asks || follows(each, run[at - 1]) || isBullet);
}

/** `- [ ] Design …` is a thing to do, but on a page of questions one to answer. */
function areAskedTasks({ lines, headings, path }: ScannedFile, run: readonly Candidate[]): boolean {
  const asked = run.filter(({ isTask, asks }) => isTask === true && asks);
  const first = lines[headings[0] ?? -1]?.head ?? '';
  return run.length > 0 && asked.length >= 0.8 * run.length && announcesQuestions(`${path} ${first}`);
}

function isNested(run: readonly Candidate[]): boolean {
  return (run[0]?.rank ?? 0) > ranks.item;
}

/** Another list of the same kind is sure: a short one, or one of tasks, is believed. */
function findVouchedItems(run: readonly Candidate[]): Candidate[] {
  const asked = run.filter(({ asks }) => asks);
  return asked.length >= 0.5 * run.length ? run.filter(({ asks, isBold }) => asks || isBold) : [];
}

/** Its number goes on from the one before it, or all have the same, which pages count. */
function follows({ title, shape }: Candidate, before: Candidate | undefined): boolean {
  const isLabelled = /^[^:：]{1,30}[:：]\s/.test(title.text);
  if (isLabelled || shape !== 'ordered' || before === undefined) return false;
  const last = before.title.number ?? 0;
  return title.number === last + 1 || title.number === last;
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

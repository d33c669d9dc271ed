import type { Candidate, ScannedFile } from './candidate';
import { isAdvertisement } from './noise';
import { splitHeading } from './shapes/heading';
import {
  isAboutRepository,
  isAnswerLabel,
  isAnswerPart,
  isContentsTitle,
  isHousekeepingTitle,
} from './wording';

/** What a heading is: it asks, it stands above what asks, or it is in an answer. */
export type HeadingRole = 'question' | 'section' | 'contents' | 'advertisement' | 'inAnswer';

/**
 * Decides for each heading, from top to bottom. Those of a level are judged together: if enough of them ask, are numbered
 * or have an answer's label below, the level holds questions. A heading below a question's is its answer's, unless it is
 * the one that asks:
 *
 *   ## What is RAG?        question          ## 1. Retrieval        section
 *   ### Why is it used?    inAnswer          ### 1.1 What is RAG?   question
 */
export function decideHeadings(
  file: ScannedFile,
  headings: readonly Candidate[],
  labels: readonly Candidate[],
): Map<Candidate, HeadingRole> {
  const judged = headings.filter(({ title }) => !isAnswerLabel(title.text) && !isContentsTitle(title.text));
  const asking = new Set(
    [1, 2, 3, 4, 5, 6].flatMap((level) => findAsking(judged.filter(({ rank }) => rank === level))),
  );
  for (const above of findSections(file, judged, asking, labels)) asking.delete(above);
  return assignRoles(file, headings, asking);
}

/** Of the headings of a level those that ask; none where the level is one of sections. */
function findAsking(level: readonly Candidate[]): Candidate[] {
  const isPlain = (each: Candidate) => each.asksPlainly && !isHousekeeping(each);
  const subjects = level.filter((each) => !isHousekeeping(each));
  const count = (test: (each: Candidate) => boolean) => subjects.filter(test).length;
  const [marked, plain, asked] = [
    count(({ title }) => title.isMarked),
    count(isPlain),
    count(({ asks }) => asks),
  ];
  const numbered = subjects.filter(({ title }) => title.number !== undefined && !title.isMarked);
  const numberedAsking = numbered.filter(({ asks }) => asks).length;
  const answered = count(({ isAnswered }) => isAnswered);
  const isNumbered =
    numbered.length >= Math.max(Math.min(2, subjects.length), 0.5 * subjects.length) &&
    (numberedAsking >= 0.4 * numbered.length || answered >= 0.5 * numbered.length);
  const isAsking = plain >= 1 && asked >= 0.5 * subjects.length && plain >= 0.3 * subjects.length;
  if (marked + answered === 0 && !isNumbered && !isAsking && plain < 3) return [];
  const isOnlyMarked = marked >= 0.5 * subjects.length;
  return subjects.filter((each) => {
    if (each.title.isMarked || each.isAnswered) return true;
    if (isOnlyMarked) return each.asksPlainly && each.title.number !== undefined;
    if (isNumbered && each.title.number !== undefined) return !isAnswerPart(each.title.text) || each.asks;
    if (isNumbered || !isAsking) return isPlain(each);
    return each.asks;
  });
}

function isHousekeeping({ title, isAnswered }: Candidate): boolean {
  if (title.isMarked || isAnswered) return false;
  return isHousekeepingTitle(title.text) || (title.number === undefined && isAboutRepository(title.text));
}

interface Family {
  readonly head: Candidate;
  readonly kids: Candidate[];
  labels: number;
}

/**
 * Those that ask, and yet stand above the questions rather than being one: a page's title, a subject put as a question,
 * one above questions that are marked or numbered while it is not.
 */
function findSections(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
  labels: readonly Candidate[],
): Candidate[] {
  const sections = new Set<Candidate>();
  for (let level = 1; level <= 6; level++) {
    const families = findFamilies(headings, asking, level);
    countLabels(families, headings, labels);
    const parents = families.filter(({ kids }) => kids.length > 0);
    const bare = parents.filter(({ head }) => !hasText(file, head)).length;
    const kids = parents.flatMap((family) => family.kids);
    const areSections =
      parents.length > 0 && bare >= 0.7 * parents.length && kids.length >= 1.5 * parents.length;
    const isOnlyOne = level === 1 && families.length === 1;
    for (const family of families) {
      const isHeadTold = isTold(family.head);
      const tellingKids = family.kids.filter(isTold).length;
      const areKidsTold = !isHeadTold && tellingKids >= Math.max(1, 0.5 * family.kids.length);
      const isAbove =
        (!isHeadTold && family.labels >= 2) ||
        (family.kids.length > 0 &&
          (areKidsTold ||
            (areSections && !family.head.isAnswered) ||
            (isOnlyOne && family.kids.length >= 2)));
      if (isAbove) sections.add(family.head);
    }
  }
  return [...sections];
}

/** It says by more than its words that it is a question. */
function isTold({ title, isAnswered }: Candidate): boolean {
  return title.isMarked || title.number !== undefined || isAnswered;
}

/** The questions of a level, each with those of deeper levels that stand below it. */
function findFamilies(
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
  level: number,
): Family[] {
  const families: Family[] = [];
  let open: Family | undefined;
  for (const each of headings) {
    if (each.rank <= level) open = undefined;
    if (each.rank === level && asking.has(each)) families.push((open = { head: each, kids: [], labels: 0 }));
    else if (asking.has(each)) open?.kids.push(each);
  }
  return families;
}

/** How many questions with a label stand below each, up to the next heading as high. */
function countLabels(
  families: readonly Family[],
  headings: readonly Candidate[],
  labels: readonly Candidate[],
): void {
  let next = 0;
  let at = 0;
  for (const family of families) {
    while (at < headings.length && (headings[at]?.line ?? 0) <= family.head.line) at++;
    let end = at;
    while (end < headings.length && (headings[end]?.rank ?? 0) > family.head.rank) end++;
    const endLine = headings[end]?.line ?? Infinity;
    while ((labels[next]?.line ?? Infinity) <= family.head.line) next++;
    for (let label = next; (labels[label]?.line ?? Infinity) < endLine; label++) family.labels++;
  }
}

/** Something is said between the heading and the next one. */
function hasText({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  for (let at = titleEnd + 1; at < lines.length; at++) {
    const kind = lines[at]?.kind;
    if (kind === 'heading') return false;
    if (kind !== 'blank' && kind !== 'rule' && kind !== 'comment') return true;
  }
  return false;
}

function assignRoles(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
): Map<Candidate, HeadingRole> {
  const roles = new Map<Candidate, HeadingRole>();
  let open: Candidate | undefined;
  for (const each of headings) {
    const role = roleOf(file, each, open, asking);
    roles.set(each, role);
    if (role === 'question') open = each;
    else if (role !== 'inAnswer') open = undefined;
  }
  return roles;
}

function roleOf(
  file: ScannedFile,
  each: Candidate,
  open: Candidate | undefined,
  asking: ReadonlySet<Candidate>,
): HeadingRole {
  const text = each.title.text;
  if (open !== undefined && (isAnswerLabel(text) || isAnswerLine(file, each))) return 'inAnswer';
  const isBelow = open !== undefined && each.rank > open.rank;
  if (isBelow && !asking.has(each) && isAdvertisement(splitHeading(file, each.line).text))
    return 'advertisement';
  if (asking.has(each) && (!isBelow || each.title.isMarked)) return 'question';
  if (isBelow) return 'inAnswer';
  if (isContentsTitle(text) && holdsLinks(file, each)) return 'contents';
  if (isAdvertisement(splitHeading(file, each.line).text)) return 'advertisement';
  if (open !== undefined && each.rank === open.rank && isTold(open) && isAnswerPart(text)) return 'inAnswer';
  return 'section';
}

/** Most of what stands below it links into the page itself. */
function holdsLinks({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  let [links, others] = [0, 0];
  for (let at = titleEnd + 1; at < lines.length && lines[at]?.kind !== 'heading'; at++) {
    const { text = '', kind = 'blank' } = lines[at] ?? {};
    if (kind === 'blank' || kind === 'rule' || kind === 'comment') continue;
    if (/^[\s|:-]+$/.test(text.slice(0, 200))) continue;
    if (/\]\((?:#|https?:)|href="#|\[\[#/.test(text)) links++;
    else others++;
  }
  return links > 0 && links >= others;
}

/** `#### Answer: D` */
function isAnswerLine(file: ScannedFile, { line }: Candidate): boolean {
  return /^\W*(?:correct )?(?:answers?|ans|solution)\W{0,4}[:：]/i.test(
    splitHeading(file, line).text.slice(0, 60),
  );
}

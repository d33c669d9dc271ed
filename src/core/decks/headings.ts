import type { Candidate, ScannedFile } from './candidate';
import { isAdvertisement } from './noise';
import { areSubjects, findBesides } from './besides';
import { holdsContents } from './contents';
import { findSections, hasText, isTold, levelsOf } from './headingSections';
import { splitHeading } from './shapes/heading';
import {
  isAboutRepository,
  isAnswerKeyTitle,
  isAnswerLabel,
  isAnswerPart,
  announcesQuestions,
  isContentsTitle,
  isManualTitle,
  isHousekeepingTitle,
} from './wording';

/** What a heading is: it asks, it stands above what asks, or it is in an answer. */
export type HeadingRole = 'question' | 'section' | 'contents' | 'advertisement' | 'refrain' | 'inAnswer';

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
  if (headings.length === 0) return new Map();
  const refrains = findRefrains(headings);
  const judged = headings.filter(
    ({ title }) =>
      !isAnswerLabel(title.text) &&
      !isContentsTitle(title.text) &&
      !isAnswerKeyTitle(title.text) &&
      !refrains.has(title.text),
  );
  const isAnnounced = announcesQuestions(headings[0]?.title.text ?? '');
  const found = levelsOf(judged).flatMap((level) => {
    const own = judged.filter(({ rank }) => rank === level);
    return isAnnounced && areSubjects(file, own) ? own : findAsking(own);
  });
  const asking = new Set(found);
  if (!areBelieved(file, judged, asking)) asking.clear();
  const [first] = judged;
  if (first !== undefined && isPage(file, judged, first)) asking.add(first);
  if (asking.size > 0) addContinued(judged, asking);
  for (const beside of findBesides(file, judged, asking)) asking.add(beside);
  dropIntroduction(judged, asking);
  for (const above of findSections(file, judged, asking, labels)) asking.delete(above);
  return assignRoles(file, headings, asking, refrains);
}

/** Where most questions are told apart by a number, a mark or an answer, what asks before the first of them introduces them. */
function dropIntroduction(headings: readonly Candidate[], asking: Set<Candidate>): void {
  const told = headings.filter((each) => asking.has(each) && isTold(each));
  const [first] = told;
  if (first === undefined || told.length < 3 || told.length < 0.6 * asking.size) return;
  for (const each of headings) if (each.line < first.line && !isTold(each)) asking.delete(each);
}

/** Numbers that go on through levels: `## 4. …`, then `### 5. …`. */
function addContinued(headings: readonly Candidate[], asking: Set<Candidate>): void {
  let number: number | undefined;
  for (const each of headings) {
    if (asking.has(each)) number = each.title.number ?? number;
    else if (number !== undefined && each.asksPlainly && each.title.number === number + 1) {
      asking.add(each);
      number++;
    }
  }
}

/** A page about one question: its only first-level heading asks, if only by its words, and something is said below it. */
function isPage(file: ScannedFile, headings: readonly Candidate[], first: Candidate): boolean {
  const isOnly = headings.filter(({ rank }) => rank === 1).length === 1;
  return first.rank === 1 && isOnly && first.asks && !isHousekeeping(first) && hasText(file, first);
}

/** A heading without a number that stands there again and again is furniture, unless something answers it each time. */
function findRefrains(headings: readonly Candidate[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { title, isAnswered, asks } of headings) {
    const isPlain = title.number === undefined && !title.isMarked && !isAnswered && asks;
    if (isPlain && /\b(?:doubts?|questions?|feedback|you|me|next)\b/i.test(title.text)) {
      counts.set(title.text, (counts.get(title.text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** Of the headings of a level those that ask; none where the level is one of sections. */
function findAsking(level: readonly Candidate[]): Candidate[] {
  const subjects = level.filter((each) => !isHousekeeping(each));
  const count = (test: (each: Candidate) => boolean) => subjects.filter(test).length;
  const [marked, plain, asked] = [
    count(({ title }) => title.isMarked),
    count(({ asksPlainly }) => asksPlainly),
    count(({ asks }) => asks),
  ];
  const numbered = subjects.filter(({ title }) => title.number !== undefined && !title.isMarked);
  const numberedAsking = numbered.filter(({ asks }) => asks).length;
  const answered = count(({ isAnswered }) => isAnswered);
  const isNumbered =
    numbered.length >= Math.max(Math.min(2, subjects.length), 0.5 * subjects.length) &&
    (numberedAsking >= 0.4 * numbered.length || answered >= 0.5 * numbered.length);
  const isAsking =
    (plain >= 1 && asked >= 0.5 * subjects.length && plain >= 0.3 * subjects.length) ||
    (asked >= 4 && asked >= 0.8 * subjects.length);
  if (marked + answered === 0 && !isNumbered && !isAsking && plain < 3) return [];
  const isOnlyMarked = marked >= 0.5 * subjects.length;
  // Where most are told apart by a number or a mark, those without are none, unless they are many.
  const unnumbered = subjects.filter((each) => each.asksPlainly && !isTold(each));
  const areBoth = unnumbered.length >= Math.max(3, 0.3 * subjects.length);
  const areAnswered = answered >= 0.5 * subjects.length && answered >= 2;
  return subjects.filter((each) => {
    if (each.title.isMarked || each.isAnswered) return true;
    if (areAnswered && !isAnswerPart(each.title.text)) return true;
    if (isOnlyMarked) return each.asksPlainly && (each.title.number !== undefined || areBoth);
    if (isNumbered && each.title.number !== undefined)
      return each.asks || !isAnswerPart(each.title.text) || isPhrase(each.title.text);
    if (isNumbered) return areBoth && each.asksPlainly;
    return isAsking ? each.asks : each.asksPlainly;
  });
}

/** `Notes from a course on graphs` names more than a part of an answer. */
function isPhrase(text: string): boolean {
  return text.trim().split(/\s+/).length >= 4;
}

/**
 * Headings that ask and have nothing else to show for it: in a list of questions they are questions, on a page about
 * something that is made or done they are its parts.
 */
function areBelieved(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
): boolean {
  if (headings.some((each) => asking.has(each) && isTold(each))) return true;
  const titles = headings.filter((each) => !asking.has(each)).map(({ title }) => title.text);
  return (
    !titles.some(isManualTitle) ||
    titles.some(announcesQuestions) ||
    announcesQuestions(file.path.replace(/[-_]/g, ' '))
  );
}

function isHousekeeping({ title, isAnswered }: Candidate): boolean {
  if (title.isMarked || isAnswered) return false;
  return isHousekeepingTitle(title.text) || (title.number === undefined && isAboutRepository(title.text));
}

function assignRoles(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
  refrains: ReadonlySet<string>,
): Map<Candidate, HeadingRole> {
  const roles = new Map<Candidate, HeadingRole>();
  let open: Candidate | undefined;
  const numbers = new Map<number, number>();
  for (const each of headings) {
    const role = refrains.has(each.title.text)
      ? 'refrain'
      : roleOf(file, each, { open, number: numbers.get(each.rank) }, asking);
    roles.set(each, role);
    if (role === 'question') {
      open = each;
      if (each.title.number !== undefined) numbers.set(each.rank, each.title.number);
    }
    if (role !== 'question' && role !== 'inAnswer') open = undefined;
  }
  return roles;
}

interface Before {
  /** The question that is open. */
  readonly open: Candidate | undefined;
  /** The number of the last question of this level. */
  readonly number: number | undefined;
}

function roleOf(
  file: ScannedFile,
  each: Candidate,
  { open, number }: Before,
  asking: ReadonlySet<Candidate>,
): HeadingRole {
  const text = each.title.text;
  const isAsking = asking.has(each);
  const isHigh = each.rank <= (open?.rank ?? 6);
  // What asks has been looked at before: it names no answers.
  if (!isAsking && isHigh && isAnswerKeyTitle(text) && !isAnswerSingular(text)) return 'section';
  if (open !== undefined && ((!isAsking && isAnswerLabel(text)) || isAnswerLine(file, each)))
    return 'inAnswer';
  const isBelow = open !== undefined && each.rank > open.rank;
  if (isBelow && !isAsking && isAdvertisement(splitHeading(file, each.line).text)) return 'advertisement';
  const goesOn = open !== undefined && each.asksPlainly && isNext(each, open, number);
  if (isAsking && (!isBelow || each.title.isMarked || goesOn)) return 'question';
  if (isBelow) return 'inAnswer';
  if (isContentsTitle(text) && holdsContents(file, each)) return 'contents';
  if (isAdvertisement(splitHeading(file, each.line).text)) return 'advertisement';
  const isBeside = open !== undefined && each.rank === open.rank && !open.title.isFront;
  if (isBeside && isTold(open) && isAnswerPart(text)) return 'inAnswer';
  return 'section';
}

/**
 * A heading below a question's goes on with the questions: by the number of that one or of the last one of its own level,
 * or since it asks and has a number, while the one above has nothing but a number.
 */
function isNext(each: Candidate, open: Candidate, number: number | undefined): boolean {
  const own = each.title.number;
  if (own === undefined || open.title.number === undefined) return false;
  return own === open.title.number + 1 || own - 1 === number || !(open.asks || open.isAnswered);
}

function isAnswerSingular(text: string): boolean {
  return /^\W*(?:answer|solution|答案)\W*$/i.test(text);
}

/** `#### Answer: D` */
function isAnswerLine(file: ScannedFile, { line }: Candidate): boolean {
  return (
    /[:：]/.test(file.lines[line]?.head ?? '') &&
    /^\W*(?:correct )?(?:answers?|ans|solution)\W{0,4}[:：]/i.test(splitHeading(file, line).text.slice(0, 60))
  );
}

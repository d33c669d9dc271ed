import type { Candidate, ScannedFile } from './candidate';
import { splitItem } from './shapes/listItem';
import {
  announcesQuestions,
  hasQuestionMark,
  isAboutRepository,
  isAnswerPart,
  isHousekeepingTitle,
} from './wording';

/** Fewer questions beside a heading say too little about it. */
const fewestQuestions = 4;

/**
 * A heading between questions that are written alike, with something said below it, is one of them, although it does not
 * ask: `### Hash joins` below `## Databases`, beside `### What is an index?`. Where no heading stands above the level, or
 * many of it ask nothing, they may be its sections.
 */
export function findBesides(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
): Candidate[] {
  return [2, 3, 4, 5, 6].flatMap((level) => {
    const own = headings.filter(({ rank }) => rank === level);
    const asked = own.filter((each) => asking.has(each));
    if (asked.length === own.length || asked.length < Math.max(fewestQuestions, 0.75 * own.length)) return [];
    const isHeld = headings.some((each) => each.rank > 1 && each.rank < level && !asking.has(each));
    return isHeld ? own.filter((each) => !asking.has(each) && isBeside(file, each)) : [];
  });
}

function isBeside(file: ScannedFile, each: Candidate): boolean {
  const { text } = each.title;
  if (isAnswerPart(text) || isHousekeepingTitle(text) || announcesQuestions(text) || isAboutRepository(text))
    return false;
  return saysSomething(file, each) && !holdsQuestions(file, each);
}

/** Something but a list or a heading is next. */
function saysSomething({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  for (let at = titleEnd + 1; at < lines.length; at++) {
    const { kind, head = '' } = lines[at] ?? {};
    if (kind !== 'blank') return kind === 'text' || kind === 'code' || /^[-*+] \[[ xX]\]/.test(head);
  }
  return false;
}

/** At least two items below a heading, up to the next one, ask. */
function holdsQuestions({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  let found = 0;
  for (let at = titleEnd + 1; at < lines.length && lines[at]?.kind !== 'heading'; at++) {
    const { kind, text = '' } = lines[at] ?? {};
    if (kind === 'item' && hasQuestionMark(splitItem(text).content)) found++;
    if (found > 1) return true;
  }
  return false;
}

/**
 * In a list of questions, a level that is numbered from 1 and of which some ask is one of questions: `1. **What is a
 * median?**`, `2. **Mean vs median**`, `3. **Skewness**`.
 */
export function areSubjects(file: ScannedFile, level: readonly Candidate[]): boolean {
  const asked = level.filter(({ asksPlainly }) => asksPlainly);
  return (
    asked.length >= Math.max(2, 0.3 * level.length) &&
    level.every(({ title }, at) => title.number === at + 1) &&
    level.every((each) => !holdsQuestions(file, each) && !isAnswerPart(each.title.text))
  );
}

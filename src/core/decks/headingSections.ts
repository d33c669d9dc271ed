import type { Candidate, ScannedFile } from './candidate';

interface Family {
  readonly head: Candidate;
  readonly kids: Candidate[];
  labels: number;
}

/**
 * Those that ask, and yet stand above the questions rather than being one: a page's title, a subject put as a question,
 * one above questions that are marked or numbered while it is not.
 */
export function findSections(
  file: ScannedFile,
  headings: readonly Candidate[],
  asking: ReadonlySet<Candidate>,
  labels: readonly Candidate[],
): Candidate[] {
  const sections = new Set<Candidate>();
  for (const level of levelsOf(headings)) {
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
      if (isAbove && !family.head.title.isFront) sections.add(family.head);
    }
  }
  return [...sections];
}

/** It says by more than its words that it is a question. */
export function isTold({ title, isAnswered }: Candidate): boolean {
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
export function hasText({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  for (let at = titleEnd + 1; at < lines.length; at++) {
    const kind = lines[at]?.kind;
    if (kind === 'heading') return false;
    if (kind !== 'blank' && kind !== 'rule' && kind !== 'comment') return true;
  }
  return false;
}

/** Those that there are, the highest first. */
export function levelsOf(headings: readonly Candidate[]): number[] {
  return [1, 2, 3, 4, 5, 6].filter((level) => headings.some(({ rank }) => rank === level));
}

import type { Candidate, ScannedFile } from './candidate';
import { plainTitle } from './title';
import { asks, isRevealLabel } from './wording';

/** What `<details>` and notes for Anki cover: lines in which nothing begins a question. */
export interface Covers {
  /** In the answer to a summary that asks: headings there are the answer's. */
  hasHeading(line: number): boolean;
  /** Under a summary that only hides an answer, or in a note: nothing there asks. */
  hasAnything(line: number): boolean;
}

/** So many questions under one summary are a list that is folded, not an answer that is hidden. */
const mostInAnswer = 3;

export function findCovers(
  { lines, details, notes }: ScannedFile,
  headings: readonly Candidate[],
  labels: readonly Candidate[],
): Covers {
  if (details.length + notes.length === 0) return { hasHeading: () => false, hasAnything: () => false };
  const answers = createRanges(lines.length);
  const reveals = createRanges(lines.length);
  const telling = [...headings, ...labels]
    .filter(({ title, asksPlainly }) => asksPlainly && (title.isMarked || title.number !== undefined))
    .sort((a, b) => a.line - b.line);
  let at = 0;
  for (const { line, summaryEnd, endLine, summary } of details) {
    while ((telling[at]?.line ?? Infinity) <= line) at++;
    const isList = (telling[at + mostInAnswer - 1]?.line ?? Infinity) <= endLine;
    if (isList) continue;
    if (isRevealLabel(summary)) reveals.add(summaryEnd + 1, endLine + 1);
    else if (asks(plainTitle(summary))) answers.add(summaryEnd + 1, endLine + 1);
  }
  for (const { line, endLine } of notes) reveals.add(line + 1, endLine + 1);
  const [isAnswer, isReveal] = [answers.count(), reveals.count()];
  return {
    hasHeading: (line) => (isAnswer[line] ?? 0) > 0 || (isReveal[line] ?? 0) > 0,
    hasAnything: (line) => (isReveal[line] ?? 0) > 0,
  };
}

/** Counts for each line in how many ranges it is, in time by the lines and not by the ranges' lengths. */
function createRanges(length: number): { add(from: number, to: number): void; count(): Int32Array } {
  const steps = new Int32Array(length + 1);
  return {
    add(from, to) {
      steps[from] = (steps[from] ?? 0) + 1;
      steps[to] = (steps[to] ?? 0) - 1;
    },
    count() {
      let open = 0;
      return steps.map((step) => (open += step));
    },
  };
}

import type { Candidate, ScannedFile } from './candidate';
import { isRevealLabel } from './wording';

/** What `<details>` cover: lines in which nothing begins a question. */
export interface Covers {
  /** In the answer to a summary that asks: headings there are the answer's. */
  hasHeading(line: number): boolean;
  /** Under a summary that only hides an answer: nothing there asks. */
  hasAnything(line: number): boolean;
}

/** So many questions under one summary are a list that is folded, not an answer that is hidden. */
const mostInAnswer = 3;

export function findCovers({ lines, details }: ScannedFile, found: readonly Candidate[]): Covers {
  const answers = new Uint8Array(lines.length);
  const reveals = new Uint8Array(lines.length);
  const asking = new Set(
    found.filter(({ shape, asks }) => shape === 'details' && asks).map(({ line }) => line),
  );
  const telling = found.filter(
    ({ shape, title, asksPlainly }) =>
      shape !== 'details' && asksPlainly && (title.isMarked || title.number !== undefined),
  );
  let at = 0;
  for (const { line, summaryEnd, endLine, summary } of details) {
    while ((telling[at]?.line ?? Infinity) <= line) at++;
    const isList = (telling[at + mostInAnswer - 1]?.line ?? Infinity) <= endLine;
    if (isList) continue;
    if (isRevealLabel(summary)) reveals.fill(1, summaryEnd + 1, endLine + 1);
    else if (asking.has(line)) answers.fill(1, summaryEnd + 1, endLine + 1);
  }
  return {
    hasHeading: (line) => answers[line] === 1 || reveals[line] === 1,
    hasAnything: (line) => reveals[line] === 1,
  };
}

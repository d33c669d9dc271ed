import type { Candidate, ScannedFile } from './candidate';
import { isAsideTitle } from './wording';

/** Whether a line stands below a heading whose section is about the list, or leads out of it: what asks there is none. */
export function findAsides(
  { lines }: ScannedFile,
  headings: readonly Candidate[],
): (line: number) => boolean {
  const asides = new Uint8Array(lines.length);
  headings.forEach((head, at) => {
    if (head.title.isMarked || head.title.number !== undefined || head.rank === 1) return;
    if (!isAsideTitle(head.title.text)) return;
    let end = at + 1;
    while (end < headings.length && (headings[end]?.rank ?? 0) > head.rank) end++;
    if (!holdsList(headings.slice(at + 1, end))) asides.fill(1, head.titleEnd + 1, headings[end]?.line);
  });
  return (line) => asides[line] === 1;
}

/** So many questions are no example: their author only took the wrong level. */
const mostExamples = 3;

function holdsList(headings: readonly Candidate[]): boolean {
  const asking = headings.filter(({ asks }) => asks);
  return asking.length > mostExamples || asking.filter(({ title }) => title.isMarked).length > 1;
}

import type { Question } from './question';

/** Words that open a claim's predicate: what stands before the first of them is its subject. */
const predicates = new Set(
  `is are was were has have had does do can cannot may must needs need keeps keep gives give makes make uses use adds add
  grows grow shrinks shrink means mean maps map takes take lets let turns turn costs cost depends depend comes come
  removes remove replaces replace restores restore predicts predict learns learn stays stay saves save splits split`.split(
    /\s+/,
  ),
);

const longestSubject = 8;

/**
 * A nudge, not an answer, in Markdown: the author's hint, else the first key point's subject followed by `…`;
 * `undefined` when there is neither.
 */
export function hintOf({ hint, keyPoints }: Pick<Question, 'hint' | 'keyPoints'>): string | undefined {
  if (hint !== undefined) return hint;
  const words = keyPoints[0]?.split(/\s+/) ?? [];
  if (words.length < 2) return undefined;
  const predicate = words.findIndex((word, number) => number > 0 && predicates.has(word.toLowerCase()));
  const clauseEnd = words.findIndex((word) => /[,:;]$/.test(word)) + 1;
  const ends = [predicate, clauseEnd].filter((end) => end > 0);
  const subjectEnd = Math.min(longestSubject, ...(ends.length > 0 ? ends : [Math.ceil(words.length / 2)]));
  const subject = words.slice(0, subjectEnd).join(' ');
  return `${closeMath(subject.replace(/[,:;]$/, ''))} …`;
}

/** A cut through a formula or through code loses the piece that was opened. */
function closeMath(text: string): string {
  const isOpen = (mark: string) => text.split(mark).length % 2 === 0;
  const mark = ['$', '`', '**'].find(isOpen);
  return mark === undefined ? text : closeMath(text.slice(0, text.lastIndexOf(mark)).trimEnd());
}

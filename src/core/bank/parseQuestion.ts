import { parseBullets, splitAtHeadings } from './markdown';
import type { BankQuestion } from './question';

/** The named parts of an answer, in the order in which they may stand. */
export const SECTION_ORDER = [
  'Hint',
  'Explanation',
  'Example',
  'Key points',
  'Common mistakes',
  'Follow-ups',
  'References',
] as const;

const OWN_FIELD: readonly string[] = ['Hint', 'Key points', 'Follow-ups'];

/** What stands beside the Markdown: the front matter, once checked. */
export type QuestionMeta = Pick<
  BankQuestion,
  'id' | 'title' | 'level' | 'topic' | 'terms' | 'related' | 'checked'
>;

/**
 * Reads the body of a question (all below its front matter). It takes what is there: a part that is missing is
 * empty, and judging that is the build's work.
 */
export function parseQuestion(meta: QuestionMeta, body: string): BankQuestion {
  const parts = splitAtHeadings(body);
  const partCalled = (heading: string) => parts.find((part) => part.heading === heading)?.markdown.trim();
  const hint = partCalled('Hint');
  return {
    ...meta,
    shortAnswer: parts[0]?.markdown.trim() ?? '',
    ...(hint === undefined ? {} : { hint }),
    keyPoints: parseBullets(partCalled('Key points') ?? ''),
    followUps: parseBullets(partCalled('Follow-ups') ?? ''),
    sections: parts.flatMap(({ heading, markdown }) =>
      heading === undefined || OWN_FIELD.includes(heading) ? [] : [{ heading, markdown: markdown.trim() }],
    ),
  };
}

import { SECTION_ORDER } from '../../bank/parseQuestion';
import type { Question, Section } from '../../bank/question';
import { closeFence, joinBlocks, nestBlock, openFenceOf } from './blocks';
import { oneLine, ownIdOf, withoutDeck } from './exported';
import { writeFrontMatter } from './frontMatter';

/**
 * A question as a file of our own format. What it lacks is left out; read again, it is the same. A text that no file
 * can hold as it is, is mended: headings of the first two levels go to the third, a code fence left open is closed where
 * something follows, and what is a list of lines has no ends of lines within.
 */
export function writeQuestion(question: Question): string {
  const front = writeFrontMatter({
    id: ownIdOf(question),
    title: question.title,
    level: question.level,
    // Always there: by it a page with a title is told from a question.
    terms: question.terms,
    ...(question.related.length === 0
      ? {}
      : { related: question.related.map((id) => withoutDeck(id, question.deck)) }),
    checked: question.checked,
  });
  const body = writeBody(question);
  return body === '' ? front : `${front}\n${body}\n`;
}

type Answer = Pick<
  Question,
  'shortAnswer' | 'sections' | 'hint' | 'prompt' | 'options' | 'keyPoints' | 'followUps'
>;

/** All below the front matter, trimmed; empty for a question without answer. */
export function writeBody(question: Answer): string {
  const { head, named } = gatherParts(question.sections, question.shortAnswer);
  const parts = placeLists(named, gatherLists(question));
  return joinBlocks([
    head,
    ...parts.map(({ heading, markdown }) => `## ${heading}${markdown === '' ? '' : `\n\n${markdown}`}`),
  ]);
}

/** Its named parts have a heading on one line that is no field's. */
function gatherParts(sections: readonly Section[], shortAnswer: string): { head: string; named: Section[] } {
  const head = [nestBlock(shortAnswer)];
  const named: { heading: string; blocks: string[] }[] = [];
  for (const section of sections) {
    const heading = oneLine(section.heading);
    const markdown = nestBlock(section.markdown);
    const above = named.at(-1)?.blocks ?? head;
    if (heading === '') above.push(markdown);
    else if (fieldHeadings.includes(heading)) above.push(`### ${heading}`, markdown);
    else named.push({ heading, blocks: [markdown] });
  }
  return {
    head: joinBlocks(head),
    named: named.map(({ heading, blocks }) => ({ heading, markdown: joinBlocks(blocks) })),
  };
}

const fieldHeadings: readonly string[] = ['Hint', 'Prompt', 'Options', 'Key points', 'Follow-ups'];

function gatherLists({ hint, prompt, options, keyPoints, followUps }: Answer): Section[] {
  const list = (heading: string, items: readonly string[]): Section[] => {
    const lines = items.map(oneLine).filter(Boolean);
    return lines.length === 0 ? [] : [{ heading, markdown: lines.map((line) => `- ${line}`).join('\n') }];
  };
  const choices = (options ?? []).map(
    ({ letter, text, isRight }) => `[${isRight ? 'x' : ' '}] ${oneLine(letter)}: ${oneLine(text)}`,
  );
  return [
    ...(hint === undefined ? [] : [{ heading: 'Hint', markdown: nestBlock(hint) }]),
    ...(prompt?.trim() ? [{ heading: 'Prompt', markdown: nestBlock(prompt) }] : []),
    ...list('Options', choices),
    ...list('Key points', keyPoints),
    ...list('Follow-ups', followUps),
  ];
}

/**
 * The fields' parts go where `SECTION_ORDER` has them among the others, which keep their order. A part whose code fence
 * is left open goes last if it may.
 */
function placeLists(named: readonly Section[], lists: readonly Section[]): Section[] {
  const placed: Section[] = [];
  const waiting = [...lists];
  for (const [at, section] of named.entries()) {
    const isOpenEnd = at === named.length - 1 && openFenceOf(section.markdown) !== undefined;
    const rank = isOpenEnd ? Infinity : rankOf(section.heading);
    while (waiting[0] !== undefined && rankOf(waiting[0].heading) < rank)
      placed.push(...waiting.splice(0, 1));
    placed.push(section);
  }
  const all = [...placed, ...waiting];
  const hint = all.findIndex(
    ({ heading, markdown }) => heading === 'Hint' && openFenceOf(markdown) !== undefined,
  );
  const isEndFree = all.at(-1) !== undefined && openFenceOf(all.at(-1)?.markdown ?? '') === undefined;
  if (hint !== -1 && isEndFree) all.push(...all.splice(hint, 1));
  return all.map((part, at) =>
    at < all.length - 1 ? { ...part, markdown: closeFence(part.markdown) } : part,
  );
}

/** Options are read before the explanation; a part with a name of its own comes no later than it must. */
function rankOf(heading: string): number {
  if (heading === 'Prompt') return 0.25;
  return heading === 'Options' ? 0.5 : SECTION_ORDER.findIndex((each) => each === heading);
}

import type { Question } from '../bank/question';
import type { SearchDocument } from './searchIndex';

/** What a question is found by: its answer as plain text, without marks, formulas' backslashes and code fences. */
export function documentOf(question: Question): SearchDocument {
  const { id, title, terms, topic, level, shortAnswer, keyPoints, sections } = question;
  const texts = [shortAnswer, ...keyPoints, ...sections.map(({ markdown }) => markdown)];
  return { id, title, terms, topic, level, text: texts.map(stripMarkdown).join(' ') };
}

function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, ' ')
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/\\[a-zA-Z]+/g, ' ')
    .replace(/[*_`#$|[\]{}\\^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Question } from '../bank/question';
import { plainText } from './plainText';
import type { SearchDocument } from './searchIndex';

/** What a question is found by: its answer as plain text, without marks, formulas' backslashes and code fences. */
export function documentOf(question: Question): SearchDocument {
  const { id, title, terms, topic, level, shortAnswer, keyPoints, sections } = question;
  const texts = [shortAnswer, ...keyPoints, ...sections.map(({ markdown }) => markdown)];
  const text = texts.map(plainText).join(' ');
  return { id, title, terms, topic, text, ...(level === undefined ? {} : { level }) };
}

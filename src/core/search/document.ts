import type { Question } from '../bank/question';
import { plainText } from './plainText';
import type { SearchDocument } from './searchIndex';

/**
 * What a question is found by: its answer as plain text, without marks, formulas' backslashes and code fences.
 * `topicName` is for a topic whose id doesn't say what it is called.
 */
export function documentOf(question: Question, topicName?: string): SearchDocument {
  const { id, title, terms, topic, level, deck, isUnanswered, prompt, shortAnswer, keyPoints, sections } =
    question;
  const texts = [
    ...(prompt === undefined ? [] : [prompt]),
    shortAnswer,
    ...keyPoints,
    ...sections.map(({ markdown }) => markdown),
  ];
  const text = texts.map(plainText).join(' ');
  return {
    ...{ id, title, terms, topic, text },
    ...(topicName === undefined ? {} : { topicName }),
    ...(level === undefined ? {} : { level }),
    ...(deck === undefined ? {} : { deck }),
    ...(isUnanswered === undefined ? {} : { isUnanswered }),
  };
}

import type { Check, CheckedQuestion } from './check';
import type { Problem } from './problem';
import { rangeOfQuestion } from './questionRange';

/** Questions that the deck asks more than once. Each of them says so, and where the others are. */
export const checkDuplicates: Check = ({ scanned, path, questions }, { questionsLike }) =>
  questions.flatMap((question): Problem[] => {
    const { same, near } = questionsLike(textOf(question), path, question.place.line);
    const range = () => rangeOfQuestion(scanned, question);
    if (same.length > 0) return [{ code: 'duplicate', others: same, range: range() }];
    return near.length > 0 ? [{ code: 'nearly-duplicate', others: near, range: range() }] : [];
  });

const longestPrompt = 1000;

/** All that is asked: of `What is the output?` the code and the choices, too. */
export function textOf({ title, prompt = '', options = [] }: CheckedQuestion): string {
  if (prompt === '' && options.length === 0) return title;
  return [title, prompt.slice(0, longestPrompt), ...options.map(({ text }) => text)].join(' ');
}

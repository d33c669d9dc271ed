import type { Check } from './check';
import { rangeOfQuestion } from './questionRange';

export const checkAnswers: Check = ({ scanned, questions }) =>
  questions.flatMap((question) =>
    question.isUnanswered === true
      ? [{ code: 'unanswered' as const, title: question.title, range: rangeOfQuestion(scanned, question) }]
      : [],
  );

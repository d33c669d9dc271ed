import type { QuestionSummary } from './question';

/** The ids of the questions that have an answer: what is scheduled, in their order. */
export function answeredIds(
  questions: readonly Pick<QuestionSummary, 'id' | 'isUnanswered'>[],
): readonly string[] {
  return questions.flatMap(({ id, isUnanswered }) => (isUnanswered === true ? [] : [id]));
}

/** What a quiz of these questions asks: those that have an answer, or all where none has one. */
export function askable<T extends Pick<QuestionSummary, 'isUnanswered'>>(
  questions: readonly T[],
): readonly T[] {
  const answered = questions.filter(({ isUnanswered }) => isUnanswered !== true);
  return answered.length === 0 ? questions : answered;
}

import type { BankIndex } from '../core/bank/bankFiles';
import type { Question } from '../core/bank/question';

/** A question as a panel shows it: the bank's, with the names that its ids stand for. */
export interface QuestionView extends Omit<Question, 'related'> {
  readonly topicTitle: string;
  /** Neighbours that the bank has. */
  readonly related: readonly { readonly id: string; readonly title: string }[];
}

/** What a panel needs to show a question. */
export function createQuestionView(question: Question, index: BankIndex): QuestionView {
  const { related, ...shown } = question;
  return {
    ...shown,
    topicTitle: index.topics.find(({ id }) => id === question.topic)?.title ?? question.topic,
    related: related.flatMap((id) => {
      const title = index.questions.find((other) => other.id === id)?.title;
      return title === undefined ? [] : [{ id, title }];
    }),
  };
}

import type { QuestionView } from '../../protocol/question';
import type { CardDraft, CardView } from '../../protocol/quiz';

export function createDraft({ question, attempt }: CardView): CardDraft {
  return {
    id: question.id,
    attempt,
    isRevealed: false,
    typed: '',
    ticked: [],
    chosen: [],
    seconds: 0,
    thinkingSeconds: 0,
  };
}

type Asked = Pick<QuestionView, 'keyPoints' | 'options'>;

/**
 * The draft of a card whose question may have changed since: what was typed stays, what was said of key points or
 * options stays where these are the same. Numbers that name none are dropped.
 */
export function followQuestion(
  draft: CardDraft,
  { keyPoints, options = [] }: Asked,
  before: Asked = { keyPoints, options },
): CardDraft {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return {
    ...draft,
    ticked: isSame(before.keyPoints, keyPoints)
      ? draft.ticked.filter((number) => number < keyPoints.length)
      : [],
    chosen: isSame(before.options ?? [], options)
      ? draft.chosen.filter((number) => number < options.length)
      : [],
  };
}

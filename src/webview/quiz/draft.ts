import type { CardDraft, CardView } from '../../protocol/quiz';
import { isAmount, isArrayOf, isBoolean, isCount, isObjectOf, isString } from '../../protocol/shape';

export function createDraft({ question, attempt }: CardView): CardDraft {
  return {
    id: question.id,
    attempt,
    isRevealed: false,
    typed: '',
    ticked: [],
    seconds: 0,
    thinkingSeconds: 0,
  };
}

/** What the page kept before a reload; `undefined` when it is of another form. */
export function parseDraft(value: unknown): CardDraft | undefined {
  const isDraft = isObjectOf<CardDraft>({
    id: isString,
    attempt: isCount,
    isRevealed: isBoolean,
    typed: isString,
    ticked: isArrayOf(isCount),
    seconds: isAmount,
    thinkingSeconds: isAmount,
  });
  return isDraft(value) ? value : undefined;
}

import type { Services } from './services';

/** How many questions are due; `undefined` before the study log was read. */
export async function countDue({
  study,
  library,
}: Pick<Services, 'study' | 'library'>): Promise<number | undefined> {
  const { record } = study;
  if (record === undefined) return undefined;
  const { questions } = await library.loadIndex();
  // Most of a large deck was never asked: that can't be due, and is not looked at further.
  const asked = questions.filter(
    ({ id, isUnanswered }) => isUnanswered !== true && record.stateOf(id) !== undefined,
  );
  return record.queueOf(
    'due',
    asked.map(({ id }) => id),
  ).length;
}

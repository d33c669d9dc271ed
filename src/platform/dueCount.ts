import type { Services } from './services';

/** How many questions of the bank are due; `undefined` before the study log was read. */
export async function countDue({
  study,
  bank,
}: Pick<Services, 'study' | 'bank'>): Promise<number | undefined> {
  if (study.record === undefined) return undefined;
  const { questions } = await bank.loadIndex();
  const ids = questions.map(({ id }) => id);
  return study.record.queueOf('due', ids).length;
}

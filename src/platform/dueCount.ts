import type { Services } from './services';

/** How many questions are due; `undefined` before the study log was read. */
export async function countDue({
  study,
  library,
}: Pick<Services, 'study' | 'library'>): Promise<number | undefined> {
  if (study.record === undefined) return undefined;
  const { questions } = await library.loadIndex();
  const ids = questions.map(({ id }) => id);
  return study.record.queueOf('due', ids).length;
}

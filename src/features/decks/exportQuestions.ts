import type { Services } from '../../platform/services';

/** Writes questions of the bank or of decks into files. */
export async function exportQuestions(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

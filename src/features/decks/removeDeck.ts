import type { Services } from '../../platform/services';

/** Takes a deck out of the settings; its files and what was studied stay. */
export async function removeDeck(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

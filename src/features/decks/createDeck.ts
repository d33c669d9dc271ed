import type { Services } from '../../platform/services';

/** Makes a folder with an example and a README that explains the format. */
export async function createDeck(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

import type { Services } from '../../platform/services';

/** Opens an unanswered question at its place in its file, with a snippet of the parts of an answer. */
export async function writeAnswer(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

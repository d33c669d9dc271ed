import type { Services } from '../../platform/services';

/** Asks for a folder or a file and adds it to the decks of the settings. */
export async function addDeck(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

/** Makes a deck of the file that a menu was opened on, and shows it. */
export async function studyFile(_services: Services, _target: unknown): Promise<void> {
  await Promise.reject(new Error('not written yet'));
}

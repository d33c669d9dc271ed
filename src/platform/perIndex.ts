import type { BankIndex } from '../core/bank/bankFiles';
import type { Services } from './services';

/**
 * Makes something of the index when it is asked for, and anew when the index has become another one because decks
 * changed. A failure is not kept.
 */
export function keepPerIndex<T>(
  make: (index: BankIndex, services: Services) => T | Promise<T>,
): (services: Services) => Promise<T> {
  let kept: { readonly index: BankIndex; readonly made: Promise<T> } | undefined;
  return async (services) => {
    const index = await services.library.loadIndex();
    if (kept?.index === index) return kept.made;
    const made = Promise.resolve(index).then((given) => make(given, services));
    const next = { index, made };
    kept = next;
    made.catch(() => {
      if (kept === next) kept = undefined;
    });
    return made;
  };
}

import type { TexFault } from '../../core/decks/problems/tex';
import type { Services } from '../../platform/services';
import type * as Tex from '../../platform/tex/lazy';

/** Asks KaTeX what it refuses, for no longer than a file may take. Its code is loaded with the first formula. */
export interface TexService {
  /** A file is about to be judged: its time begins. */
  begin(): void;
  /** No fault, for now, while KaTeX is loading or when the time is up; then `askAgain` is called soon. */
  findFault(tex: string, isDisplay: boolean, askAgain: () => void): TexFault | undefined;
}

/** New formulas of a file are parsed for so long, since the host does nothing else then; the rest waits for the next turn. */
const sliceMs = 30;

export function createTexService({ loadChunk, errors }: Services): TexService {
  let checker: Tex.TexChecker | undefined;
  let loading: Promise<unknown> | undefined;
  let end = 0;
  const waiting = new Set<() => void>();
  const load = async () => {
    try {
      const { createTexChecker } = await loadChunk<typeof Tex>('tex');
      checker = createTexChecker();
      for (const askAgain of waiting) askAgain();
    } catch (error) {
      errors.log('load what checks formulas', error);
    } finally {
      waiting.clear();
    }
  };
  return {
    begin: () => (end = Date.now() + sliceMs),
    findFault(tex, isDisplay, askAgain) {
      if (checker === undefined) {
        waiting.add(askAgain);
        loading ??= load();
        return undefined;
      }
      if (checker.isKnown(tex, isDisplay) || Date.now() < end) return checker.findFault(tex, isDisplay);
      askAgain();
      return undefined;
    },
  };
}

/** Runs `callback` when nobody has called the same `Debounced` again for `quietMs` milliseconds. */
export interface Debounced {
  call(callback: () => void): void;
  dispose(): void;
}

/** With `longestMs`, calls that never pause are kept waiting no longer than about that. */
export function createDebounced(quietMs: number, longestMs = Infinity): Debounced {
  let timer: number | undefined;
  let since: number | undefined;
  return {
    call(callback) {
      clearTimeout(timer);
      since ??= Date.now();
      const leftMs = Math.max(0, since + longestMs - Date.now());
      timer = setTimeout(
        () => {
          since = undefined;
          callback();
        },
        Math.min(quietMs, leftMs),
      );
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Calls `callback` every `ms` milliseconds until it is disposed. */
export function createTicker(ms: number, callback: () => void): { dispose(): void } {
  const timer = setInterval(callback, ms);
  return { dispose: () => clearInterval(timer) };
}

/** Lets everything else that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Resolves when `work` does, or after `ms` milliseconds: then `isLate` tells the work so. Rejects as the work does. */
export function waitAtMost(ms: number, work: (isLate: () => boolean) => Promise<void>): Promise<void> {
  let isOver = false;
  let timer: number | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      isOver = true;
      resolve();
    }, ms);
  });
  return Promise.race([work(() => isOver).finally(() => clearTimeout(timer)), late]);
}

/** Every extension host has timers; the typings of Node and of browsers differ. */
declare function setTimeout(callback: () => void, ms: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval(callback: () => void, ms: number): number;
declare function clearInterval(timer: number): void;

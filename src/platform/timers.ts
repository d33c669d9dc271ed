/** Runs `callback` when nobody has called the same `Debounced` again for `quietMs` milliseconds. */
export interface Debounced {
  call(callback: () => void): void;
  dispose(): void;
}

export function createDebounced(quietMs: number): Debounced {
  let timer: number | undefined;
  return {
    call(callback) {
      clearTimeout(timer);
      timer = setTimeout(callback, quietMs);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Calls `callback` every `ms` milliseconds until it is disposed. */
export function createTicker(ms: number, callback: () => void): { dispose(): void } {
  const timer = setInterval(callback, ms);
  return { dispose: () => clearInterval(timer) };
}

/** Lets everything else have its turn, in the middle of long work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

/** Every extension host has timers; the typings of Node and of browsers differ. */
declare function setTimeout(callback: () => void, ms: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval(callback: () => void, ms: number): number;
declare function clearInterval(timer: number): void;

import { pause } from '../../platform/timers';

/** Files that wait for their turn, each once. */
export interface Slices {
  add(paths: Iterable<string>): void;
  /** It has had its turn, or needs none any more. */
  delete(path: string): void;
  dispose(): void;
}

/** The host has other work to do: files have their turn for so long, then it is another's. */
const sliceMs = 20;

/** Runs `run` for each file that is added, some at a time, and names them to `onDidRun`. */
export function createSlices(
  run: (path: string) => void,
  onDidRun: (paths: readonly string[]) => void,
  onError: (error: unknown) => void,
): Slices {
  const waiting = new Set<string>();
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    // What was added in one go has its turn in one go.
    await pause();
    try {
      while (waiting.size > 0) {
        onDidRun(runSlice());
        await pause();
      }
    } catch (error) {
      waiting.clear();
      onError(error);
    } finally {
      isWorking = false;
    }
  };
  const runSlice = () => {
    const end = Date.now() + sliceMs;
    const done: string[] = [];
    for (const path of waiting) {
      waiting.delete(path);
      run(path);
      done.push(path);
      if (Date.now() > end) break;
    }
    return done;
  };
  return {
    add(paths) {
      for (const path of paths) waiting.add(path);
      if (!isWorking && waiting.size > 0) void work();
    },
    delete: (path) => void waiting.delete(path),
    dispose: () => waiting.clear(),
  };
}

import { pause } from './timers';

/** Files that wait for their turn, each once: those that are new are taken in before any is judged. */
export interface Slices {
  /** A new file, or another text of one: it is judged, too. */
  takeIn(path: string): void;
  judge(paths: Iterable<string>): void;
  /** As often as it is said before the next one is judged, they are judged once. */
  judgeAll(): void;
  /** It has had its turn, or needs none any more. */
  delete(path: string): void;
  dispose(): void;
}

/** What is done with a file in its turn. */
export interface Turns {
  takeIn(path: string): void;
  judge(path: string): void;
  listAll(): Iterable<string>;
  /** Some have been judged. */
  onDidJudge(paths: readonly string[]): void;
  /** A turn has failed; the others that waited have none. */
  onError(error: unknown): void;
}

/** The host has other work to do: files have their turn for so long, then it is another's. */
const sliceMs = 20;

/** `rest` gives way to all else, and `now` is in milliseconds: a test has its own. */
export function createSlices(turns: Turns, rest = pause, now: () => number = Date.now): Slices {
  const queues = createQueues(turns);
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    // What was added in one go has its turn in one go.
    await rest();
    try {
      while (queues.hasAny()) {
        const end = now() + sliceMs;
        queues.run(() => now() > end);
        await rest();
      }
    } catch (error) {
      queues.clear();
      turns.onError(error);
    } finally {
      isWorking = false;
    }
  };
  const begin = () => {
    if (!isWorking && queues.hasAny()) void work();
  };
  return {
    takeIn(path) {
      queues.incoming.add(path);
      begin();
    },
    judge(paths) {
      for (const path of paths) queues.waiting.add(path);
      begin();
    },
    judgeAll() {
      queues.isAllWaiting = true;
      begin();
    },
    delete(path) {
      queues.incoming.delete(path);
      queues.waiting.delete(path);
    },
    dispose: queues.clear,
  };
}

function createQueues({ takeIn, judge, listAll, onDidJudge }: Turns) {
  const incoming = new Set<string>();
  const waiting = new Set<string>();
  const queues = {
    ...{ incoming, waiting },
    isAllWaiting: false,
    hasAny: () => incoming.size > 0 || waiting.size > 0 || queues.isAllWaiting,
    clear() {
      incoming.clear();
      waiting.clear();
      queues.isAllWaiting = false;
    },
    /** Gives files their turn until all had one or the time is over. */
    run(isOver: () => boolean) {
      for (const path of incoming) {
        incoming.delete(path);
        waiting.add(path);
        takeIn(path);
        if (isOver()) return;
      }
      if (queues.isAllWaiting) for (const path of listAll()) waiting.add(path);
      queues.isAllWaiting = false;
      const judged: string[] = [];
      for (const path of waiting) {
        waiting.delete(path);
        judge(path);
        judged.push(path);
        if (isOver()) break;
      }
      onDidJudge(judged);
    },
  };
  return queues;
}

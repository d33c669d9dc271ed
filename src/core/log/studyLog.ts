import type { StudyEvent } from './event';
import { listLogFiles, openLog, type LogFiles, type LogReader } from './logReader';
import { encodeEvents, parseLogText, type SetAside } from './logText';
import type { Replay } from './replay';

/** A person's study log, whatever folder and however many windows write to it. */
export interface StudyLog {
  /** Reads the log on the first call. Rejects, and may be asked again, when it can't be read. */
  load(): Promise<LoadedLog>;
  /**
   * Resolves when the events are kept for good. Rejects when they are not, or the log is read-only: then nothing
   * has changed.
   */
  append(events: readonly StudyEvent[]): Promise<void>;
  /** Every event, with the fields that this version doesn't know; the same one as often as it is there. */
  readEvents(): Promise<readonly StudyEvent[]>;
  /** Takes in what other windows and devices have written. */
  refresh(): Promise<void>;
  /** What was read, for the store to keep and start from. */
  encodeSnapshot(): Promise<string>;
  /** Calls `listener` with the questions that changed, by whomever, until the returned function is called. */
  onDidChange(listener: (questions: readonly string[]) => void): () => void;
}

export interface LoadedLog {
  /** The state, which follows the log from now on. */
  readonly replay: Replay;
  /** Lines that are no events, as of now. */
  readonly setAside: readonly SetAside[];
  /** A newer version has written to it, so this one may not. */
  readonly isReadOnly: boolean;
}

/** Where a log is kept. */
export interface LogStore extends LogFiles {
  /** Adds whole lines to this window's own file. Resolves when they are there for good, rejects when they are not. */
  append(text: string): Promise<void>;
  /** The snapshot that was kept last, whole or damaged; `undefined` where there is none. */
  readSnapshot(): Promise<Uint8Array | undefined>;
}

export function createStudyLog(store: LogStore): StudyLog {
  const listeners = new Set<(questions: readonly string[]) => void>();
  let opening: Promise<LogReader> | undefined;
  /** The last of the readings, which are done one after the other. */
  let reading: Promise<unknown> = Promise.resolve();

  const open = (): Promise<LogReader> => {
    const opened = opening ?? openLog(store, store.readSnapshot());
    opening = opened;
    opened.catch(() => (opening = undefined));
    return opened;
  };

  const report = (questions: readonly string[]): void => {
    if (questions.length > 0) for (const listener of [...listeners]) listener(questions);
  };

  return {
    load: async () => loadedLog(await open()),
    async append(events) {
      const reader = await open();
      if (loadedLog(reader).isReadOnly) throw new Error(READ_ONLY);
      await store.append(encodeEvents(events));
      report(reader.replay.add(events));
    },
    async readEvents() {
      const texts = await Promise.all((await listLogFiles(store)).map(({ name }) => store.read(name)));
      return texts.flatMap((text) => (text === undefined ? [] : parseLogText(text, '').events));
    },
    async refresh() {
      const reader = await open();
      const refreshed = reading.then(() => reader.refresh());
      reading = refreshed.catch(() => undefined);
      report(await refreshed);
    },
    encodeSnapshot: async () => (await open()).encodeSnapshot(),
    onDidChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const READ_ONLY =
  'A newer version of the extension has written to the study log. Update the extension to go on; nothing was changed.';

function loadedLog({ replay, listSetAside }: LogReader): LoadedLog {
  const setAside = listSetAside();
  return { replay, setAside, isReadOnly: setAside.some(({ reason }) => reason === 'newer version') };
}

import type { EventBody, StudyEvent } from './event';
import { formatInstant } from './instant';
import { createQueue } from '../util/queue';
import type { LogFolder } from './logFolder';
import { encodeEvents, parseLogText, type SetAside } from './logText';
import { createReplay, earliestFor } from './replay';
import type { StudyState } from './studyState';

/** The study log of a window: all that is in the folder, and this window's own file to append to. */
export interface LogStore {
  /** As it is now: the map changes, the states in it never do. */
  readonly state: StudyState;
  /** Lines that are no events. They stay where they are. */
  readonly setAside: readonly SetAside[];
  /** A newer version has written here: nothing may be added by one that doesn't know what it means. */
  readonly isReadOnly: boolean;
  /**
   * Keeps what was done, in one go, and resolves when it is kept; rejects when it isn't, and then nothing is changed.
   * What shares a `batch` is undone in one go.
   */
  append(bodies: readonly EventBody[], batch?: string): Promise<readonly StudyEvent[]>;
  /** Reads what other windows and devices have added. */
  refresh(): Promise<void>;
  /** Calls `listener` with the questions that changed, until the returned function is called. */
  onDidChange(listener: (questions: readonly string[]) => void): () => void;
}

export interface LogStoreOptions {
  readonly folder: LogFolder;
  /** This window's own file, `<device>-<start>-<random>.jsonl`: nobody else writes to it. */
  readonly file: string;
  /** In ms since the epoch. */
  now(): number;
  /** A new event id: 8 to 64 lower-case letters, digits and `-`. */
  createId(): string;
  decode(bytes: Uint8Array): Promise<string>;
}

/** How far a file has been read, and what was set aside in it. */
interface Progress {
  readonly size: number;
  readonly setAside: readonly SetAside[];
}

/** Opens the log: everything in the folder is read. Rejects when the folder or a file can't be read. */
export async function openLogStore(options: LogStoreOptions): Promise<LogStore> {
  const { folder, file, now, createId } = options;
  const inOrder = createQueue();
  const replay = createReplay();
  const files = new Map<string, Progress>();
  const listeners = new Set<(questions: readonly string[]) => void>();
  const setAside = () => [...files.values()].flatMap((progress) => progress.setAside);
  const isReadOnly = () => setAside().some(({ reason }) => reason === 'newer version');
  const add = (events: readonly StudyEvent[]) => {
    const changed = replay.add(events);
    if (changed.length > 0) for (const listener of listeners) listener(changed);
  };

  const store: LogStore = {
    state: replay.state,
    get setAside() {
      return setAside();
    },
    get isReadOnly() {
      return isReadOnly();
    },
    append: (bodies, batch) =>
      inOrder(async () => {
        if (isReadOnly()) {
          throw new Error(
            'the study log was written by a newer version. Update this one; until then it is only read.',
          );
        }
        const events = bodies.map((body): StudyEvent => ({
          v: 1,
          id: createId(),
          at: formatInstant(Math.max(now(), earliestFor(body, replay))),
          ...(batch === undefined ? {} : { batch }),
          ...body,
        }));
        await folder.append(file, encodeEvents(events));
        add(events);
        return events;
      }),
    refresh: () =>
      inOrder(async () => {
        for (const { name, size } of await folder.list()) {
          if (!name.endsWith('.jsonl') || name === file || files.get(name)?.size === size) continue;
          const bytes = await folder.read(name);
          const { events, setAside } = parseLogText(await options.decode(bytes), name);
          files.set(name, { size: bytes.length, setAside });
          add(events);
        }
      }),
    onDidChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  await store.refresh();
  return store;
}

import { checksumOf } from './checksum';
import { isLogFile } from './fold';
import type { SetAside } from './logText';
import { createReplay, type Replay } from './replay';
import { decodeSnapshot, encodeSnapshot, type CoveredFile, type Snapshot } from './snapshot';

/** Where the files of a log are read from. */
export interface LogFiles {
  /** The files of the folder. `stamp` is another one whenever a file has changed, such as its size and its time. */
  list(): Promise<readonly ListedFile[]>;
  /** The text of a file; `undefined` when it has gone since it was listed. */
  read(name: string): Promise<string | undefined>;
}

export interface ListedFile {
  readonly name: string;
  readonly stamp: string;
}

/** Reads a log, and then what is added to it. */
export interface LogReader {
  readonly replay: Replay;
  /** Every line that is no event, as of the last reading. */
  listSetAside(): readonly SetAside[];
  /** Reads what has changed; gives the questions whose state may have, too. Rejects when a file can't be read. */
  refresh(): Promise<readonly string[]>;
  /** What was read, for `openLog` to start from. */
  encodeSnapshot(): string;
}

/** What was read of a file. */
interface Reading {
  readonly covered: CoveredFile;
  /** Lines of the covered part that are no events. */
  readonly setAside: readonly SetAside[];
  /** The same of the line without an end behind it, which is read again the next time. */
  readonly tail: readonly SetAside[];
}

/**
 * Reads a log: all of it, or with a snapshot only what has changed since. A snapshot is passed over when it is damaged,
 * or when a file that it covers has gone or has changed in what was read. Rejects when a file can't be read.
 */
export async function openLog(
  files: LogFiles,
  snapshot?: Promise<Uint8Array | undefined>,
): Promise<LogReader> {
  // Together, since a disk lists many files in the time in which it reads a snapshot. A file that changes in between
  // has another stamp when the log is read the next time, at the latest.
  const [listed, bytes] = await Promise.all([listLogFiles(files), snapshot]);
  const kept = bytes === undefined ? undefined : decodeSnapshot(bytes);
  const reader = kept === undefined ? undefined : await continueFrom(files, listed, kept);
  if (reader !== undefined) return reader;
  const readings = new Map<string, Reading>();
  const replay = createReplay();
  // All at once: a disk reads many files in little more than the time of one.
  const texts = await Promise.all(listed.map(({ name }) => files.read(name)));
  for (const [number, file] of listed.entries()) takeIn(texts[number], file, readings, replay);
  replay.update();
  return createReader(files, readings, replay);
}

export async function listLogFiles(files: LogFiles): Promise<readonly ListedFile[]> {
  return (await files.list()).filter(({ name }) => isLogFile(name));
}

async function continueFrom(
  files: LogFiles,
  listed: readonly ListedFile[],
  snapshot: Snapshot,
): Promise<LogReader | undefined> {
  const names = new Set(listed.map(({ name }) => name));
  if (!snapshot.covered.every(({ name }) => names.has(name))) return undefined;
  const readings = new Map<string, Reading>(
    snapshot.covered.map((covered) => [
      covered.name,
      { covered, setAside: snapshot.setAside.filter(({ file }) => file === covered.name), tail: [] },
    ]),
  );
  const replay = createReplay(snapshot.state);
  for (const file of listed) {
    if (readings.get(file.name)?.covered.stamp === file.stamp) continue;
    if (!takeIn(await files.read(file.name), file, readings, replay)) return undefined;
  }
  replay.update();
  return createReader(files, readings, replay);
}

function createReader(files: LogFiles, readings: Map<string, Reading>, replay: Replay): LogReader {
  return {
    replay,
    listSetAside() {
      const all: SetAside[] = [];
      // Asked before each write, and nearly always there is none.
      for (const { setAside, tail } of readings.values()) {
        if (setAside.length + tail.length > 0) all.push(...setAside, ...tail);
      }
      return all;
    },
    async refresh() {
      const listed = await listLogFiles(files);
      for (const file of listed) {
        if (readings.get(file.name)?.covered.stamp === file.stamp) continue;
        takeIn(await files.read(file.name), file, readings, replay);
      }
      const names = new Set(listed.map(({ name }) => name));
      for (const name of readings.keys()) if (!names.has(name)) readings.delete(name);
      return replay.update();
    },
    encodeSnapshot: () =>
      encodeSnapshot(replay, {
        // What is behind the covered part is not in a snapshot, so that file is to be read again.
        covered: [...readings.values()].map(({ covered, tail }) =>
          tail.length === 0 ? covered : { ...covered, stamp: '' },
        ),
        setAside: [...readings.values()].flatMap(({ setAside }) => setAside),
      }),
  };
}

/**
 * Takes in what is new in a file's text, or all of it when it has not only grown: events that are known already change
 * nothing. Tells whether the file has only grown.
 */
function takeIn(
  text: string | undefined,
  { name, stamp }: ListedFile,
  readings: Map<string, Reading>,
  replay: Replay,
): boolean {
  const known = readings.get(name);
  if (text === undefined) return known === undefined;
  const hasOnlyGrown = known === undefined || isStartOf(text, known.covered);
  const before = hasOnlyGrown ? known : undefined;
  const start = before?.covered.length ?? 0;
  const end = text.lastIndexOf('\n') + 1;
  const setAside = [...(before?.setAside ?? [])];
  const tail: SetAside[] = [];
  const nextLine = replay.addText(text.slice(start, end), name, setAside, (before?.covered.lines ?? 0) + 1);
  replay.addText(text.slice(end), name, tail, nextLine);
  const covered = { name, stamp, length: end, lines: nextLine - 1, checksum: endChecksum(text, end) };
  readings.set(name, { covered, setAside, tail });
  return hasOnlyGrown;
}

function isStartOf(text: string, { length, checksum }: CoveredFile): boolean {
  return text.length >= length && endChecksum(text, length) === checksum;
}

const CHECKED_CHARACTERS = 4096;

function endChecksum(text: string, end: number): string {
  return checksumOf(text, Math.max(0, end - CHECKED_CHARACTERS), end);
}

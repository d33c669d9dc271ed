/** A folder of text files that only grow, except where one is written whole. Names are plain, without a path. */
export interface LogFolder {
  /** Every file; empty where the folder is not there yet. */
  list(): Promise<LogFile[]>;
  /** `undefined` when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Adds text to this window's own file. Resolves when it is kept, as far as the file system says so. */
  append(name: string, text: string): Promise<void>;
  /** Writes a file whole: a reader sees the old text or the new one, never a part. */
  write(name: string, text: string): Promise<void>;
  /** Gives a file another name, replacing what has it. A file that is not there is no failure. */
  rename(from: string, to: string): Promise<void>;
  /** A file that is not there is no failure. */
  remove(name: string): Promise<void>;
  /** Closes what is open. */
  dispose(): Promise<void>;
}

export interface LogFile {
  readonly name: string;
  readonly size: number;
  /** In ms since the epoch. */
  readonly modified: number;
}

/** How many problems a file has, and whether somebody has it open. */
export interface ProblemCount {
  readonly path: string;
  readonly count: number;
  readonly isOpen: boolean;
}

/** What is shown of each file, and what is not. */
export interface SharedLimit {
  /** A file that is not in it shows all. */
  readonly shown: ReadonlyMap<string, number>;
  /** The first file that shows less than it has, and how many are hidden in all; `undefined` where none is. */
  readonly hidden: { readonly path: string; readonly count: number } | undefined;
}

/** Open files show all of their problems; the closed ones share `most` in their order. */
export function shareLimit(files: readonly ProblemCount[], most: number): SharedLimit {
  const shown = new Map<string, number>();
  let left = most;
  let hidden: { path: string; count: number } | undefined;
  for (const { path, count, isOpen } of files) {
    if (isOpen) continue;
    if (count > left) {
      shown.set(path, left);
      hidden = { path: hidden?.path ?? path, count: (hidden?.count ?? 0) + count - left };
    }
    left = Math.max(0, left - count);
  }
  return { shown, hidden };
}

/** Something wrong in the bank's source, and what to do about it. */
export interface Fault {
  /** Relative to the folder of questions. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export type ReportFault = (line: number, message: string) => void;

export function formatFault({ file, line, message }: Fault): string {
  return `${file}:${line}: ${message}`;
}

/** In the order in which a person would mend them: by file, then by line. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

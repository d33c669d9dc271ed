/** One line of the benchmark: a figure, and whether it keeps its budget. */
export interface BenchRow {
  readonly what: string;
  readonly figure: string;
  /** `undefined` where the figure is for orientation only. */
  readonly budget?: string;
  readonly holds?: boolean;
}

export type ReportRow = (row: BenchRow) => void;

/** A Markdown table. */
export function renderRows(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ what, figure, budget = '', holds }) => {
    const verdict = holds === undefined ? '' : holds ? 'yes' : '**no**';
    return `| ${what} | ${figure} | ${budget} | ${verdict} |`;
  });
  return ['| what | figure | budget | holds |', '|---|---|---|---|', ...lines].join('\n');
}

/** The value below which the given share of the values lies; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Milliseconds that `run` takes. */
export function timeMs(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

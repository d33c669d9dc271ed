/** How many tests passed and failed; of both none means that the run itself did not work. */
export interface TestResult {
  readonly passed: number;
  readonly failed: number;
}

/** Hands the result to the process that asked for this one, else prints it as the closing line. */
export function reportResult(result: TestResult): void {
  if (process.send) process.send(result);
  else console.log(closingLine(result));
  process.exitCode = isGood(result) ? 0 : 1;
  // What a test left open must not keep a finished run alive.
  setTimeout(() => process.exit(), 5_000).unref();
}

export function isGood({ passed, failed }: TestResult): boolean {
  return passed > 0 && failed === 0;
}

export function closingLine({ passed, failed }: TestResult): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

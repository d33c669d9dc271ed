import { format } from 'node:util';
import type { TestResult } from './results';

/** Reads the tests' lines out of all that a window logs (test/host/support/reporter.ts writes them). */
export interface HostLog {
  /** The window's `codeAutomationLog`. */
  add(type: string, values: unknown[]): void;
  /** The window's `codeAutomationExit`: no more than the last lines on their way will come. */
  end(reason: unknown): void;
  /** Resolves with what the tests reported, or, a moment after the end, with one failure. */
  readonly result: Promise<TestResult>;
  /** How many tests have passed so far. */
  passed(): number;
  /** The last of everything. */
  tail(): string;
}

export function createHostLog(): HostLog {
  const lines: string[] = [];
  let isSettled = false;
  let settle: (result: TestResult) => void = () => undefined;
  const result = new Promise<TestResult>((resolve) => (settle = resolve));
  const passed = () => lines.filter((line) => /\[mocha\] +✔/.test(line)).length;
  const tail = () => lines.slice(-40).join('\n');
  return {
    add(_type, values) {
      const line = format(...values);
      lines.push(line);
      if (process.env['VERBOSE']) console.log(line);
      const found = /\[mocha(:result)?\] ?(.*)/.exec(line);
      if (found?.[1]) {
        isSettled = true;
        settle(JSON.parse(found[2] ?? '') as TestResult);
      } else if (found) console.log(found[2]);
    },
    end(reason) {
      setTimeout(() => {
        if (isSettled) return;
        console.error(`The extension host ended without a result: ${String(reason)}\n${tail()}`);
        settle({ passed: passed(), failed: 1 });
      }, 3_000).unref();
    },
    result,
    passed,
    tail,
  };
}

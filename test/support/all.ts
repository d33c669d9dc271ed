// `npm test`: every part in turn, the next one also after a failure.
import { fork } from 'node:child_process';
import { inCheckout } from './paths';
import { closingLine, isGood, type TestResult } from './results';

interface Part {
  readonly title: string;
  /** A bundle in `out/test/support` that reports its result (results.ts). */
  readonly command: 'runMocha' | 'runHost';
  readonly arguments: readonly string[];
}

const parts: readonly Part[] = [
  { title: 'Unit tests', command: 'runMocha', arguments: ['unit'] },
  { title: 'Host tests, Node extension host', command: 'runHost', arguments: ['--host', 'node'] },
  { title: 'Host tests, web worker extension host', command: 'runHost', arguments: ['--host', 'web'] },
  { title: 'Host tests, oldest VS Code', command: 'runHost', arguments: ['--host', 'oldest'] },
  { title: 'Journeys in a browser', command: 'runMocha', arguments: ['e2e'] },
];

async function main(): Promise<void> {
  const total = { passed: 0, failed: 0 };
  const summary: string[] = [];
  for (const part of parts) {
    console.log(`\n── ${part.title} ──\n`);
    const startedMs = Date.now();
    const result = await runPart(part);
    total.passed += result.passed;
    total.failed += result.failed;
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    summary.push(`${isGood(result) ? '✔' : '✗'} ${part.title}: ${closingLine(result)} in ${seconds} s`);
  }
  console.log(`\n${summary.join('\n')}\n\n${closingLine(total)}`);
  process.exitCode = isGood(total) ? 0 : 1;
}

/** A part that ends without a result, that ran no test or that exits with an error counts as a failure at least. */
function runPart({ command, arguments: args }: Part): Promise<TestResult> {
  return new Promise((resolve) => {
    let result: TestResult = { passed: 0, failed: 0 };
    const child = fork(inCheckout('out', 'test', 'support', `${command}.js`), args);
    child.on('message', (message) => (result = message as TestResult));
    child.on('exit', (code) => {
      const isSilentFailure = result.failed === 0 && (code !== 0 || result.passed === 0);
      if (isSilentFailure)
        console.error(`This part failed without a failing test (exit code ${String(code)}).`);
      resolve(isSilentFailure ? { ...result, failed: 1 } : result);
    });
  });
}

void main();

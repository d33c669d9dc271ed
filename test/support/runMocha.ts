// A suite that runs in Node: `node out/test/support/runMocha.js unit|e2e [--grep text]`
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type MochaClass from 'mocha';
import { inCheckout } from './paths';
import { reportResult, type TestResult } from './results';

const timeoutsMs: Readonly<Record<string, number>> = { unit: 10_000, e2e: 180_000 };

async function main(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' } },
  });
  const [suite = ''] = positionals;
  const timeout = timeoutsMs[suite];
  if (timeout === undefined) {
    throw new Error(`The suite is one of ${Object.keys(timeoutsMs).join(', ')}, not "${suite}".`);
  }
  const { default: Mocha } = await import('mocha');
  const forbidOnly = process.env['CI'] !== undefined;
  const mocha = new Mocha({
    timeout,
    forbidOnly,
    ...(values.grep === undefined ? {} : { grep: values.grep }),
  });
  for (const file of testFiles(suite)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  reportResult(await runAll(mocha));
}

function testFiles(suite: string): string[] {
  const folder = inCheckout('out', 'test', suite);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name))
    .sort();
}

function runAll(mocha: MochaClass): Promise<TestResult> {
  return new Promise((resolve) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      resolve({ passed, failed });
    });
    runner.on('pass', () => passed++);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { extensions, workspace } from 'vscode';

/**
 * Runs in a real extension host: once VS Code has come to rest, activates the extensions in the order of the setting
 * and logs how many milliseconds passed from the call until each was active.
 */
export async function run(): Promise<void> {
  const ids = workspace.getConfiguration('bench').get<string[]>('activate', []);
  await atRest();
  const timesMs: Record<string, number> = {};
  for (const id of ids) {
    const start = performance.now();
    await extensions.getExtension(id)?.activate();
    timesMs[id] = performance.now() - start;
  }
  console.log(`[bench]${JSON.stringify(timesMs)}`);
}

/** What the extension `bench.rest` sets or calls, which VS Code activates when all else has started. */
declare const globalThis: { benchIsAtRest?: boolean; benchOnRest?: () => void };

async function atRest(): Promise<void> {
  if (globalThis.benchIsAtRest !== true) {
    await new Promise<void>((resolve) => (globalThis.benchOnRest = resolve));
  }
}

declare const console: { log(text: string): void };
declare const performance: { now(): number };

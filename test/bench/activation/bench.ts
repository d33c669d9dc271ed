import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../../support/browser';
import { extensionId, inCheckout } from '../../support/paths';
import { releases } from '../../support/releases';
import { startVSCode } from '../../support/vscodeServer';
import { median, type ReportRow } from '../report';

/** Fresh extension hosts, so that nothing is warm. */
const windows = 9;

const mostTimesEmpty = 3;

/** From the page's first request to the report, with a slow machine in mind. */
const mostSilentMs = 120_000;

/**
 * How long it takes from asking VS Code to activate the extension until it is active, beside an extension that does
 * nothing. Each of the two is asked for first in every other window.
 */
export async function benchActivation(report: ReportRow): Promise<void> {
  const empty = createExtension('empty', 'onCommand:bench.empty', 'undefined');
  const tellRest = '{ globalThis.benchIsAtRest = true; globalThis.benchOnRest?.(); }';
  const rest = createExtension('rest', 'onStartupFinished', tellRest);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let number = 0; number < windows; number++) {
    const ids = number % 2 === 0 ? [extensionId(), empty.id] : [empty.id, extensionId()];
    const timesMs = await timeActivations([empty.folder, rest.folder], ids);
    ours.push(timesMs[extensionId()] ?? NaN);
    theirs.push(timesMs[empty.id] ?? NaN);
  }
  const [own, base] = [median(ours), median(theirs)];
  report({
    what: `activation, median of ${windows} fresh extension hosts`,
    figure: `${own.toFixed(1)} ms; an empty extension ${base.toFixed(1)} ms: ${(own / base).toFixed(1)} ×`,
    budget: `≤ ${mostTimesEmpty} ×`,
    holds: own <= mostTimesEmpty * base,
  });
}

/** An extension with one line of code, to be installed from its folder. */
function createExtension(name: string, activationEvent: string, code: string): Installed {
  const folder = inCheckout('out', 'bench-extensions', name);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{ publisher: 'bench', name, version: '1.0.0', engines: { vscode: '^1.100.0' } },
    ...{ main: './main.js', activationEvents: [activationEvent] },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), `exports.activate = () => ${code};\n`);
  return { id: `bench.${name}`, folder };
}

interface Installed {
  readonly id: string;
  readonly folder: string;
}

/** Milliseconds by extension id. */
type TimesMs = Readonly<Record<string, number>>;

async function timeActivations(
  extensionFolders: readonly string[],
  activate: readonly string[],
): Promise<TimesMs> {
  const server = await startVSCode({
    release: releases.current,
    settings: { 'bench.activate': activate },
    extension: 'tested',
    extensionFolders,
  });
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const page = await browser.newPage();
    const times = await listenForTimes(page);
    await page.goto(
      server.windowUrl(inCheckout('test/fixtures/sample-workspace'), {
        tests: inCheckout('out/test/bench/activation.js'),
      }),
    );
    return await times.logged;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** What host.ts logs. Rejects when VS Code ends, crashes or is silent instead: a benchmark must not wait for ever. */
async function listenForTimes(page: Page): Promise<{ readonly logged: Promise<TimesMs> }> {
  const { promise: logged, resolve, reject } = createDeferred<TimesMs>();
  const fail = (what: string) => {
    reject(new Error(`VS Code ${what} before it reported the activation.`));
  };
  const timer = setTimeout(fail, mostSilentMs, `was silent for ${mostSilentMs / 1000} s`);
  await page.exposeFunction('codeAutomationLog', (_type: string, [text]: unknown[]) => {
    const json = /\[bench\](.*)/.exec(String(text))?.[1];
    if (json !== undefined) resolve(JSON.parse(json) as TimesMs);
  });
  await page.exposeFunction('codeAutomationExit', (code: unknown) => {
    fail(`ended with ${String(code)}`);
  });
  page.on('crash', () => {
    fail('crashed');
  });
  return { logged: logged.finally(() => clearTimeout(timer)) };
}

function createDeferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((onResolved, onRejected) => {
    [resolve, reject] = [onResolved, onRejected];
  });
  return { promise, resolve, reject };
}

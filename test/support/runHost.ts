// The host tests in a real extension host: `node out/test/support/runHost.js --host node|web|oldest [--grep text]`
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from './browser';
import { createHostLog, type HostLog } from './hostLog';
import { artefactsFolder, extensionId, inCheckout } from './paths';
import { releases, type Release } from './releases';
import { reportResult, type TestResult } from './results';
import { createSampleWorkspace } from './sampleWorkspace';
import type { Settings } from './settings';
import { startVSCode, type VSCodeServer } from './vscodeServer';

interface Host {
  readonly release: Release;
  readonly kind: 'node' | 'web';
}

const hosts: Readonly<Record<string, Host>> = {
  node: { release: releases.current, kind: 'node' },
  /** As in VS Code for the web: the `browser` bundle in a web worker. */
  web: { release: releases.current, kind: 'web' },
  oldest: { release: releases.oldest, kind: 'node' },
};

const timeoutMs = Number(process.env['HOST_TIMEOUT_MS'] ?? 300_000);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { host: { type: 'string', default: 'node' }, grep: { type: 'string' } },
  });
  const host = hosts[values.host];
  if (!host) throw new Error(`--host is one of ${Object.keys(hosts).join(', ')}, not ${values.host}.`);
  reportResult(await runHostTests(values.host, host, values.grep));
}

async function runHostTests(name: string, host: Host, grep?: string): Promise<TestResult> {
  const launchOptions = browserLaunchOptions();
  const settings = hostSettings(host, grep);
  const server = await startVSCode({ release: host.release, settings, extension: 'tested' });
  const browser = await chromium.launch(launchOptions);
  const workspace = createSampleWorkspace('host-workspace-');
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    return await openAndListen(
      page,
      server.windowUrl(workspace, { tests: inCheckout('out/test/host/index.js') }),
      {
        name: `host-${name}`,
        server,
      },
    );
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** `hostTests.*` is for the tests themselves: a web worker has no environment to read. */
function hostSettings({ kind, release }: Host, grep?: string): Settings {
  return {
    ...(kind === 'web' ? { 'remote.extensionKind': { [extensionId()]: ['web'] } } : {}),
    'hostTests.kind': kind,
    'hostTests.version': release.version,
    ...(grep === undefined ? {} : { 'hostTests.grep': grep }),
  };
}

async function openAndListen(
  page: Page,
  url: string,
  { name, server }: { name: string; server: VSCodeServer },
): Promise<TestResult> {
  const log = createHostLog();
  await page.exposeFunction('codeAutomationLog', log.add);
  await page.exposeFunction('codeAutomationExit', log.end);
  page.on('crash', () => {
    log.end('the page crashed');
  });
  await page.goto(url);
  const result = await Promise.race([log.result, expired()]);
  if (result) return result;
  await explainSilence(page, name, log, server);
  return { passed: log.passed(), failed: 1 };
}

function expired(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, timeoutMs, undefined).unref());
}

async function explainSilence(page: Page, name: string, log: HostLog, server: VSCodeServer): Promise<void> {
  mkdirSync(artefactsFolder(), { recursive: true });
  const picture = artefactsFolder(`${name}.png`);
  console.error(`The extension host reported no result within ${String(timeoutMs / 1000)} s.`);
  console.error(`What the window showed: ${picture}`);
  console.error(
    `What it logged last:\n${log.tail()}\nWhat the server printed last:\n${server.log().slice(-2000)}`,
  );
  await page.screenshot({ path: picture });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

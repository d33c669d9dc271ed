import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../../support/browser';
import { extensionId, inCheckout } from '../../support/paths';
import { releases } from '../../support/releases';
import { startVSCode } from '../../support/vscodeServer';
import { median, type ReportRow } from '../report';

/** Fresh extension hosts, so that nothing is warm. */
const windows = 7;

const mostTimesEmpty = 3;

/** How long `activate` takes, beside that of an extension that does nothing, as VS Code itself reports it. */
export async function benchActivation(report: ReportRow): Promise<void> {
  const empty = createEmptyExtension();
  const ours: Activation[] = [];
  const theirs: Activation[] = [];
  for (let number = 0; number < windows; number++) {
    const ids = number % 2 === 0 ? [extensionId(), empty.id] : [empty.id, extensionId()];
    const table = await readPerformance(empty.folder, ids);
    ours.push(parseActivation(table, extensionId()));
    theirs.push(parseActivation(table, empty.id));
  }
  const total = ({ loadMs, callMs, finishMs }: Activation) => loadMs + callMs + finishMs;
  const [own, base] = [median(ours.map(total)), median(theirs.map(total))];
  const ratio = own / Math.max(1, base);
  report({
    what: `activation, median of ${windows} fresh extension hosts`,
    figure: `${own} ms; an empty extension ${base} ms: ${ratio.toFixed(1)} ×`,
    budget: `≤ ${mostTimesEmpty} ×`,
    holds: ratio <= mostTimesEmpty,
  });
}

interface Activation {
  readonly loadMs: number;
  readonly callMs: number;
  readonly finishMs: number;
}

/** A row of the table: `| id | eager | load | call | finish | event | by |`. */
function parseActivation(table: string, id: string): Activation {
  const row = table.split('\n').find((line) => line.startsWith(`| ${id} |`));
  const [, , loadMs, callMs, finishMs] =
    row
      ?.split('|')
      .slice(1)
      .map((cell) => Number(cell.trim())) ?? [];
  if (loadMs === undefined || callMs === undefined || finishMs === undefined) {
    throw new Error(`VS Code reports no activation of ${id}.`);
  }
  return { loadMs, callMs, finishMs };
}

function createEmptyExtension(): { readonly id: string; readonly folder: string } {
  const folder = inCheckout('out', 'empty-extension');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{ publisher: 'bench', name: 'empty', version: '1.0.0', engines: { vscode: '^1.100.0' } },
    ...{ main: './main.js', activationEvents: ['onCommand:bench.empty'] },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), 'exports.activate = () => undefined;\n');
  return { id: 'bench.empty', folder };
}

async function readPerformance(emptyFolder: string, activate: readonly string[]): Promise<string> {
  const server = await startVSCode({
    release: releases.current,
    settings: { 'bench.activate': activate },
    extension: 'tested',
    extensionFolders: [emptyFolder],
  });
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const page = await browser.newPage();
    const table = new Promise<string>((resolve) => {
      void page.exposeFunction('codeAutomationLog', (_type: string, [text]: unknown[]) => {
        const json = /\[bench\](.*)/.exec(String(text))?.[1];
        if (json !== undefined) resolve(JSON.parse(json) as string);
      });
    });
    await page.exposeFunction('codeAutomationExit', () => undefined);
    await page.goto(
      server.windowUrl(inCheckout('test/fixtures/sample-workspace'), {
        tests: inCheckout('out/test/bench/activation.js'),
      }),
    );
    return await table;
  } finally {
    await browser.close();
    await server.stop();
  }
}

import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createBank } from '../../src/core/bank/bank';
import { browserLaunchOptions } from '../support/browser';
import { inCheckout } from '../support/paths';
import type { ReportRow } from './report';

const mostTimesMarkdown = 7;

/** The panel's rendering of every answer of the bank beside markdown-it alone, in a real browser. */
export async function benchRender(report: ReportRow): Promise<void> {
  const folder = inCheckout('out', 'bench-render');
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [inCheckout('test/bench/renderPage.ts')],
    outfile: path.join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'warning',
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!DOCTYPE html><body><script src="page.js"></script></body>',
  );
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`file://${path.join(folder, 'index.html')}`);
    const { panelMs, markdownMs, ratio, answers } = await page.evaluate(
      (texts) => (globalThis as unknown as { measure(texts: string[]): Promise<Measured> }).measure(texts),
      await loadAnswers(),
    );
    report({
      what: `rendering an answer, ${answers} answers of the bank`,
      figure: `${panelMs.toFixed(2)} ms; markdown-it alone ${markdownMs.toFixed(2)} ms: ${ratio.toFixed(1)} ×`,
      budget: `≤ ${mostTimesMarkdown} ×`,
      holds: ratio <= mostTimesMarkdown,
    });
  } finally {
    await browser.close();
  }
}

interface Measured {
  readonly panelMs: number;
  readonly markdownMs: number;
  readonly ratio: number;
  readonly answers: number;
}

async function loadAnswers(): Promise<string[]> {
  const bank = createBank({
    read: (name) => Promise.resolve(readFileSync(inCheckout('dist', 'bank', name), 'utf8')),
  });
  const { topics } = await bank.loadIndex();
  const questions = (await Promise.all(topics.map(({ id }) => bank.loadTopic(id)))).flat();
  return Promise.all(questions.map(async ({ id }) => (await bank.loadSource(id)) ?? ''));
}

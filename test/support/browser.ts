import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';
import { inCheckout } from './paths';

/**
 * How to launch a Chrome or Chromium: `CHROME_PATH`, else one that is installed, else Playwright's own download,
 * else Debian's package. Throws with the command to run when there is none to be had. `HEADED=1` shows it.
 */
export function browserLaunchOptions(): LaunchOptions {
  const executablePath =
    namedBrowser() ?? installedBrowser() ?? downloadedBrowser() ?? packagedBrowser() ?? noBrowser();
  return { executablePath, headless: process.env['HEADED'] !== '1', args: flags };
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function namedBrowser(): string | undefined {
  const file = process.env['CHROME_PATH'];
  if (file !== undefined && !existsSync(file))
    throw new Error(`CHROME_PATH names ${file}, which isn't there.`);
  return file;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = ['Google Chrome', 'Chromium', 'Google Chrome for Testing'];

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const files = [
    ...commands.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  ];
  return files.find(canRun);
}

/** Playwright's own, downloaded if need be; it may also lack libraries of the system, so it has to run once. */
function downloadedBrowser(): string | undefined {
  const file = chromium.executablePath();
  if (!existsSync(file)) {
    console.log('No Chrome or Chromium found. Trying to download one …');
    const command = inCheckout('node_modules', 'playwright-core', 'cli.js');
    spawnSync(process.execPath, [command, 'install', '--no-shell', 'chromium'], { stdio: 'inherit' });
  }
  return canRun(file) ? file : undefined;
}

const packageCommand = 'apt-get update -qq && apt-get install -y --no-install-recommends chromium';

function packagedBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return undefined;
  console.log(`Running ${packageCommand} …`);
  execFileSync('sh', ['-c', packageCommand], { stdio: ['ignore', 'ignore', 'inherit'] });
  return installedBrowser();
}

function canRun(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}

function noBrowser(): never {
  throw new Error(`The tests need a Chrome or Chromium, and this machine has none. Run one of
  npx playwright-core install --with-deps chromium
  sudo sh -c '${packageCommand}'
or set CHROME_PATH to its executable.`);
}

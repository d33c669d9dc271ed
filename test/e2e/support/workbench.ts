import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { artefactsFolder, extensionId, inCheckout } from '../../support/paths';
import { releases } from '../../support/releases';
import type { Settings } from '../../support/settings';
import { startVSCode, type VSCodeServer } from '../../support/vscodeServer';
import { sharedBrowser } from './browser';
import { readConnections, recordForeignRequests } from './requests';

/** A VS Code window of a new user, with the extension installed. */
export interface Workbench {
  readonly page: Page;
  /** The window's folder: a copy, free to be changed. */
  readonly folder: string;
  /** Where the extension keeps what is its own: VS Code's global storage for it. */
  readonly storage: string;
  /** Sets the extension host's clock, which goes on from there: local time, `2026-11-23T10:00`. */
  setClock(time: string): void;
  /** Sets the extension host's clock ahead by so much. What is done every so often is done when it notices. */
  letPass(minutes: number): void;
  /** Writes the settings of the window's folder, whose file says nothing else then. */
  changeSettings(settings: Settings): void;
  /** Addresses outside the server that the window or its extension host asked for so far. */
  foreignRequests(): string[];
  /** Runs a command from the palette by its whole title, such as `Developer: Reload Window`. */
  runCommand(title: string): Promise<void>;
  /** Opens a view container by the title of its icon in the activity bar; one that is open stays so. */
  openContainer(title: string): Promise<void>;
  /** Opens a file of the folder at a line, from 1, by name. */
  openFile(name: string, line?: number): Promise<void>;
  /** Rows of the *Questions* tree that hold the text. Only rows in sight exist. */
  treeRow(text: string): Locator;
  /** Rows of the open quick pick. */
  quickPickRow(text?: string): Locator;
  /** Inside the webview in sight. */
  webview(): FrameLocator;
  webviewFrame(): Promise<Frame>;
  /** One more window on the same folder, of the same user and server. It closes with this one. */
  openSecondWindow(): Promise<Workbench>;
  /** Reloads the window, from the palette unless `press` does it another way, and waits until it is back. */
  reload(press?: () => Promise<void>): Promise<void>;
  /** Changes the colour theme of the open window. */
  useTheme(theme: string): Promise<void>;
  /** Resolves when nothing in the window moves or fades any more. */
  untilStill(): Promise<void>;
  /** Saves the window as `out/artefacts/<name>.png`. */
  screenshot(name: string): Promise<void>;
  /** Rejects if an address outside was asked for. */
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** In the checkout; the sample workspace if undefined. */
  readonly folder?: string;
  readonly settings?: Settings;
  /** The folder of the extension to install; the checkout if undefined. */
  readonly extension?: string;
  /** Runs in every frame before any script of the frame's own. */
  readonly initScript?: () => void;
  /** The `workbench.colorTheme`, such as `Default Light Modern`. */
  readonly theme?: string;
  /** The window's folder is not trusted: it is in restricted mode. */
  readonly isUntrusted?: boolean;
  /** What the extension host's clock says when it starts, such as `2026-11-23T10:00`; as the machine's if undefined. */
  readonly clock?: string;
}

/**
 * Each window has a server of its own (started in half a second) and a browser profile of its own, so what one
 * journey studied is unknown to the next, and no extension host of a closed window lingers.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const temporary = mkdtempSync(path.join(tmpdir(), 'journey-'));
  const folder = copyFolder(options.folder ?? 'test/fixtures/sample-workspace', temporary);
  const connectionsFile = path.join(temporary, 'connections.txt');
  const clockFile = path.join(temporary, 'clock.txt');
  const setClock = (time: string) => putClockAhead(clockFile, Date.parse(time) - Date.now());
  if (options.clock !== undefined) setClock(options.clock);
  const server = await startVSCode({
    release: releases.current,
    settings: settingsOf(options),
    extension: 'installed',
    ...(options.extension === undefined ? {} : { extensionFolders: [options.extension] }),
    connectionsFile,
    isWary: options.isUntrusted === true,
    ...(options.clock === undefined ? {} : { clockFile }),
  });
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 1280, height: 860 } });
  if (options.initScript) await context.addInitScript(options.initScript);
  const requests = recordForeignRequests(context, server.origin);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const workbench: Workbench = {
    ...windowActions(page),
    page,
    folder,
    storage: path.join(server.userFolder, 'globalStorage', extensionId()),
    setClock,
    letPass: (minutes) =>
      putClockAhead(clockFile, Number(readFileSync(clockFile, 'utf8')) + minutes * 60_000),
    changeSettings: (settings) => changeSettings(folder, settings),
    useTheme: (theme) => useTheme(page, folder, theme),
    async openSecondWindow() {
      const second = await context.newPage();
      second.setDefaultTimeout(30_000);
      await showWindow(second, server, folder);
      return { ...workbench, ...windowActions(second), page: second };
    },
    foreignRequests: () => [...requests, ...readConnections(connectionsFile)],
    close: async () => {
      if (!open.delete(workbench)) return;
      await context.close();
      await server.stop();
      const asked = workbench.foreignRequests();
      rmSync(temporary, { recursive: true, force: true });
      if (asked.length > 0) throw new Error(`Addresses outside were asked: ${asked.join(', ')}`);
    },
  };
  open.add(workbench);
  await showWindow(page, server, folder);
  return workbench;
}

const open = new Set<Workbench>();

export async function screenshotOpenWorkbenches(name: string): Promise<void> {
  for (const workbench of open) await workbench.screenshot(name);
}

/** Those that a failed journey left behind. */
export async function closeOpenWorkbenches(): Promise<void> {
  for (const workbench of open) await workbench.close();
}

function copyFolder(folder: string, target: string): string {
  const copy = path.join(target, path.basename(folder));
  cpSync(inCheckout(folder), copy, { recursive: true });
  return copy;
}

/** Renamed into its place, so that no reader finds half of it. */
function putClockAhead(file: string, ms: number): void {
  writeFileSync(`${file}.new`, String(ms));
  renameSync(`${file}.new`, file);
}

function changeSettings(folder: string, settings: Settings): void {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

function settingsOf({ settings, theme = 'Default Dark Modern' }: WorkbenchOptions): Settings {
  return {
    'workbench.colorTheme': theme,
    'workbench.reduceMotion': 'on',
    'workbench.hover.delay': 100,
    'editor.hover.delay': 100,
    ...settings,
  };
}

async function showWindow(page: Page, server: VSCodeServer, folder: string): Promise<void> {
  await page.goto(server.windowUrl(folder));
  await untilReady(page);
}

/** Until the extension's commands are in the palette, which is a moment after the window is there. */
async function untilReady(page: Page): Promise<void> {
  await page.locator('.activitybar .action-item a[aria-label^="LLM Study"]').waitFor({ timeout: 60_000 });
  const rows = page.locator('.quick-input-list .monaco-list-row');
  for (let isThere = false; !isThere;) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[type="text"]').fill('>LLM Study: Quiz Me');
    await rows
      .filter({ hasText: /LLM Study: Quiz Me|No matching commands/ })
      .first()
      .waitFor();
    isThere = (await rows.filter({ hasText: 'No matching commands' }).count()) === 0;
    await page.keyboard.press('Escape');
    await rows.first().waitFor({ state: 'hidden' });
  }
}

async function useTheme(page: Page, folder: string, theme: string): Promise<void> {
  const themeNow = () => document.querySelector('.monaco-workbench')?.className;
  const before = await page.evaluate(themeNow);
  changeSettings(folder, { 'workbench.colorTheme': theme });
  await page.waitForFunction((old) => document.querySelector('.monaco-workbench')?.className !== old, before);
}

async function untilStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
}

type WindowActions = Omit<
  Workbench,
  | 'page'
  | 'folder'
  | 'storage'
  | 'setClock'
  | 'letPass'
  | 'changeSettings'
  | 'useTheme'
  | 'openSecondWindow'
  | 'foreignRequests'
  | 'close'
>;

function windowActions(page: Page): WindowActions {
  const innerFrame = 'iframe#active-frame';
  /** While one panel takes the place of another, both are there for a moment. */
  const outer = () => page.locator('iframe.webview.ready').last().contentFrame();
  const quickPickRow = (text?: string) =>
    page.locator('.quick-input-list .monaco-list-row', text === undefined ? {} : { hasText: text });
  /** A panel that gets the focus back late, on a busy machine, closes the list that was opened meanwhile. */
  const pick = async (key: string, query: string, label: string) => {
    await page.bringToFront();
    const input = page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor({ state: 'hidden' });
    const row = quickPickRow()
      .filter({ has: page.getByText(label, { exact: true }) })
      .first();
    const tryOnce = async (timeout: number) => {
      await page.keyboard.press(key);
      await input.fill(query, { timeout });
      await row.click({ timeout });
    };
    for (let tries = 0; tries < 4; tries++) {
      const isPicked = await tryOnce(5_000).then(
        () => true,
        () => false,
      );
      if (isPicked) return;
    }
    await tryOnce(30_000);
  };
  const runCommand = (title: string) => pick('F1', `>${title}`, title);
  return {
    runCommand,
    quickPickRow,
    async openContainer(title) {
      const icon = page.locator('.activitybar .action-item', {
        has: page.locator(`a[aria-label^="${title}"]`),
      });
      await icon.waitFor();
      if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.click();
    },
    async openFile(name, line = 1) {
      await pick('Control+P', `${name}:${String(line)}`, name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.active-line-number').getByText(String(line), { exact: true }).waitFor();
    },
    treeRow: (text) =>
      page.locator('.pane', { hasText: 'Questions' }).first().locator('.monaco-list-row', { hasText: text }),
    webview: () => outer().frameLocator(innerFrame),
    async webviewFrame() {
      const element = outer().locator(innerFrame);
      const frame = await (await element.elementHandle()).contentFrame();
      if (!frame) throw new Error('The webview has no page yet.');
      return frame;
    },
    // The page's own reload would lose what is younger than the five seconds after which a window saves its state.
    async reload(press = () => runCommand('Developer: Reload Window')) {
      await Promise.all([page.waitForEvent('load'), press()]);
      await untilReady(page);
    },
    untilStill: () => untilStill(page),
    async screenshot(name) {
      mkdirSync(artefactsFolder(), { recursive: true });
      await untilStill(page);
      await page.screenshot({ path: artefactsFolder(`${name.replace(/[^\w-]+/g, '-').slice(0, 100)}.png`) });
    },
  };
}

import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inCheckout, readManifest } from './paths';
import { nodeExecutable, workbenchFolder, type Release } from './releases';
import { startServer } from './serverProcess';
import { quietSettings, warySettings, type Settings } from './settings';
import { installVSCode } from './vscodeInstall';

/** A running VS Code server, its window to be opened in a browser. */
export interface VSCodeServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The address of a window on a folder; with `tests`, a bundle whose `run()` the extension host calls. */
  windowUrl(folder: string, opened?: Opened): string;
  /** The user's own folder, with `settings.json` and what extensions store. */
  readonly userFolder: string;
  /** What the server printed so far. */
  log(): string;
  stop(): Promise<void>;
}

/** What a window does at once: run tests, or show a file. */
export interface Opened {
  readonly tests?: string;
  readonly file?: string;
}

export interface ServerOptions {
  readonly release: Release;
  readonly settings?: Settings;
  /** A folder that outlives the server; without it the user is new and leaves nothing behind. */
  readonly profile?: string;
  /** Without it, one that is free. A window's state belongs to the address, the port included. */
  readonly port?: number;
  /**
   * `installed`: linked into the extensions folder, everything as for a user. `tested`: loaded as the extension
   * under development, which takes a switch that also hides notifications and refuses modal dialogs.
   */
  readonly extension: 'installed' | 'tested';
  /** What to install; the checkout if undefined. */
  readonly extensionFolders?: readonly string[];
  /** Where recordConnections.ts writes what the extension hosts connect to. */
  readonly connectionsFile?: string;
  /** The user is one who trusts no folder before they have said so: windows start in restricted mode. */
  readonly isWary?: boolean;
  /** From where movableClock.ts reads how far ahead the extension hosts' clock is; it must exist. */
  readonly clockFile?: string;
}

export async function startVSCode(options: ServerOptions): Promise<VSCodeServer> {
  installVSCode(options.release);
  const temporary = mkdtempSync(path.join(tmpdir(), 'vscode-server-'));
  const profile = options.profile ?? temporary;
  prepareProfile(profile, options);
  const server = startServer(nodeExecutable(options.release), serverArguments(profile, options), {
    // An empty gallery: without one, the workbench asks the public one about its extensions.
    EXTENSIONS_GALLERY: '{}',
    ...(options.connectionsFile === undefined ? {} : { CONNECTIONS_FILE: options.connectionsFile }),
    ...(options.clockFile === undefined ? {} : { CLOCK_FILE: options.clockFile }),
  });
  const stop = async () => {
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const origin = `http://127.0.0.1:${String(await server.port)}`;
    const userFolder = userFolderOf(profile);
    return { origin, windowUrl: windowUrls(origin), userFolder, log: server.log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const userData = (profile: string) => path.join(profile, 'user');
const userFolderOf = (profile: string) => path.join(userData(profile), 'User');
const extensions = (profile: string) => path.join(profile, 'extensions');

function prepareProfile(
  profile: string,
  { extension, extensionFolders, settings, isWary = false }: ServerOptions,
): void {
  const settingsFile = path.join(userFolderOf(profile), 'settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  if (!existsSync(settingsFile)) {
    writeFileSync(
      settingsFile,
      JSON.stringify({ ...quietSettings, ...(isWary ? warySettings : {}), ...settings }, null, 2),
    );
  }
  mkdirSync(extensions(profile), { recursive: true });
  const installed = extensionFolders ?? (extension === 'installed' ? [inCheckout()] : []);
  linkExtensions(extensions(profile), installed);
}

/** Extensions from where they are, listed the way VS Code lists what it installed itself. */
function linkExtensions(folder: string, installed: readonly string[]): void {
  const entries = installed.map((extension) => {
    const { publisher, name, version } = readManifest(extension);
    const relativeLocation = `${publisher}.${name}-${version}`;
    const link = path.join(folder, relativeLocation);
    rmSync(link, { force: true });
    symlinkSync(extension, link, 'dir');
    return {
      identifier: { id: `${publisher}.${name}` },
      version,
      location: { $mid: 1, path: link, scheme: 'file' },
      relativeLocation,
    };
  });
  writeFileSync(path.join(folder, 'extensions.json'), JSON.stringify(entries));
}

function serverArguments(
  profile: string,
  { release, port = 0, extension, isWary = false }: ServerOptions,
): string[] {
  return [
    // Extension hosts inherit what Node was started with.
    ...['recordConnections', 'movableClock'].map(
      (name) => `--require=${inCheckout('out', 'test', 'support', `${name}.js`)}`,
    ),
    path.join(workbenchFolder(release), 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--user-data-dir', userData(profile), '--extensions-dir', extensions(profile)],
    ...['--server-data-dir', path.join(profile, 'server')],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-update-check',
    ...(isWary ? [] : ['--disable-workspace-trust']),
    '--disable-getting-started-override',
    // A built VS Code reads the extension under development from a window's address only with this.
    ...(extension === 'tested' ? ['--enable-smoke-test-driver'] : []),
  ];
}

function windowUrls(origin: string) {
  const remote = (file: string) => `vscode-remote://${new URL(origin).host}${file}`;
  return (folder: string, { tests, file }: Opened = {}): string => {
    const url = `${origin}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`;
    const payload = [
      ...(tests === undefined ? [] : [['extensionDevelopmentPath', remote(inCheckout())]]),
      ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
      ...(file === undefined ? [] : [['openFile', remote(file)]]),
    ];
    return payload.length === 0 ? url : `${url}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionId, extensionVersion, inCheckout } from './paths';
import { nodeExecutable, workbenchFolder, type Release } from './releases';
import { quietSettings, type Settings } from './settings';
import { installVSCode } from './vscodeInstall';

/** A running VS Code server, its window to be opened in a browser. */
export interface VSCodeServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The address of a window on a folder; with `tests`, a bundle whose `run()` the extension host calls. */
  windowUrl(folder: string, tests?: string): string;
  /** `host:port` of each connection that an extension host opened so far. */
  connections(): string[];
  /** What the server printed so far. */
  log(): string;
  stop(): Promise<void>;
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
}

export async function startVSCode(options: ServerOptions): Promise<VSCodeServer> {
  installVSCode(options.release);
  const temporary = mkdtempSync(path.join(tmpdir(), 'vscode-server-'));
  const profile = options.profile ?? temporary;
  prepareProfile(profile, options);
  const server = spawnServer(profile, options);
  const stop = async () => {
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  stopOnSignal(stop);
  try {
    const origin = `http://127.0.0.1:${String(await server.port)}`;
    return { origin, windowUrl: windowUrls(origin), connections: server.connections, log: server.log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const userData = (profile: string) => path.join(profile, 'user');
const extensions = (profile: string) => path.join(profile, 'extensions');

function prepareProfile(profile: string, { extension, settings }: ServerOptions): void {
  const settingsFile = path.join(userData(profile), 'User', 'settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  if (!existsSync(settingsFile)) {
    writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
  mkdirSync(extensions(profile), { recursive: true });
  if (extension === 'installed') linkExtension(extensions(profile));
}

/** The checkout as an installed extension, listed the way VS Code lists what it installed itself. */
function linkExtension(folder: string): void {
  const name = `${extensionId()}-${extensionVersion()}`;
  const link = path.join(folder, name);
  rmSync(link, { force: true });
  symlinkSync(inCheckout(), link, 'dir');
  const entry = {
    identifier: { id: extensionId() },
    version: extensionVersion(),
    location: { $mid: 1, path: link, scheme: 'file' },
    relativeLocation: name,
  };
  writeFileSync(path.join(folder, 'extensions.json'), JSON.stringify([entry]));
}

function spawnServer(profile: string, { release, port = 0, extension }: ServerOptions) {
  const connectionsFile = path.join(profile, 'connections.txt');
  writeFileSync(connectionsFile, '');
  const child = spawn(nodeExecutable(release), serverArguments(profile, release, port, extension), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the extension hosts that it starts end with it.
    detached: true,
    // An empty gallery: without one, the workbench asks the public one about its extensions.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...recording(connectionsFile) },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  }
  const log = () => printed;
  const connections = () => readFileSync(connectionsFile, 'utf8').split('\n').filter(Boolean);
  return { port: listeningPort(child, log), connections, log, stop: groupStopper(child) };
}

function recording(connectionsFile: string) {
  const preload = `--require=${inCheckout('out', 'test', 'support', 'recordConnections.js')}`;
  return { NODE_OPTIONS: preload, CONNECTIONS_FILE: connectionsFile };
}

function serverArguments(profile: string, release: Release, port: number, extension: string): string[] {
  return [
    path.join(workbenchFolder(release), 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--user-data-dir', userData(profile), '--extensions-dir', extensions(profile)],
    ...['--server-data-dir', path.join(profile, 'server')],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    // A built VS Code reads the extension under development from a window's address only with this.
    ...(extension === 'tested' ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** Resolves when the server says which port it listens on. */
function listeningPort(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      reject(new Error(`VS Code's server ${what}:\n${log()}`));
    };
    const timer = setTimeout(fail, 60_000, 'did not start within a minute');
    child.once('error', (error) => {
      fail(`could not be started (${error.message})`);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${String(code)}`);
    });
    child.stdout?.on('data', () => {
      const found = /agent listening on (\d+)/.exec(log());
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    });
  });
}

/** The server has a process group of its own, which Ctrl+C in the terminal does not reach. */
function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143)));
  }
}

/** Ends the server and all it started; also when this process ends first, however that comes about. */
function groupStopper(child: ChildProcess): () => Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const onExit = () => {
    signal('SIGKILL');
  };
  process.once('exit', onExit);
  return async () => {
    signal('SIGTERM');
    const killing = setTimeout(signal, 5_000, 'SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await exited;
    clearTimeout(killing);
    signal('SIGKILL');
    process.off('exit', onExit);
  };
}

function windowUrls(origin: string) {
  const remote = (file: string) => `vscode-remote://${new URL(origin).host}${file}`;
  return (folder: string, tests?: string): string => {
    const url = new URL(origin);
    const payload = [['skipWelcome', 'true']];
    if (tests !== undefined) {
      payload.push(['extensionDevelopmentPath', remote(inCheckout())], ['extensionTestsPath', remote(tests)]);
    }
    url.searchParams.set('folder', folder);
    url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  };
}

import { spawn, type ChildProcess } from 'node:child_process';

export interface ServerProcess {
  /** Rejects, with what was printed, when the server ends or is silent for a minute. */
  readonly port: Promise<number>;
  log(): string;
  stop(): Promise<void>;
}

/** Starts the server in a process group of its own, so that all it starts can be ended with it. */
export function startServer(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ServerProcess {
  const child = spawn(executable, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  }
  const log = () => printed;
  return { port: listeningPort(child, log), log, stop: groupStopper(child) };
}

/** The port in the line by which the server says that it is ready. */
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

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ends the group; also when this process ends first, by Ctrl+C, which does not reach the group, or by an error. */
function groupStopper(child: ChildProcess): () => Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => {
    signalGroup(child, 'SIGKILL');
  };
  const stopThis = (signal: keyof typeof signals) => {
    void stop().finally(() => process.exit(signals[signal]));
  };
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const killing = setTimeout(kill, 5_000);
    if (child.exitCode === null && child.signalCode === null) await exited;
    clearTimeout(killing);
    kill();
    process.off('exit', kill);
    for (const signal of Object.keys(signals)) process.off(signal, stopThis);
  };
  process.once('exit', kill);
  for (const signal of Object.keys(signals)) process.once(signal, stopThis);
  return stop;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

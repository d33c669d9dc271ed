// Preloaded into the extension host: appends every address that it connects to, a line each, to the file that
// CONNECTIONS_FILE names. What extensions ask for from there, no browser sees.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env['CONNECTIONS_FILE'];
const isExtensionHost = process.argv.includes('--type=extensionHost');

if (file !== undefined && isExtensionHost) {
  const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const target = addressIn(args);
    if (target) appendFileSync(file, `${target}\n`);
    return connect.apply(this, args);
  };
}

/** `host:port`; undefined for a local pipe. `net` calls `connect` with its arguments as one array. */
function addressIn(args: unknown[]): string | undefined {
  const first: unknown = args.flat()[0];
  if (typeof first === 'number') return `localhost:${String(first)}`;
  const { host = 'localhost', port, path } = first as { host?: string; port?: number; path?: string };
  return path === undefined && port !== undefined ? `${host}:${String(port)}` : undefined;
}

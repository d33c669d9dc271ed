import { spawn } from 'node:child_process';
import { inCheckout } from './paths';

/** A window in a process of its own that writes one review after the other: see logWriter.ts. */
export interface WriterProcess {
  readonly name: string;
  readonly ended: Promise<void>;
  /** The ids of the reviews that it said are kept. */
  acknowledged(): readonly string[];
}

export function startWriter(place: string, name: string, most: number): WriterProcess {
  const child = spawn(process.execPath, [
    inCheckout('out/test/support/logWriter.js'),
    place,
    name,
    String(most),
  ]);
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { name, ended, acknowledged: () => printed.split('\n').filter((line) => /-/.test(line)) };
}

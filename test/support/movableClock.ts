// Preloaded into the extension host: its clock is ahead of the machine's by the milliseconds in the file that
// CLOCK_FILE names, or behind if they are negative. The file may change at any time.
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'];
const isExtensionHost = process.argv.includes('--type=extensionHost');

/** So long the file counts as unchanged, since VS Code asks for the time very often. */
const freshMs = 10;

if (file !== undefined && isExtensionHost) globalThis.Date = createMovableDate(file);

function createMovableDate(clockFile: string): DateConstructor {
  const MachineDate = Date;
  let aheadMs = 0;
  let readAt = -Infinity;
  const now = () => {
    if (performance.now() - readAt > freshMs) {
      aheadMs = Number(readFileSync(clockFile, 'utf8'));
      readAt = performance.now();
    }
    return MachineDate.now() + aheadMs;
  };
  return new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new MachineDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}

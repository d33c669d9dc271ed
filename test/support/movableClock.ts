// Preloaded into the extension host: its clock is ahead of the machine's by the milliseconds in the file that
// CLOCK_FILE names, or behind if they are negative. The file may change at any time. What an interval would have
// done while the clock jumped ahead it does once, as after a sleep; time-outs take their time.
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'];
const isExtensionHost = process.argv.includes('--type=extensionHost');

/** So long the file counts as unchanged, since VS Code asks for the time very often. */
const freshMs = 10;

if (file !== undefined && isExtensionHost) {
  const intervals = replaceIntervals();
  globalThis.Date = createMovableDate(file, intervals.jump);
}

function createMovableDate(clockFile: string, onJump: (ms: number) => void): DateConstructor {
  const MachineDate = Date;
  let aheadMs: number | undefined;
  let readAt = -Infinity;
  const now = () => {
    if (performance.now() - readAt > freshMs) {
      readAt = performance.now();
      const before = aheadMs;
      aheadMs = Number(readFileSync(clockFile, 'utf8'));
      if (before !== undefined && aheadMs > before) onJump(aheadMs - before);
    }
    return MachineDate.now() + (aheadMs ?? 0);
  };
  return new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new MachineDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}

/** Intervals that `jump` runs once, those that the milliseconds are enough for. */
function replaceIntervals(): { jump(ms: number): void } {
  const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
  const running = new Map<unknown, { readonly everyMs: number; run(): void }>();
  const setMovable = (callback: (...args: unknown[]) => void, everyMs = 0, ...args: unknown[]) => {
    const interval = set(callback, everyMs, ...args);
    running.set(interval, { everyMs, run: () => callback(...args) });
    return interval;
  };
  const clearMovable = (interval: NodeJS.Timeout | undefined) => {
    running.delete(interval);
    clear(interval);
  };
  globalThis.setInterval = setMovable as typeof setInterval;
  globalThis.clearInterval = clearMovable as typeof clearInterval;
  return {
    jump(ms) {
      for (const [interval, { everyMs, run }] of [...running]) {
        // Not within the call that asked for the time, and not once it was cleared.
        if (everyMs <= ms) setImmediate(() => running.has(interval) && run());
      }
    },
  };
}

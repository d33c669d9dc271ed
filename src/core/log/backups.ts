import { fileStamp } from './fold';

/** What a back-up is made before, whatever the hour. */
export type ForcedBackup = 'import' | 'reset' | 'migration' | 'restore';

export interface BackupPlan {
  /** The file to write the log to; `undefined` when it is too early for one. */
  readonly create?: string;
  /** What may be deleted once that is written. */
  readonly remove: readonly string[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAILY = 7;
const WEEKLY = 8;
const FORCED_DAYS = 30;

const backupFile = /^study-log-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-before-([a-z]+))?\.jsonl$/;

/** `study-log-20261123T160000Z.jsonl`, `study-log-20261123T160000Z-before-import.jsonl`. */
export function backupName(now: number, before?: ForcedBackup): string {
  return `study-log-${fileStamp(now)}${before === undefined ? '' : `-before-${before}`}.jsonl`;
}

/** When a back-up was made, and before what; `undefined` for the name of anything else. */
export function parseBackupName(name: string): { readonly at: number; readonly before?: string } | undefined {
  const match = backupFile.exec(name);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, before] = match;
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    ...([day, hour, minute, second].map(Number) as [number, number, number, number]),
  );
  return before === undefined ? { at } : { at, before };
}

/**
 * What is due among the back-ups: one an hour while the log changes, and at once where it is forced. All of the
 * last day stay, then the last one of each of 7 days and 8 weeks (UTC, from Monday); those that were forced stay 30
 * days. The newest always stays.
 */
export function planBackups(
  names: readonly string[],
  now: number,
  { hasChanged, before }: { readonly hasChanged: boolean; readonly before?: ForcedBackup },
): BackupPlan {
  const backups = names.flatMap((name) => {
    const parsed = parseBackupName(name);
    return parsed === undefined ? [] : [{ name, ...parsed }];
  });
  backups.sort((a, b) => b.at - a.at);
  const last = backups.find(({ at }) => at <= now);
  const isDue = hasChanged && (last === undefined || now - last.at >= HOUR_MS);
  const kept = new Set([last?.name]);
  for (const { name, at, before: forced } of backups) {
    if (now - at < DAY_MS || (forced !== undefined && now - at < FORCED_DAYS * DAY_MS)) kept.add(name);
  }
  for (const name of lastOfEach(backups, dayOf, dayOf(now) - DAILY)) kept.add(name);
  for (const name of lastOfEach(backups, weekOf, weekOf(now) - WEEKLY)) kept.add(name);
  return {
    ...(isDue || before !== undefined ? { create: backupName(now, before) } : {}),
    remove: backups.flatMap(({ name }) => (kept.has(name) ? [] : [name])),
  };
}

/** Of back-ups with the newest first, the first one of each period after `since`. */
function lastOfEach(
  backups: readonly { readonly name: string; readonly at: number }[],
  periodOf: (at: number) => number,
  since: number,
): string[] {
  const periods = new Map<number, string>();
  for (const { name, at } of backups) {
    const period = periodOf(at);
    if (period > since && !periods.has(period)) periods.set(period, name);
  }
  return [...periods.values()];
}

const dayOf = (at: number) => Math.floor(at / DAY_MS);
/** Weeks start on a Monday; 1970 started on a Thursday. */
const weekOf = (at: number) => Math.floor((dayOf(at) + 3) / 7);

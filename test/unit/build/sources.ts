import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compileBank, type Compiled } from '../../../src/build/compileBank';
import { formatFault } from '../../../src/build/fault';
import type { SourceFiles } from '../../../src/build/readBank';
import { inCheckout } from '../../support/paths';

/** The sources of a small bank without a fault. */
export const soundBank: SourceFiles = readSources(inCheckout('test', 'fixtures', 'bank'));

/** The questions and the YAML files of a folder, by their paths below it. */
export function readSources(folder: string): SourceFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(md|yaml)$/.test(name),
  );
  return new Map(
    names
      .sort()
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** The sound bank with other files in place of its own, or beside them. */
export function compileWith(changed: SourceFiles = new Map()): Compiled {
  return compileBank(new Map([...soundBank, ...changed]), '2026-06-01');
}

/** What `npm run bank` prints of faults and warnings, a line each. */
export function describeFaults({ faults, warnings }: Compiled): string[] {
  return [...faults.map(formatFault), ...warnings.map((warning) => `${formatFault(warning)} (a warning)`)];
}

import { compileBank, type Compiled } from '../../../src/build/compileBank';
import { formatFault } from '../../../src/build/fault';
import type { SourceFiles } from '../../../src/build/readBank';
import { readSourceFiles } from '../../../src/build/sourceFiles';
import { inCheckout } from '../../support/paths';

/** The sources of a small bank without a fault. */
export const soundBank: SourceFiles = readSourceFiles(inCheckout('test', 'fixtures', 'bank'));

/** The sound bank with other files in place of its own, or beside them. */
export function compileWith(changed: SourceFiles = new Map()): Compiled {
  return compileBank(new Map([...soundBank, ...changed]), '2026-06-01');
}

/** What `npm run bank` prints of faults and warnings, a line each. */
export function describeFaults({ faults, warnings }: Compiled): string[] {
  return [...faults.map(formatFault), ...warnings.map((warning) => `${formatFault(warning)} (a warning)`)];
}

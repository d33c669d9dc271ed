import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileBank, formatBank, type Compiled } from './compileBank';
import { describeCounts } from './counts';
import { formatFault } from './fault';
import { createFormulaRenderer } from './formulas';
import { readSourceFiles } from './sourceFiles';

/** `npm run bank`: checks the questions and prints counts. `--write <folder>` compiles them, `--quiet` prints faults only. */
export async function main(options: readonly string[]): Promise<number> {
  const compiled = compileBank(readSourceFiles('questions'), new Date().toISOString().slice(0, 10));
  const { faults, warnings } = compiled;
  for (const fault of faults) console.error(`questions/${formatFault(fault)}`);
  if (faults.length > 0) {
    console.error(
      `\nThe bank has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was written.`,
    );
    return 1;
  }
  if (!options.includes('--quiet')) {
    for (const warning of warnings) console.log(`questions/${formatFault(warning)} (a warning)`);
    console.log(describeCounts(compiled));
  }
  const folder = options[options.indexOf('--write') + 1];
  if (options.includes('--write') && folder !== undefined) await writeBank(compiled, folder);
  return 0;
}

async function writeBank(compiled: Compiled, folder: string): Promise<void> {
  const files = await formatBank(compiled, createFormulaRenderer());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2));
}

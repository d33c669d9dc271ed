import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFiles } from './readBank';

/** All files of a folder of questions, by their paths below it. */
export function readSourceFiles(folder: string): SourceFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(md|yaml)$/.test(name),
  );
  return new Map(
    names
      .sort()
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inCheckout } from './paths';

/** A copy to write into, with what an extension host can't make: links that lead out of a folder. */
export function createSampleWorkspace(prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  cpSync(inCheckout('test', 'fixtures', 'sample-workspace'), folder, { recursive: true });
  const secrets = path.join(folder, 'secrets');
  const linked = path.join(folder, 'linked');
  mkdirSync(secrets);
  mkdirSync(linked);
  writeFileSync(path.join(secrets, 'secret.md'), '# Secret\n\n## What is the password?\n\nhunter2\n');
  writeFileSync(path.join(linked, 'own.md'), '# Own\n\n## What is in here?\n\nThis.\n');
  symlinkSync(path.join(secrets, 'secret.md'), path.join(linked, 'file.md'));
  symlinkSync(secrets, path.join(linked, 'folder'), 'dir');
  for (const target of [secrets, linked]) writeFileSync(path.join(target, 'picture.svg'), '<svg/>');
  symlinkSync(path.join(secrets, 'picture.svg'), path.join(linked, 'secret.svg'));
  return folder;
}

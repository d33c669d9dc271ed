import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../../support/paths';

/** Makes a workspace whose settings name its folder `my-deck` as a deck; gives its path in the checkout. */
export function createDeckWorkspace(name: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join('out', 'workspaces', name);
  rmSync(inCheckout(folder), { recursive: true, force: true });
  const settings = JSON.stringify({ 'llmStudy.decks.folders': ['my-deck'] });
  for (const [file, text] of Object.entries({ ...files, '.vscode/settings.json': settings })) {
    const target = inCheckout(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}

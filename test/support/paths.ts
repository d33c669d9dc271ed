import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A path in the checkout, wherever in `out/` the bundle lies that asks. */
export function inCheckout(...segments: string[]): string {
  return path.join(checkout, ...segments);
}

/** `publisher.name`, as VS Code names the extension. */
export function extensionId(): string {
  const { publisher, name } = readManifest(checkout);
  return `${publisher}.${name}`;
}

/** The manifest of the extension in a folder. */
export function readManifest(folder: string) {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return JSON.parse(text) as { publisher: string; name: string; version: string };
}

/** Where screenshots and logs of failed runs go. */
export const artefactsFolder = (...segments: string[]) => inCheckout('out', 'artefacts', ...segments);

const checkout = findCheckout(__dirname);

function findCheckout(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`No package.json in ${__dirname} or above.`);
  return findCheckout(parent);
}

import type { Uri } from 'vscode';
import { readTextIn } from './files';

/**
 * Runs `dist/web/<name>.js`, once. The extension host of a browser has no `require` for files of the extension's
 * own, so the text is read and run the way that host runs the main file.
 */
export function requireChunk(name: string, extensionUri: Uri): Promise<unknown> {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const loading = load(extensionUri, `${name}.js`);
  kept.set(name, loading);
  loading.catch(() => kept.delete(name));
  return loading;
}

const kept = new Map<string, Promise<unknown>>();

type RunModule = (
  module: { exports: unknown },
  exports: unknown,
  require: (name: 'vscode') => unknown,
) => void;

async function load(extensionUri: Uri, file: string): Promise<unknown> {
  const text = await readTextIn(extensionUri, 'dist', 'web', file);
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${file}`) as RunModule;
  run(module, module.exports, require);
  return module.exports;
}

declare const require: (name: 'vscode') => unknown;

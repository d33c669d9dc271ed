import type { Uri } from 'vscode';

/** Runs `dist/desktop/<name>.js`, once. */
export const requireChunk: (name: string, extensionUri: Uri) => Promise<unknown> = (name) => {
  const file = `./${name}.js`;
  return Promise.resolve().then(() => require(file));
};

declare const require: (file: string) => unknown;

import path from 'node:path';
import { inCheckout } from './paths';

/** A VS Code that runs from npm packages alone: code-server's build of it, and the Node it needs. */
export interface Release {
  /** The VS Code in it. */
  readonly version: string;
  readonly codeServer: string;
  /** A version of `node-<platform>-<arch>`; undefined runs it on the Node that runs the tests. */
  readonly node?: string;
}

export const releases = {
  current: { version: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  /** The lowest that `engines.vscode` promises. */
  oldest: { version: '1.100.3', codeServer: '4.100.3' },
} as const satisfies Record<string, Release>;

export function releaseFolder(release: Release): string {
  return inCheckout('.vscode-test', `server-${release.version}`);
}

export function workbenchFolder(release: Release): string {
  return path.join(releaseFolder(release), 'node_modules', 'code-server', 'lib', 'vscode');
}

export function nodePackage(): string {
  return `node-${process.platform}-${process.arch}`;
}

export function nodeExecutable(release: Release): string {
  if (release.node === undefined) return process.execPath;
  return path.join(releaseFolder(release), 'node_modules', nodePackage(), 'bin', 'node');
}

import { extensions, type Extension } from 'vscode';
import { ok } from './assert';

/** The extension under test, whoever publishes it. */
export function theExtension(): Extension<unknown> {
  const found = extensions.all.find(({ packageJSON }) => nameOf(packageJSON) === 'llm-interview-study');
  ok(found, 'the extension to be loaded');
  return found;
}

export async function activate(): Promise<Extension<unknown>> {
  const extension = theExtension();
  await extension.activate();
  return extension;
}

function nameOf(packageJson: unknown): unknown {
  return (packageJson as { name?: unknown }).name;
}

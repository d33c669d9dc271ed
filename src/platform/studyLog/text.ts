import { workspace } from 'vscode';

/** The text of a file of the study log. */
export function decodeText(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(workspace.decode(bytes, { encoding: 'utf8' }));
}

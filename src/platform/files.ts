import { Uri, workspace } from 'vscode';

/** The text of a UTF-8 file below a folder. Rejects when it can't be read. */
export async function readTextIn(folder: Uri, ...path: readonly string[]): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(folder, ...path));
  return workspace.decode(bytes, { encoding: 'utf8' });
}

import { Uri, workspace } from 'vscode';
import type { BankFiles } from '../core/bank/bank';

export async function readText(file: Uri): Promise<string> {
  return workspace.decode(await workspace.fs.readFile(file), { encoding: 'utf8' });
}

/** The compiled bank that came with the extension. */
export function createBankFiles(extensionUri: Uri): BankFiles {
  return { read: (name) => readText(Uri.joinPath(extensionUri, 'dist', 'bank', name)) };
}

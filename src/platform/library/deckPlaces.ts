import { Uri, workspace } from 'vscode';
import { getSetting } from '../settings';

/** The folders and files that the settings name as decks. */
export function listDeckPlaces(): Uri[] {
  const [workspaceFolder] = workspace.workspaceFolders ?? [];
  return getSetting('decks.folders').flatMap((path) => {
    if (path.startsWith('/')) return [Uri.file(path)];
    return workspaceFolder === undefined ? [] : [Uri.joinPath(workspaceFolder.uri, path)];
  });
}

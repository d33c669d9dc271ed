import { FileType, Uri, workspace } from 'vscode';
import type { DeckFile } from '../../core/decks/deck';

/** The Markdown files of a folder, or the one file. What is open in an editor is read as it stands there. */
export async function readDeckFiles(place: Uri): Promise<{ root: Uri; files: DeckFile[] }> {
  const { type } = await workspace.fs.stat(place);
  if ((type & FileType.Directory) === 0) {
    const root = Uri.joinPath(place, '..');
    return { root, files: [{ path: place.path.split('/').pop() ?? '', text: await readText(place) }] };
  }
  return { root: place, files: await readBelow(place, '') };
}

async function readBelow(root: Uri, path: string): Promise<DeckFile[]> {
  const entries = await workspace.fs.readDirectory(Uri.joinPath(root, path));
  const read = entries.map(async ([name, type]): Promise<DeckFile[]> => {
    const below = path === '' ? name : `${path}/${name}`;
    if (type === FileType.Directory)
      return name.startsWith('.') || name === 'node_modules' ? [] : readBelow(root, below);
    if (type !== FileType.File || !/\.(md|markdown)$/i.test(name)) return [];
    return [{ path: below, text: await readText(Uri.joinPath(root, below)) }];
  });
  return (await Promise.all(read)).flat();
}

async function readText(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  return open?.getText() ?? workspace.decode(await workspace.fs.readFile(file), { encoding: 'utf8' });
}

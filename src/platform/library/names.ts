import { Uri, workspace } from 'vscode';
import { onOneLine } from '../../core/decks/hiddenCharacters';
import { foldNamesOn } from '../../core/decks/placeKey';

const longestName = 120;

/**
 * A name from a disk or a setting, or a deck's title, for a message or a Quick Pick. A notification makes links, even of commands, of
 * `[…](…)`, and a Quick Pick makes icons of `$(…)`: neither is for such a name to do.
 */
export function plainName(text: string): string {
  const shown = onOneLine(text).replaceAll('](', '] (').replaceAll('$(', '$ (');
  return shown.length > longestName ? `${shown.slice(0, longestName)}…` : shown;
}

/** A text of a deck for a row of a Quick Pick, which makes icons of `$(…)`: it shows it as it stands. */
export function literalIcons(text: string): string {
  return text.replace(/\$\([A-Za-z0-9~-]+\)/g, '\\$&');
}

/** Where a deck is, for people: below the workspace where it is in there, else the whole path. */
export function describePlace(place: Uri): string {
  const folder = workspace.getWorkspaceFolder(place);
  if (folder === undefined) return onOneLine(place.scheme === 'file' ? place.fsPath : place.toString(true));
  return onOneLine(isSamePlace(folder.uri, place) ? folder.name : workspace.asRelativePath(place));
}

/** The last part of its path; empty for the root of a disk. */
export function nameOfPlace(place: Uri): string {
  return place.path.split('/').pop() ?? '';
}

export function parentOf(place: Uri): Uri {
  return toPlace(Uri.joinPath(place, '..'));
}

/** The address of a folder or file in the form in which two of them can be compared: no `..`, no slash at the end. */
export function toPlace(uri: Uri): Uri {
  const clean = Uri.joinPath(uri.path === '' ? uri.with({ path: '/' }) : uri, '.');
  return clean.path.length > 1 && clean.path.endsWith('/')
    ? clean.with({ path: clean.path.slice(0, -1) })
    : clean;
}

const foldNames = foldNamesOn(typeof process === 'undefined' ? undefined : process.platform);

/** The same text for each way to write a place: on Windows and macOS, letters of either case name one file. */
export function keyOfPlace(place: Uri): string {
  if (foldNames === undefined || place.scheme !== 'file') return place.toString();
  return place.with({ path: foldNames(place.path) }).toString();
}

export function isSamePlace(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString() || keyOfPlace(a) === keyOfPlace(b);
}

/** The path from a folder to something in it, with `/` between names; `undefined` for what is not in there. */
export function pathBelow(folder: Uri, uri: Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const depth = folder.path.split('/').length - (folder.path.endsWith('/') ? 1 : 0);
  const names = uri.path.split('/');
  const below = names.slice(depth).join('/');
  if (below === '') return undefined;
  // By its text, which has the letter of a disk in lower case.
  const above = uri.with({ path: `${names.slice(0, depth).join('/')}/` });
  return isSamePlace(toPlace(above), folder) ? below : undefined;
}

/** Node's global, which the extension host of a browser lacks. */
declare const process: { readonly platform?: string } | undefined;

import { ConfigurationTarget, FileType, Uri, l10n, workspace } from 'vscode';
import { parsePlaceEntry } from '../../core/decks/placeEntry';
import { listLevels, readLevel, userLevel, type DeckLevel } from './deckSettings';
import { findHomeFolder } from './home';
import { isSamePlace, keyOfPlace, parentOf, pathBelow, plainName, toPlace } from './names';

/** A folder or a file that the settings name. */
export interface DeckPlace {
  readonly uri: Uri;
  /** A path below any workspace folder: where nothing is there, nothing is missing. */
  readonly isOptional: boolean;
}

/** All levels of the settings, put together. */
export interface DeckPlaces {
  /** Each once, in the order of the settings. */
  readonly places: readonly DeckPlace[];
  /** What is wrong with the entries that name no place, one phrase each. */
  readonly faults: readonly string[];
  /** Entries of an untrusted workspace that lead out of it, which are left alone. */
  readonly ignored: readonly string[];
}

export async function loadDeckPlaces(isTrusted = workspace.isTrusted): Promise<DeckPlaces> {
  const places = new Map<string, DeckPlace>();
  const faults: string[] = [];
  const ignored: string[] = [];
  for (const level of listLevels()) {
    const { entries, isFaulty } = readLevel(level);
    if (isFaulty) faults.push(l10n.t('what is set is not a list'));
    for (const entry of entries) {
      const resolved = resolveEntry(entry, level);
      if (typeof resolved === 'string') faults.push(resolved);
      else if (!isTrusted && !(await isAllowed(level, resolved))) ignored.push(plainName(String(entry)));
      else {
        for (const place of resolved) {
          const key = keyOfPlace(place.uri);
          const known = places.get(key);
          places.set(key, known?.isOptional === false ? known : place);
        }
      }
    }
  }
  return { places: [...places.values()], faults, ignored };
}

/** The places that an entry names, or what is wrong with it. */
function resolveEntry(entry: unknown, level: DeckLevel): DeckPlace[] | string {
  const parsed = parsePlaceEntry(entry);
  const shown = plainName(typeof entry === 'string' ? entry.trim() : JSON.stringify(entry));
  switch (parsed.kind) {
    case 'absolute':
      return [{ uri: toPlace(onDisk(parsed.path, level)), isOptional: false }];
    case 'home': {
      const home = findHomeFolder();
      if (home === undefined) return l10n.t('"{0}": there is no home folder here', shown);
      return [{ uri: toPlace(Uri.joinPath(Uri.file(home), parsed.path)), isOptional: false }];
    }
    case 'relative': {
      const folders = level.folder === undefined ? (workspace.workspaceFolders ?? []) : [level.folder];
      const isOptional = level === userLevel || folders.length > 1;
      return folders.map(({ uri }) => ({ uri: toPlace(Uri.joinPath(uri, parsed.path)), isOptional }));
    }
    case 'address': {
      const uri = parseAddress(parsed.address);
      if (uri === undefined) return l10n.t('"{0}" is not an address that can be read', shown);
      return [{ uri, isOptional: false }];
    }
    case 'fault':
      return describeFault(parsed.fault, shown);
  }
}

/** An entry for a place: as short as it can be and still name that place alone, from any window or from this workspace. */
export function writeEntry(place: Uri, level: DeckLevel): string {
  const folder = workspace.getWorkspaceFolder(place);
  const below = folder === undefined || level === userLevel ? undefined : pathFrom(folder.uri, place);
  const path = place.scheme === 'file' ? place.fsPath : place.path;
  const candidates = [...(below === undefined ? [] : [below]), path];
  const namesPlace = (entry: string) => {
    const resolved = resolveEntry(entry, level);
    return typeof resolved !== 'string' && resolved.length === 1 && isOneOf(place, resolved);
  };
  return candidates.find(namesPlace) ?? place.toString();
}

/** Whether an entry of a level's names the place, alone or with others. */
export function isEntryOf(place: Uri, entry: unknown, level: DeckLevel): boolean {
  const resolved = resolveEntry(entry, level);
  return typeof resolved !== 'string' && isOneOf(place, resolved);
}

function isOneOf(place: Uri, places: readonly DeckPlace[]): boolean {
  return places.some(({ uri }) => isSamePlace(uri, place));
}

function pathFrom(folder: Uri, place: Uri): string | undefined {
  return isSamePlace(folder, place) ? '.' : pathBelow(toPlace(folder), place);
}

/**
 * An absolute path is one of this computer's. A workspace's settings mean the computer that the workspace is on, and so
 * do a user's in a browser, which has no disk.
 */
function onDisk(path: string, level: DeckLevel): Uri {
  const remote = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'vscode-remote');
  const isHere = level === userLevel && findHomeFolder() !== undefined;
  const file = Uri.file(path);
  return remote === undefined || isHere ? file : remote.uri.with({ path: file.path });
}

function parseAddress(address: string): Uri | undefined {
  try {
    return toPlace(Uri.parse(address, true));
  } catch {
    return undefined;
  }
}

function describeFault(fault: 'notText' | 'empty' | 'control' | 'noFiles', shown: string): string {
  switch (fault) {
    case 'notText':
      return l10n.t('{0} is not text', shown);
    case 'empty':
      return l10n.t('an entry is empty');
    case 'control':
      return l10n.t('"{0}" has a control character', shown);
    case 'noFiles':
      return l10n.t('"{0}" is not the address of a folder or a file', shown);
  }
}

/** What an untrusted workspace brings along may name what is in it, and nothing else. */
async function isAllowed({ target }: DeckLevel, places: readonly DeckPlace[]): Promise<boolean> {
  if (target === ConfigurationTarget.Global) return true;
  const inside = await Promise.all(places.map(({ uri }) => isInWorkspace(uri)));
  return inside.every(Boolean);
}

/** Whether the way from a workspace folder to the place passes no symbolic link, which might lead anywhere. */
async function isInWorkspace(place: Uri): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(place);
  if (folder === undefined) return false;
  for (let at = place; !isSamePlace(at, toPlace(folder.uri)); at = parentOf(at)) {
    if (await isLink(at)) return false;
  }
  return true;
}

async function isLink(place: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(place)).type & FileType.SymbolicLink) !== 0;
  } catch {
    return false; // What is not there, or can't be read, is not read either.
  }
}

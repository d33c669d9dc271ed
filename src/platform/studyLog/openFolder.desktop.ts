import type { Uri } from 'vscode';
import type { LogFolder } from '../../core/log/logFolder';
import { createDiskFolder } from '../disk/diskFolder';
import { createAnyFolder } from './anyFolder';

/** The log folder at an address. */
export function openFolder(folder: Uri): LogFolder {
  return folder.scheme === 'file' ? createDiskFolder(folder.fsPath) : createAnyFolder(folder);
}

import type { Uri } from 'vscode';
import type { LogFolder } from '../../core/log/logFolder';
import { createAnyFolder } from './anyFolder';

/** The log folder at an address. A browser has no disk. */
export const openFolder: (folder: Uri) => LogFolder = createAnyFolder;

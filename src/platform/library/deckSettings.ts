import { ConfigurationTarget, l10n, workspace, type WorkspaceFolder } from 'vscode';

/** Where a person may list decks. */
export interface DeckLevel {
  readonly target: ConfigurationTarget;
  /** The one whose settings are meant, of a workspace with several. */
  readonly folder: WorkspaceFolder | undefined;
}

/** What stands in the settings of a level. */
export interface LevelEntries {
  readonly level: DeckLevel;
  /** As written there, of any type; none where nothing is set. */
  readonly entries: readonly unknown[];
  /** What is set there is no list. */
  readonly isFaulty: boolean;
}

export const userLevel: DeckLevel = { target: ConfigurationTarget.Global, folder: undefined };

export const workspaceLevel: DeckLevel = { target: ConfigurationTarget.Workspace, folder: undefined };

/** All levels that this window has, the user's first. */
export function listLevels(): DeckLevel[] {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return [userLevel];
  // In a window of one folder, its settings are the workspace's.
  return workspace.workspaceFile === undefined
    ? [userLevel, workspaceLevel]
    : [userLevel, workspaceLevel, ...folders.map(levelOfFolder)];
}

/** Where a deck inside this folder is kept, so that its path can be written from there. */
export function levelOfFolder(folder: WorkspaceFolder): DeckLevel {
  return workspace.workspaceFile === undefined
    ? workspaceLevel
    : { target: ConfigurationTarget.WorkspaceFolder, folder };
}

/** VS Code doesn't put the lists of different levels together. */
export function readLevel(level: DeckLevel): LevelEntries {
  const set = inspect(level);
  if (set === undefined) return { level, entries: [], isFaulty: false };
  return Array.isArray(set)
    ? { level, entries: set as unknown[], isFaulty: false }
    : { level, entries: [], isFaulty: true };
}

/** Throws rather than write over what is no list. */
export async function writeLevel(level: DeckLevel, entries: readonly unknown[]): Promise<void> {
  if (readLevel(level).isFaulty) {
    throw new Error(l10n.t('the setting llmStudy.decks.folders is not a list. Correct it in the settings.'));
  }
  const value = entries.length === 0 ? undefined : entries;
  await configurationOf(level).update('decks.folders', value, level.target);
}

function inspect(level: DeckLevel): unknown {
  const set = configurationOf(level).inspect('decks.folders');
  switch (level.target) {
    case ConfigurationTarget.Global:
      return set?.globalValue;
    case ConfigurationTarget.Workspace:
      return set?.workspaceValue;
    case ConfigurationTarget.WorkspaceFolder:
      return set?.workspaceFolderValue;
  }
}

function configurationOf({ folder }: DeckLevel) {
  return workspace.getConfiguration('llmStudy', folder?.uri ?? null);
}

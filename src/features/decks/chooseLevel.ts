import { l10n, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import {
  levelOfFolder,
  userLevel,
  workspaceLevel,
  type DeckLevel,
} from '../../platform/library/deckSettings';

/** Asks where a deck is kept, if there is a choice; what suits its place comes first. */
export async function chooseLevel(place: Uri): Promise<DeckLevel | undefined> {
  if ((workspace.workspaceFolders ?? []).length === 0) return userLevel;
  const inside = workspace.getWorkspaceFolder(place);
  // The settings of an untrusted workspace can't name what is outside of it.
  if (inside === undefined && !workspace.isTrusted) return userLevel;
  const ofUser: QuickPickItem & { level: DeckLevel } = {
    label: l10n.t('For me, in every window'),
    detail: l10n.t('In your user settings'),
    level: userLevel,
  };
  const ofWorkspace: QuickPickItem & { level: DeckLevel } = {
    label: l10n.t('For this workspace'),
    detail:
      inside === undefined
        ? l10n.t('In the settings of this workspace')
        : l10n.t('In the settings of this workspace, as a path below it: whoever opens it has the deck'),
    level: inside === undefined ? workspaceLevel : levelOfFolder(inside),
  };
  const items = inside === undefined ? [ofUser, ofWorkspace] : [ofWorkspace, ofUser];
  return (await window.showQuickPick(items, { title: l10n.t('Where to keep the deck') }))?.level;
}

/** Where a deck is kept when nobody is asked. */
export function suitableLevel(place: Uri): DeckLevel {
  const inside = workspace.getWorkspaceFolder(place);
  return inside === undefined ? userLevel : levelOfFolder(inside);
}

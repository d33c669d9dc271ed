import { window, type QuickPick, type QuickPickItem } from 'vscode';

/**
 * A Quick Pick that shows its items in the order given. VS Code sorts the items again by how well their labels match
 * what is typed, unless `sortByLabel` is off; every VS Code has that property, but its typings don't name it yet
 * (https://github.com/microsoft/vscode/issues/73904). Items must set `alwaysShow`, or they are filtered by label, too.
 */
export function createOrderedQuickPick<T extends QuickPickItem>(): QuickPick<T> {
  const pick: QuickPick<T> & { sortByLabel?: boolean } = window.createQuickPick<T>();
  pick.sortByLabel = false;
  return pick;
}

import { Uri } from 'vscode';

/** The address that a command was called with, by a menu or by anybody; `undefined` for anything else. */
export function parseFileTarget(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : undefined;
}

/** The deck that a command was called for: a row of the tree, an id, or a row's group; `undefined` for anything else. */
export function parseDeckTarget(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const { deck, group } = (argument ?? {}) as { deck?: unknown; group?: unknown };
  if (group !== undefined && deck === undefined) return parseDeckTarget(group);
  if (typeof deck === 'string') return deck;
  const { id } = (deck ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

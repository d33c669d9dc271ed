/** Names without the differences that a system does not tell apart; `undefined` for a system that tells all apart. */
export type FoldNames = ((names: string) => string) | undefined;

/** How the disks of a system, as Node names it, tell names apart. Windows and macOS find a file in either case. */
export function foldNamesOn(platform: string | undefined): FoldNames {
  if (platform !== 'win32' && platform !== 'darwin') return undefined;
  return (names) => names.normalize('NFC').toLowerCase();
}

/** The user's home folder as a path; `undefined` in a browser, which has no disk either. */
export function findHomeFolder(): string | undefined {
  if (typeof process === 'undefined') return undefined;
  return process.env?.['USERPROFILE'] ?? process.env?.['HOME'];
}

/** Node's global, which the extension host of a browser lacks. */
declare const process: { readonly env?: Readonly<Record<string, string | undefined>> } | undefined;

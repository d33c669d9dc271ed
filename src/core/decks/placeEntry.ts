/** What an entry of the setting `llmStudy.decks.folders` says, before anybody looks whether something is there. */
export type PlaceEntry =
  /** From the root of a disk, with `/` between names: `/home/me/deck`, `C:/decks/one`. */
  | { readonly kind: 'absolute'; readonly path: string }
  /** Below the user's home folder; empty for the folder itself. */
  | { readonly kind: 'home'; readonly path: string }
  /** Below a workspace folder. It may lead out of it: `../notes`. */
  | { readonly kind: 'relative'; readonly path: string }
  /** A whole URI. */
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'fault'; readonly fault: 'notText' | 'empty' | 'control' | 'noFiles' };

/** Addresses of these schemes run something, load something, or name what is no file. */
const schemesWithoutFiles =
  /^(about|blob|command|data|ftp|https?|javascript|llm-study|mailto|output|untitled|vbscript|vscode|vscode-insiders|wss?):/i;

/** Two letters at least: one is the letter of a disk. A blank after the colon makes it a name: `notes: week 1`. */
const addressShape = /^[a-z][a-z0-9+.-]+:(?=\S)/i;

/** Reads an entry, whatever somebody wrote there. */
export function parsePlaceEntry(entry: unknown): PlaceEntry {
  if (typeof entry !== 'string') return { kind: 'fault', fault: 'notText' };
  const text = entry.trim();
  if (text === '') return { kind: 'fault', fault: 'empty' };
  if (hasControlCharacter(text)) return { kind: 'fault', fault: 'control' };
  if (schemesWithoutFiles.test(text)) return { kind: 'fault', fault: 'noFiles' };
  if (addressShape.test(text)) {
    return /^[^:]+:\//.test(text) ? { kind: 'address', address: text } : { kind: 'fault', fault: 'noFiles' };
  }
  if (/^~([\\/]|$)/.test(text)) return { kind: 'home', path: withSlashes(text).slice(2) };
  if (/^[a-z]:[\\/]/i.test(text) || /^\\\\[^\\]/.test(text)) {
    return { kind: 'absolute', path: withSlashes(text) };
  }
  if (text.startsWith('/')) return { kind: 'absolute', path: text };
  return { kind: 'relative', path: withSlashes(text) };
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

/** Where a link or an image of a deck's text leads inside the deck. */
export interface DeckPath {
  /** From the deck's folder, decoded, without `.` and `..`: `notes/images/a b.png`. */
  readonly path: string;
  /** What stands behind `#`, decoded; empty where there is none. */
  readonly anchor: string;
}

const longest = 1000;

/*
 *   in notes/a.md      leads to
 *   ../img/x.png       img/x.png
 *   b.md?raw#top       notes/b.md, at top
 *   #top               notes/a.md, at top
 *   ../../x            out of the deck: undefined
 */

/**
 * The file of the deck that `target`, as it stands in `file`, names. `undefined` for what leads or could lead anywhere
 * else: out of the deck, an absolute path, an address with a scheme, a path that is written in a way that systems
 * read differently. Nobody has looked whether the file is there.
 */
export function resolveDeckPath(file: string, target: string): DeckPath | undefined {
  if (target.length > longest) return undefined;
  const [, written = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  const decoded = decode(written);
  const anchor = decode(hash);
  if (decoded === undefined || anchor === undefined) return undefined;
  if (decoded === '') return anchor === '' ? undefined : { path: file, anchor };
  if (decoded.startsWith('/')) return undefined;
  const path = joinNames([...file.split('/').slice(0, -1), ...decoded.split('/')]);
  return path === undefined ? undefined : { path, anchor };
}

/** The path as a part of an address, each name encoded. */
export function encodeDeckPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A backslash parts names on Windows, a colon ends a scheme or a drive, and what is still encoded is decoded by some. */
const ambiguous = /[\\:\p{Cc}\p{Cs}]|%(?:2e|2f|5c|25|00)/iu;

function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    return ambiguous.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** On Windows a name loses dots and spaces at its end, so that `.. ` is `..`, too. */
function joinNames(names: readonly string[]): string | undefined {
  const path: string[] = [];
  for (const name of names) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (/^[. ]+$/.test(name)) return undefined;
    else path.push(name);
  }
  return path.length === 0 ? undefined : path.join('/');
}

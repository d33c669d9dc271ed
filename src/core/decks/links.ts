/** A place in a deck that a link leads to. */
export interface LinkTarget {
  /** A path of the deck's files. */
  readonly path: string;
  /** Behind the `#`, decoded; empty where there is none. */
  readonly anchor: string;
}

/**
 * Where a link leads within a deck: relative to the file that it stands in, from the deck's folder with `/`, or into the
 * repository that the deck is (`https://github.com/<owner>/<repository>/blob/<branch>/<path>`). `undefined` for any
 * other address, and for a file that the deck does not have.
 */
export function resolveLink(
  link: string,
  from: string,
  hasFile: (path: string) => boolean,
): LinkTarget | undefined {
  const [address = '', anchor = ''] = link.split('#', 2);
  const decoded = decode(address.split('?')[0] ?? '');
  if (decoded === undefined || decoded === '') return undefined;
  const path = candidatesOf(decoded, from).flatMap(withEndings).find(hasFile);
  return path === undefined ? undefined : { path, anchor: decode(anchor) ?? '' };
}

const repository =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|gitee\.com)\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|raw)\/[^/]+\/(.+)$/i;

function candidatesOf(address: string, from: string): string[] {
  const inRepository = repository.exec(address)?.[1];
  if (inRepository !== undefined) return suffixesOf(inRepository);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return [];
  if (address.startsWith('/')) return suffixesOf(address.slice(1));
  const joined = joinPath(from.split('/').slice(0, -1), address);
  return joined === undefined ? [] : [joined];
}

/** A deck may be a folder of the repository: then its files have the end of the path. */
function suffixesOf(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) return [];
  return names.map((_, at) => names.slice(at).join('/'));
}

function joinPath(folder: readonly string[], path: string): string | undefined {
  const names = [...folder];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names.join('/');
}

function withEndings(path: string): string[] {
  return [path, `${path}.md`, `${path}/README.md`, `${path}/readme.md`, `${path}/index.md`];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

import { resolveDeckPath } from '../deckPath';
import type { Check, DeckView } from './check';
import { findLinks, reduceAnchor, type FoundLink } from './links';
import type { Problem, TextRange } from './problem';

/** Relative links and images that lead nowhere. What leads out of the deck's folder is nobody's business here. */
export const checkLinks: Check = ({ scanned, path }, deck) =>
  scanned.blocks.flatMap((block) => {
    if (!block.text.includes('](') && !block.text.includes('<') && !block.text.includes(']:')) return [];
    return findLinks(block).flatMap((link) =>
      judgeLink(link, path, deck, () => scanned.rangeOf(block.start + link.start, block.start + link.end)),
    );
  });

function judgeLink(
  { target, isImage }: FoundLink,
  from: string,
  deck: DeckView,
  range: () => TextRange,
): Problem[] {
  const code = isImage ? 'image' : 'link';
  const [address, fragment] = splitAt(target, '#');
  if (isElsewhere(target)) return [];
  const path = address === '' ? from : resolveDeckPath(from, address)?.path;
  if (path === undefined) return [];
  if (address !== '' && !deck.hasFile(path)) {
    const suggestion = suggest(address, path, deck);
    const isMissing = suggestion !== undefined || isCertainlyMissing(path, deck);
    const mended =
      suggestion === undefined || fragment === undefined ? suggestion : `${suggestion}#${fragment}`;
    return isMissing ? [{ code, target, cause: 'file', suggestion: mended, range: range() }] : [];
  }
  if (fragment === undefined || isAnchor(decode(fragment), deck.anchorsOf(path))) return [];
  return [{ code, target, cause: 'heading', suggestion: undefined, range: range() }];
}

/** Another site, another program, the root of whatever serves the files, or nothing that names a file. */
function isElsewhere(target: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:|[/\\]|\{\{|$)/i.test(target) || target.includes('\\') || target.includes('{{')
  );
}

function splitAt(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `array[i](x)` is a link to Markdown, too: a name so short is not worth a word. */
const shortestName = 3;

function isCertainlyMissing(path: string, deck: DeckView): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.length < shortestName || deck.hasId(name)) return false;
  return deck.exists(path) === false;
}

/** The target with the right letters, or with the ending that it lacks. */
function suggest(address: string, path: string, deck: DeckView): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const candidates = deck.filesLike(path);
  const [meant, ...others] =
    candidates.length > 0 || deck.hasId(name) ? candidates : deck.filesLike(`${path}.md`);
  if (meant === undefined || others.length > 0 || deck.exists(path) === true) return undefined;
  const given = address.split('/');
  const right = meant.split('/');
  const names = given.filter((each) => each !== '' && each !== '.' && each !== '..').length;
  const kept = given.slice(0, given.length - names);
  return [...kept, ...right.slice(right.length - names).map((each) => encodeURI(each))].join('/');
}

function isAnchor(fragment: string, anchors: ReadonlySet<string> | undefined): boolean {
  if (anchors === undefined || /^(?:top|readme|user-content-.*|L\d+.*|:~:.*)?$/i.test(fragment)) return true;
  const wanted = reduceAnchor(fragment);
  // Of headings alike, the later ones have a number.
  return wanted === '' || anchors.has(wanted) || anchors.has(reduceAnchor(fragment.replace(/-\d+$/, '')));
}

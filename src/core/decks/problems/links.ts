import type { Block, ScannedText } from './scanText';

/** A link or an image, and the places in the block of what it leads to. */
export interface FoundLink {
  readonly target: string;
  readonly start: number;
  readonly end: number;
  readonly isImage: boolean;
}

/** Longer ones lead to other sites. */
const longestTarget = 400;

/** Links and images of a block, in Markdown or HTML, and what `[name]: target` defines. Linear. */
export function findLinks({ text }: Pick<Block, 'text'>): FoundLink[] {
  return [...findInlineLinks(text), ...findDefinition(text), ...findTags(text)];
}

function findInlineLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    const target = readTarget(text, at + 2);
    if (target !== undefined) found.push({ ...target, isImage: isOfImage(text, at) });
  }
  return found;
}

/** `<a b.md>`, or up to a space or the bracket that closes (CommonMark 6.3). */
function readTarget(text: string, from: number): Omit<FoundLink, 'isImage'> | undefined {
  const piece = text.slice(from, from + longestTarget);
  const start = from + (piece.length - piece.trimStart().length);
  if (text[start] === '<') {
    const length = text.slice(start + 1, start + longestTarget).search(/[<>\n]/);
    if (length < 1 || text[start + 1 + length] !== '>') return undefined;
    return { target: text.slice(start + 1, start + 1 + length), start: start + 1, end: start + 1 + length };
  }
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + longestTarget); at++) {
    const mark = text[at] ?? '';
    if (mark === '\\') at++;
    // No link is in another's target: what follows is looked at by itself.
    else if (mark === ']' && text[at + 1] === '(') return undefined;
    else if (mark === '(') depth++;
    else if (/[\s)]/.test(mark) && depth-- === 0) {
      return at === start ? undefined : { target: text.slice(start, at), start, end: at };
    } else if (/\s/.test(mark)) return undefined;
  }
  return undefined;
}

const longestLabel = 500;

/** Whether the bracket that is closed here was opened by `![`. */
function isOfImage(text: string, closing: number): boolean {
  let depth = 0;
  for (let at = closing - 1; at >= Math.max(0, closing - longestLabel); at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && depth-- === 0) return text[at - 1] === '!';
  }
  return false;
}

function findDefinition(text: string): FoundLink[] {
  const found = /^ {0,3}\[([^[\]\n]{1,200})\]:[ \t]*(<?)([^\s<>]{1,1000})>?/.exec(text);
  if (found?.[3] === undefined || found[1]?.startsWith('^') === true) return [];
  const start = found[0].indexOf(found[3], found[0].indexOf(']:') + 2);
  return [{ target: found[3], start, end: start + found[3].length, isImage: false }];
}

function findTags(text: string): FoundLink[] {
  if (!text.includes('<')) return [];
  const pattern = /<(img|a)\s(?:[^<>]{0,300}?\s)?(?:src|href)\s{0,5}=\s{0,5}(["'])([^"'<>\n]{1,1000})\2/gi;
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: tag = '', 3: target = '', index }) => {
    const start = index + whole.length - 1 - target.length;
    return { target, start, end: start + target.length, isImage: tag.toLowerCase() === 'img' };
  });
}

/** What links may name after `#`: headings, and ids in HTML or braces. */
export function findAnchors({ text, blocks }: ScannedText): Set<string> {
  const anchors = new Set<string>();
  for (const { text: block } of blocks) {
    const head = block.slice(0, 1000);
    const heading =
      /^[ \t]*(?:>[ \t]?)*#{1,6}[ \t]+(.*)/.exec(head)?.[1] ?? /^([^]*)\n {0,3}(?:=+|-+)\s*$/.exec(head)?.[1];
    if (heading === undefined) continue;
    anchors.add(
      reduceAnchor(
        heading
          .replace(/\]\([^()]*\)/g, ']')
          .replace(/<[^<>]*>/g, '')
          .replace(/\{#[^{}]*\}/g, ''),
      ),
    );
  }
  if (text.includes('<')) {
    for (const [, , id = ''] of text.matchAll(/\s(?:id|name)=(["'])([^"'<>\n]{1,200})\1/gi))
      anchors.add(reduceAnchor(id));
    for (const [, heading = ''] of text.matchAll(/<h[1-6]\b[^<>]{0,200}>([^<>\n]{1,300})</gi))
      anchors.add(reduceAnchor(heading));
  }
  if (text.includes('{#')) {
    for (const [, id = ''] of text.matchAll(/\{#([\w-]{1,100})\}/g)) anchors.add(reduceAnchor(id));
  }
  return anchors;
}

/** Letters and digits alone: sites and editors make anchors of headings in different ways. */
export function reduceAnchor(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

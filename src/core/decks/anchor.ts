import { parseLines } from '../bank/markdown';

/**
 * The line, from 1, that `#anchor` leads to: the heading that GitHub gives that anchor, or the element with that name
 * or id. `undefined` where there is none.
 */
export function findAnchorLine(markdown: string, anchor: string): number | undefined {
  const wanted = anchor.toLowerCase();
  const taken = new Map<string, number>();
  let named: number | undefined;
  for (const [at, { text, isCode }] of parseLines(markdown).entries()) {
    if (isCode) continue;
    const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(text)?.[1];
    if (heading === undefined) {
      if (named === undefined && namesOf(text).includes(wanted)) named = at + 1;
      continue;
    }
    const slug = headingSlug(heading);
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    if ((before === 0 ? slug : `${slug}-${String(before)}`) === wanted) return at + 1;
    if (named === undefined && namesOf(heading).includes(wanted)) named = at + 1;
  }
  return named;
}

/** As GitHub makes it from a heading's text: punctuation goes, spaces become hyphens. */
function headingSlug(heading: string): string {
  return heading
    .replace(/[ \t]+#*[ \t]*$/, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()]*\)/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}

function namesOf(line: string): string[] {
  if (!line.includes('<')) return [];
  return [...line.matchAll(/\b(?:id|name)="([^"]*)"/gi)].map(([, name = '']) => name.toLowerCase());
}

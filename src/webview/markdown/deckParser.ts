import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { addDeckMath } from './deckMath';
import { addMath } from './mathSyntax';
import { deepestNesting, type Formula } from './parser';

/** What a parser of a deck's text leaves in place of a formula begins with this: raw HTML can't know it. */
export const formulaMark = `${crypto.randomUUID()}-`;

/**
 * Turns a deck's Markdown into HTML that must be cleaned. Raw HTML, images and bare addresses mean what they mean on
 * GitHub, unless the HTML is one that a browser would choke on: then it is text.
 */
export function parseDeckMarkdown(
  text: string,
  isInline: boolean,
): { readonly html: string; readonly formulas: readonly Formula[] } {
  const parse = (parser: MarkdownIt) => {
    const formulas: Formula[] = [];
    const env = { formulas, mark: formulaMark };
    return { html: isInline ? parser.renderInline(text, env) : parser.render(text, env), formulas };
  };
  const parsed = parse(parserOfHtml);
  return costOf(parsed.html) > mostCost ? parse(parserOfText) : parsed;
}

const [parserOfHtml, parserOfText] = [createParser(true), createParser(false)];

function createParser(html: boolean): MarkdownIt {
  const parser = new createMarkdownIt({
    html,
    linkify: true,
    typographer: false,
    maxNesting: deepestNesting,
  });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return parser.use(addMath).use(addDeckMath);
}

const mostCost = 20_000;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * How many elements a browser may make beyond those that are written. It opens formatting that was never closed anew
 * in each paragraph, so a thousand `<b>` and a thousand `<p>` become a million elements.
 */
function costOf(html: string): number {
  let [depth, cost] = [0, 0];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    cost += depth;
    if (!formatting.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
  }
  return cost;
}

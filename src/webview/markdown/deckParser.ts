import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { addDeckMath } from '../../core/decks/deckMath';
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
  return isTooMuch(parsed.html) ? parse(parserOfText) : parsed;
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

/** Elements within elements: cleaning looks at each one's whole content, so that deep ones are looked at often. */
const deepestElements = 60;

/** These end by themselves where the next one begins. */
const endless = new Set(
  'br col dd dt hr img input li option p source tbody td tfoot th thead tr wbr'.split(' '),
);

/**
 * Whether a browser would choke on the HTML. It opens formatting that was never closed anew in each paragraph, so a
 * thousand `<b>` and a thousand `<p>` become a million elements.
 */
function isTooMuch(html: string): boolean {
  let [formats, cost, depth] = [0, 0, 0];
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = written.toLowerCase();
    const step = slash === '/' ? -1 : 1;
    cost += formats;
    if (formatting.has(name)) formats = Math.max(0, formats + step);
    if (!endless.has(name)) depth = Math.max(0, depth + step);
    if (cost > mostCost || depth > deepestElements) return true;
  }
  return false;
}

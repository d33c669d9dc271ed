import MarkdownIt from 'markdown-it';
import { addMathRules, type MathMeta } from '../core/bank/mathRules';
import type { CardHtml } from '../core/decks/export/anki';

/** Lists and quotes nested deeper than this end, as in the panels. */
const deepestNesting = 30;

/**
 * HTML for a card of Anki: no script, no picture that is loaded, links to the web only, formulas as MathJax marks them.
 * What Anki would take for a command of its own in a text, such as `[sound:…]`, stays text.
 */
export const cardHtml: CardHtml = {
  block: (markdown) => withoutCommands(parser.render(markdown, {}).trim()),
  inline: (markdown) => withoutCommands(parser.renderInline(markdown, {}).trim()),
  text: (plain) => withoutCommands(writeText(plain)),
};

const parser = createParser();

function createParser() {
  const md = new MarkdownIt({
    html: false,
    linkify: false,
    typographer: false,
    maxNesting: deepestNesting,
  }).disable('image');
  addMathRules(md);
  const { rules } = md.renderer;
  rules.text = (tokens, number) => writeText(tokens[number]?.content ?? '');
  rules.math = (tokens, number) => {
    const token = tokens[number];
    if (token === undefined) return '';
    const tex = md.utils.escapeHtml(token.content);
    const { isDisplay } = token.meta as unknown as MathMeta;
    return isDisplay ? `\\[${tex}\\]${token.block ? '\n' : ''}` : `\\(${tex}\\)`;
  };
  // No link stands in another one: the one that is closed is the last that was opened.
  let isLinkLeftOut = false;
  rules.link_open = (tokens, number, options, _env, self) => {
    isLinkLeftOut = !/^https?:\/\//i.test(String(tokens[number]?.attrGet('href') ?? ''));
    return isLinkLeftOut ? '' : self.renderToken(tokens, number, options);
  };
  rules.link_close = () => (isLinkLeftOut ? '' : '</a>');
  return md;
}

/** Text that reads like the beginning of a formula is kept from being one by an element in its middle. */
function writeText(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return escaped.replace(/\\(?=[([])/g, '\\<span></span>');
}

function withoutCommands(html: string): string {
  return html.replace(/\[(?=sound:|anki:|latex\]|\${1,2}\])/gi, '&#91;');
}

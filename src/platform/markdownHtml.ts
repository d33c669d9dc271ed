import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { addMathRules, type MathMeta } from '../core/bank/mathRules';
import { addDeckMath } from '../core/decks/deckMath';
import type { CardHtml } from '../core/decks/export/anki';
import { createCardTags, keepText, type CardTags } from '../core/decks/export/cardTags';

/** Lists and quotes nested deeper than this end, as in the panels. */
const deepestNesting = 30;

/**
 * HTML for a card of Anki: no script, no picture that is loaded, links to the web only, formulas as MathJax marks them.
 * What Anki would take for a command of its own in a text, such as `[sound:…]`, stays text. In a deck, formulas and raw
 * HTML are what they are in the panel; in the bank, HTML is text.
 */
export const cardHtml: Readonly<Record<'bank' | 'deck', CardHtml>> = {
  bank: createCardHtml(createParser(false)),
  deck: createCardHtml(createParser(true).use(addDeckMath)),
};

function createCardHtml(parser: MarkdownIt): CardHtml {
  const render = (write: (env: { tags: CardTags }) => string) => {
    const tags = createCardTags();
    return withoutCommands(write({ tags }).trim() + tags.end());
  };
  return {
    block: (markdown) => render((env) => parser.render(markdown, env)),
    inline: (markdown) => render((env) => parser.renderInline(markdown, env)),
    text: (plain) => withoutCommands(writeText(plain)),
  };
}

function createParser(html: boolean): MarkdownIt {
  const md = createMarkdownIt({ html, linkify: false, typographer: false, maxNesting: deepestNesting });
  addMathRules(md);
  const { rules } = md.renderer;
  rules.text = (tokens, number) => writeText(tokens[number]?.content ?? '');
  rules.image = (tokens, number, options, env, self) =>
    writeText(self.renderInlineAsText(tokens[number]?.children ?? [], options, env));
  rules.html_inline = rules.html_block = (tokens, number, _options, env) =>
    (env as { tags: CardTags }).tags.clean(tokens[number]?.content ?? '');
  rules.math = (tokens, number) => {
    const token = tokens[number];
    if (token === undefined) return '';
    const { isDisplay } = token.meta as unknown as MathMeta;
    return writeMath(token.content, isDisplay) + (token.block ? '\n' : '');
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

/** MathJax takes these for links, pictures, attributes and extensions. */
const activeTex = /\\(?:href|url|includegraphics|html[a-z]+|require|class|cssId|style|data)(?![a-z])/i;

function writeMath(tex: string, isDisplay: boolean): string {
  if (activeTex.test(tex)) return `<code>${keepText(escape(tex))}</code>`;
  return isDisplay ? `\\[${escape(tex)}\\]` : `\\(${escape(tex)}\\)`;
}

function writeText(text: string): string {
  return keepText(escape(text));
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function withoutCommands(html: string): string {
  return html.replace(/\[(?=sound:|anki:|latex\]|\${1,2}\])/gi, '&#91;');
}

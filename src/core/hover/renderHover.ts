import type { FormulaImage } from '../bank/bankFiles';
import type { Question } from '../bank/question';
import { encodeBase64 } from './base64';
import { shortenDeckAnswer } from './deckProse';
import { renderUnicodeTex } from './unicodeTex';

/** The kind of the colour theme: an image in a hover can't read the theme's colours. */
export type HoverTheme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

export interface HoverOptions {
  readonly theme: HoverTheme;
  /** Command links, encoded. */
  readonly links: { readonly open: string; readonly quiz: string };
}

const foreground: Readonly<Record<HoverTheme, string>> = {
  light: '#3b3b3b',
  dark: '#cccccc',
  highContrast: '#ffffff',
  highContrastLight: '#292929',
};

/** VS Code cuts a hover's Markdown at 100,000 characters, in the middle of an image if need be. */
const mostCharacters = 90_000;

/** All that may mean something in Markdown (CommonMark 2.4). */
const punctuation = /[!-/:-@[-`{-~]/g;

/** A hover's Markdown: the question, its short answer, its main formula, and links. At most 90,000 characters. */
export function renderHoverMarkdown(
  question: Question,
  formulas: readonly FormulaImage[],
  { theme, links }: HoverOptions,
): string {
  const head = renderHead(question);
  const foot = `[Open](${links.open}) · [Quiz me on this](${links.quiz})`;
  const [formula] = formulas;
  const image = formula === undefined ? undefined : renderImage(formula, theme);
  const isTooLong = head.length + (image?.length ?? 0) + foot.length > mostCharacters - 10;
  const middle = isTooLong ? renderSource(formula) : image;
  return [head.slice(0, mostCharacters / 2), ...(middle === undefined ? [] : [middle]), foot].join('\n\n');
}

/** Text of a person's own, such as a note, under its label. */
export interface TooltipNote {
  readonly label: string;
  readonly text: string;
}

/** A tooltip's Markdown: the question, where a person stands with it, its short answer, and a note where there is one. */
export function renderTooltipMarkdown(question: Question, standing: string, note?: TooltipNote): string {
  const foot = note === undefined ? '' : `\n\n---\n\n${renderNote(note)}`;
  const head = renderHead(question, `*${escapeMarkdown(standing)}*`);
  return head.slice(0, mostCharacters - foot.length) + foot;
}

/** Each line of the note on a line of its own, and an item of a list with a dot. */
function renderNote({ label, text }: TooltipNote): string {
  const lines = text.split('\n').map((line) => renderProse(line.trim().replace(/^[-*+]\s+/, '• ')));
  return [`**${escapeMarkdown(label)}**`, ...lines].join('  \n').slice(0, mostProseCharacters);
}

function renderHead(question: Question, ...between: readonly string[]): string {
  const { title, shortAnswer, deck } = question;
  const heading = `**${escapeMarkdown(title.replace(/\s+/g, ' ').trim())}**`;
  const answer = deck === undefined ? shortAnswer : shortenDeckAnswer(question);
  return [heading, ...between, renderProse(answer)].join('\n\n');
}

function renderImage({ tex, svg, width, height }: FormulaImage, theme: HoverTheme): string {
  const coloured = svg.replaceAll('currentColor', foreground[theme]);
  const alt = escapeAlt((renderUnicodeTex(tex) ?? tex).replace(/\s+/g, ' '));
  const size = `width=${String(width)},height=${String(height)}`;
  return `![${alt}](data:image/svg+xml;base64,${encodeBase64(coloured)}|${size})`;
}

function renderSource(formula: FormulaImage | undefined): string | undefined {
  return formula === undefined || formula.tex.length > 500 ? undefined : renderCode(formula.tex);
}

/** More of a short answer would not be read. */
const mostProseCharacters = 4000;

/** Markdown of ours as a hover's: formulas as Unicode where possible, emphasis and code kept, all else as text. */
function renderProse(markdown: string): string {
  return markdown
    .slice(0, mostProseCharacters)
    .split(/(\$\$[^$]+\$\$|\$[^$\n]+(?:\n[^$\n]+)?\$|`[^`\n]+`)/)
    .map((piece, number) => {
      if (number % 2 === 0) return escapeProse(piece);
      if (piece.startsWith('`')) return renderCode(piece.slice(1, -1));
      const tex = piece.replace(/^\$\$?|\$\$?$/g, '');
      const text = renderUnicodeTex(tex);
      return text === undefined ? renderCode(tex) : escapeMarkdown(text);
    })
    .join('');
}

function renderCode(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ').trim()}\``;
}

/** The text as text: no mark in it means anything, and no address becomes a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(punctuation, '\\$&');
}

/** As `escapeMarkdown`, but emphasis with stars stays, since answers use it. */
function escapeProse(text: string): string {
  return escapeMarkdown(text).replaceAll('\\*', '*');
}

/** In the text of an image, VS Code shows a backslash as it is. */
function escapeAlt(text: string): string {
  return text.replace(punctuation, (mark) => `&#${String(mark.charCodeAt(0))};`);
}

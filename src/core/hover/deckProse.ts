import { parseLines } from '../bank/markdown';
import type { Question } from '../bank/question';
import { withoutHiddenCharacters } from '../decks/hiddenCharacters';

/** What is said of a question that has no answer. */
export const unansweredText = 'Nobody has answered this one yet.';

/** A hover is a glance. */
const mostCharacters = 600;

/** Of a longer answer, all that is looked at. */
const mostRead = 8000;

/**
 * The short answer of a deck's question as Markdown of ours: prose alone, at most 600 characters, cut at a word. Code
 * and tables are left out where there is prose beside them; HTML, images and links leave their text.
 */
export function shortenDeckAnswer({
  shortAnswer,
  options = [],
  isUnanswered,
}: Pick<Question, 'shortAnswer' | 'options' | 'isUnanswered'>): string {
  if (isUnanswered === true) return `*${unansweredText}*`;
  const right = options
    .filter(({ isRight }) => isRight)
    .map(({ letter, text }) => `**${letter}** ${withoutHiddenCharacters(text.slice(0, mostRead))}`);
  const lines = parseLines(withoutHiddenCharacters(shortAnswer.slice(0, mostRead)));
  const prose = lines.flatMap(({ text, isCode }) => (isCode || isTableRow(text) ? [] : [text]));
  const code = lines.flatMap(({ text, isCode }) => (isCode && !/^ {0,3}(```|~~~)/.test(text) ? [text] : []));
  const plain = clip(plainText([...right, ...(right.length > 0 ? [''] : []), ...prose].join('\n')));
  if (plain !== '') return plain;
  const first = code.find((line) => line.trim() !== '') ?? lines.find(({ text }) => isTableRow(text))?.text;
  return first === undefined ? '' : `\`${first.replace(/`/g, "'").trim().slice(0, 120)}\` …`;
}

function isTableRow(line: string): boolean {
  return /^\s*\|/.test(line) || /^[\s:|-]*-\s*\|[\s:|-]*$/.test(line);
}

/** Code, and TeX in any of its brackets: nothing in it is Markdown. */
const verbatim = /(`[^`\n]+`|\$\$[^$]+\$\$|\$[^$\n]+\$|\\\([^\n]{1,200}?\\\)|\\\[[^\n]{1,200}?\\\])/;

function plainText(markdown: string): string {
  return markdown
    .split(verbatim)
    .map((piece, number) => (number % 2 === 1 ? piece.replace(/^\\[([]|\\[)\]]$/g, '$$') : plainPiece(piece)))
    .join('')
    .replace(/[ \t]*\n(?=• )/g, '  \n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' };

function plainPiece(text: string): string {
  return text
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '')
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
    .replace(/^[ \t]*[-*+][ \t]+/gm, '• ')
    .replace(/<br *\/?>/gi, '  \n')
    .replace(/<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi, '')
    .replace(/!?\[([^[\]]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/__([^_\n]{1,200})__/g, '**$1**')
    .replace(/&(nbsp|lt|gt|amp|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Cut at a word; what the cut would leave open (code, TeX, emphasis) goes, too. */
function clip(text: string): string {
  if (text.length <= mostCharacters) return text;
  const beginning = text.slice(0, mostCharacters);
  const space = beginning.search(/\s\S*$/);
  const atWord =
    space > mostCharacters / 2 ? beginning.slice(0, space) : beginning.replace(/[\ud800-\udbff]$/, '');
  return `${close(atWord).trimEnd()} …`;
}

function close(text: string): string {
  const mark = ['`', '$', '**', '*'].find((each) => text.split(each).length % 2 === 0);
  return mark === undefined ? text : close(text.slice(0, text.lastIndexOf(mark)));
}

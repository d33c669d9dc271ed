import type { Question } from '../../bank/question';
import { oneLine, type Exported } from './exported';
import { writeBody } from './markdownFile';

/** The header row. Lists have an item per line; `rest` is the Markdown of all parts that have no column. */
export const CSV_COLUMNS = [
  'id',
  'question',
  'deck',
  'topic',
  'level',
  'terms',
  'prompt',
  'short answer',
  'rest',
  'hint',
  'options',
  'key points',
  'follow-ups',
  'related',
  'checked',
] as const;

/**
 * Questions as CSV by RFC 4180: commas, CRLF, quotes doubled. It begins with a byte order mark, since Excel takes UTF-8
 * without one for the system's old code page; others skip it. A cell that a spreadsheet would run as a formula, and one
 * that begins with an apostrophe, has an apostrophe before it: whoever reads the file takes one off each cell that
 * begins with one, and has what went in.
 */
export function writeCsv({ questions, topics, decks }: Exported): string {
  const topicTitles = new Map(topics.map(({ id, title }) => [id, title]));
  const deckTitles = new Map(decks.map(({ id, title }) => [id, title]));
  const rows = questions.map((question): Record<(typeof CSV_COLUMNS)[number], string> => ({
    id: question.id,
    question: question.title,
    deck: question.deck === undefined ? '' : (deckTitles.get(question.deck) ?? question.deck),
    topic: topicTitles.get(question.topic) ?? question.topic,
    level: question.level ?? '',
    terms: listOf(question.terms),
    prompt: question.prompt ?? '',
    'short answer': question.shortAnswer,
    rest: restOf(question),
    hint: question.hint ?? '',
    options: listOf(
      (question.options ?? []).map(
        ({ letter, text, isRight }) => `[${isRight ? 'x' : ' '}] ${letter}: ${text}`,
      ),
    ),
    'key points': listOf(question.keyPoints),
    'follow-ups': listOf(question.followUps),
    related: listOf(question.related),
    checked: question.checked ?? '',
  }));
  const lines = [CSV_COLUMNS, ...rows.map((row) => CSV_COLUMNS.map((column) => row[column]))];
  return `\uFEFF${lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;
}

function restOf({ sections }: Question): string {
  return writeBody({ shortAnswer: '', sections, keyPoints: [], followUps: [] });
}

function listOf(items: readonly string[]): string {
  return items.map(oneLine).join('\n');
}

/**
 * What Excel, LibreOffice or Google Sheets take for the beginning of a formula, in half and full width, and white space
 * that some of them drop before it (OWASP, CSV injection).
 */
const formulaPattern = /^['=+\-@\t\r\n＝＋－＠]/;

function writeCell(text: string): string {
  const cell = formulaPattern.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

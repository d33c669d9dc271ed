import type { Candidate, ScannedFile, Shape } from '../candidate';
import { parseTitle } from '../title';
import { asks, hasQuestionMark } from '../wording';
import { linkOf } from './listItem';

/** A table with a question in each row, and its answer or a link to it. */
export const row: Shape = {
  name: 'row',
  find: (file) => findTables(file).flatMap(({ line, header, rows }) => parseTable(line, header, rows)),
};

/** Rows rank below all else: a row is a question of one line. */
const rowRank = 60;

export interface Table {
  /** The line of its header, from 0. */
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function findTables({ lines }: Pick<ScannedFile, 'lines'>): Table[] {
  const found: Table[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.kind !== 'table') continue;
    const start = at;
    const rows: TableRow[] = [];
    while (lines[at]?.kind === 'table') {
      rows.push({ line: at, cells: splitRow(lines[at]?.text ?? '') });
      at++;
    }
    found.push({ line: start, header: rows[0]?.cells ?? [], rows: rows.slice(2) });
  }
  return found;
}

/** The cells of a row; `\|` is text, and so is a bar within code. */
export function splitRow(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isCode = false;
  const text = line.trim().replace(/^\|/, '');
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '`') isCode = !isCode;
    if (character === '\\' && text[at + 1] === '|') {
      cell += '|';
      at++;
    } else if (character === '|' && !(isCode && text.indexOf('`', at) > 0)) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}

const questionHeader =
  /^\W*(?:questions?|problems?|prompt|q|ques|pregunta|pergunta|frage|вопрос|问题|题目)\b|问题|题目/i;
const answerHeader =
  /^\W*(?:answers?|ans|solutions?|explanation|responses?|a|respuesta|antwort|ответ)\W*$|答案/i;

function parseTable(line: number, header: readonly string[], rows: readonly TableRow[]): Candidate[] {
  const column = findQuestionColumn(header, rows);
  if (column < 0) return [];
  const answerColumn = header.findIndex(
    (name, at) => at !== column && answerHeader.test(parseTitle(name).text),
  );
  const numberColumn = header.findIndex(
    (name, at) =>
      at !== column &&
      /^\W*(?:#|no\.?|num(?:ber)?|sl?\.?\s*no\.?|id|s\.?\s*no\.?|№|序号|编号)?\W*$/i.test(name),
  );
  return rows.flatMap(({ line: at, cells }) => {
    const title = parseTitle(cells[column] ?? '');
    if (title.text === '') return [];
    const number = Number(/\d+/.exec(cells[numberColumn] ?? '')?.[0] ?? NaN);
    const answer = answerColumn < 0 ? '' : (cells[answerColumn] ?? '');
    const ownLink = linkOf(cells[column] ?? '');
    const link =
      ownLink ??
      cells
        .map((cell, each) => (each === column ? undefined : linkOf(cell)))
        .find((each) => each !== undefined);
    return [
      {
        shape: 'row',
        family: `row ${line}`,
        rank: rowRank,
        line: at,
        titleEnd: at,
        title: { ...title, number: Number.isNaN(number) ? title.number : number },
        rest: linkOf(answer) === undefined ? answer : '',
        endLine: at,
        asks: title.isMarked || asks(title.text),
        asksPlainly: title.isMarked || hasQuestionMark(title.text),
        isAnswered: false,
        isBold: false,
        ...(link === undefined ? {} : { link, isOwnLink: ownLink !== undefined }),
      },
    ];
  });
}

/** The column that is named so, or in which most cells ask; -1 where there is none. */
function findQuestionColumn(header: readonly string[], rows: readonly TableRow[]): number {
  const share = (column: number, test: (text: string) => boolean) => {
    const texts = rows.map(({ cells }) => parseTitle(cells[column] ?? '').text);
    return texts.filter(test).length / Math.max(1, rows.length);
  };
  const named = header.findIndex((name) => questionHeader.test(parseTitle(name).text));
  if (named >= 0 && share(named, asks) >= 0.3) return named;
  return header.findIndex((_, column) => column < 12 && share(column, hasQuestionMark) >= 0.6);
}

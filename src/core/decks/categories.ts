import { linkOf } from './shapes/listItem';
import { findTables, type Table } from './shapes/row';
import type { FileReading } from './readFile';
import { scanLines } from './scanLines';
import { remember } from '../util/remember';
import { plainTitle, parseTitle } from './title';

/** A topic that a table names, and which questions it says are in it. */
export interface Category {
  readonly title: string;
  /** The skipped blocks that are its table, as `file:line`. */
  readonly places: ReadonlySet<string>;
  holds(file: string, number: number | undefined): boolean;
}

/** A table with more rows is no table of categories. */
const mostRows = 200;

/** Tables of categories, with the folder or the numbers of the questions in each: `| Attention | Q1–Q18 | [attn](./attn) |`. */
export function findCategories(readings: readonly FileReading[]): Category[] {
  return readings.flatMap(categoriesOf);
}

const categoriesOf = remember((reading: FileReading): Category[] => {
  if (!/\|.*(?:categor|topic|section|part|chapter|分类|类别)/i.test(reading.text.slice(0, 20_000))) return [];
  const lines = scanLines(reading.text.slice(0, 50_000));
  const tables = findTables({ lines }).filter(({ rows }) => rows.length <= mostRows);
  return tables.flatMap((table) => readTable(reading, table));
});

function readTable({ path, skipped }: FileReading, { line, header, rows }: Table): Category[] {
  const column = header.findIndex((name) =>
    /^\W*(?:categor\w*|topics?|sections?|parts?|chapters?|分类|类别)\W*$/i.test(plainTitle(name)),
  );
  if (column < 0) return [];
  const end = rows.at(-1)?.line ?? line;
  const places = new Set(
    skipped
      .filter((block) => block.file === path && block.line <= end + 1 && block.endLine >= line + 1)
      .map((block) => `${path}:${block.line}`),
  );
  const categories = rows.flatMap(({ cells }): Category[] => {
    const title = parseTitle(cells[column] ?? '').text;
    const folder = cells.map((cell) => folderOf(cell, path)).find((each) => each !== undefined);
    const range = cells
      .map((cell, at) => (at === column ? undefined : rangeOf(cell)))
      .find((each) => each !== undefined);
    if (title === '' || (folder === undefined && range === undefined)) return [];
    const holds: Category['holds'] = (file, number) =>
      folder === undefined
        ? range !== undefined && number !== undefined && number >= range.from && number <= range.to
        : file === folder || file.startsWith(`${folder}/`);
    return [{ title, places, holds }];
  });
  return categories.length >= 2 ? categories : [];
}

function folderOf(cell: string, from: string): string | undefined {
  const link = linkOf(cell);
  if (link === undefined || /^(?:#|[a-z]+:)/i.test(link)) return undefined;
  const base = from.includes('/') ? `${from.slice(0, from.lastIndexOf('/'))}/` : '';
  const path = base + (link.replace(/^\.\//, '').split('#')[0] ?? '').replace(/\/+$/, '');
  return path === '' || path.includes('..') ? undefined : path;
}

function rangeOf(cell: string): { from: number; to: number } | undefined {
  const [, from, to] = /^\W*q?(\d{1,4})\s*(?:-|–|—|to|~|至)\s*q?(\d{1,4})\W*$/i.exec(plainTitle(cell)) ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

import { element } from '../element';

/** What a picture shows, as a table: the first cell of a row names it. */
export interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function renderTable(caption: string, { columns, rows }: TableContent): HTMLTableElement {
  return element(
    'table',
    { class: 'numbers' },
    element('caption', { class: 'visually-hidden' }, caption),
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows.map(renderRow)),
  );
}

function renderRow([name = '', ...cells]: readonly string[]): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    ...cells.map((cell) => element('td', {}, cell)),
  );
}

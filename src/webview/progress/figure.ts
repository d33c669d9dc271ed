import { element } from '../element';
import { enableMarks } from './marks';
import type { MarkContent, Picture } from './picture';
import { renderTable, type TableContent } from './table';
import type { Tooltip } from './tooltip';

/** A picture with what it shows in words, and as a table. */
export interface FigureContent {
  /** `forecast`. */
  readonly name: string;
  readonly title: string;
  /** What there is to see, in a sentence or two. */
  readonly facts: string;
  /** Between the facts and the picture: what its shapes stand for, or a choice. */
  readonly head?: HTMLElement | undefined;
  /** `undefined` as long as there is nothing to show. */
  readonly draw: ((width: number) => Picture) | undefined;
  readonly table: TableContent;
}

export interface FigureActions {
  readonly tooltip: Tooltip;
  /** Leads to a mark's questions. */
  open(content: MarkContent): void;
  isTableOpen(name: string): boolean;
  setTableOpen(name: string, isOpen: boolean): void;
}

export interface Figure {
  readonly element: HTMLElement;
  /** Draws the picture as wide as there is room. To be called once it is in the page, and when it has another width. */
  draw(): void;
}

export function createFigure(content: FigureContent, actions: FigureActions): Figure {
  const { name, title, facts, head, draw } = content;
  const frame = element('div', { class: 'picture' });
  return {
    element: element(
      'section',
      { class: `figure ${name}`, 'aria-labelledby': `title-${name}` },
      element('h2', { id: `title-${name}` }, title),
      element('p', { class: 'facts' }, facts),
      ...(draw === undefined ? [] : [head, frame, renderDetails(content, actions)]),
    ),
    draw() {
      const width = Math.floor(frame.clientWidth);
      if (draw === undefined || width === 0) return;
      frame.replaceChildren(enableMarks(draw(width), actions.tooltip, actions.open));
    },
  };
}

function renderDetails(
  { name, title, table }: FigureContent,
  { isTableOpen, setTableOpen }: FigureActions,
): HTMLElement {
  const details = element(
    'details',
    { open: isTableOpen(name), onToggle: () => setTableOpen(name, details.open) },
    element(
      'summary',
      { 'data-key': `table/${name}` },
      'Show as a table',
      element('span', { class: 'visually-hidden' }, `: ${title}`),
    ),
    element(
      'div',
      {
        class: 'table-frame',
        role: 'region',
        tabindex: '0',
        'aria-label': `Table: ${title}`,
        'data-key': `rows/${name}`,
      },
      renderTable(title, table),
    ),
  );
  return details;
}

/** What shapes stand for, an entry each. The pictures' own labels say it to screen readers. */
export function renderLegend(...entries: readonly (readonly (Element | string)[])[]): HTMLElement {
  return element(
    'p',
    { class: 'legend', 'aria-hidden': 'true' },
    ...entries.map((entry) => element('span', {}, ...entry)),
  );
}

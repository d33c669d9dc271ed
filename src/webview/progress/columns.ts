import { createScale } from '../../core/stats/scale';
import { layOutPlot, renderBandNames, renderGrid } from './axis';
import { renderMark, renderPicture, type Box, type Mark, type MarkContent, type Picture } from './picture';
import { svg } from './svg';
import { formatNumber } from './words';

/** A column, from the bottom up. One without height is no mark. */
export interface Column {
  /** Below the column, where there is room. */
  readonly name: string;
  readonly parts: readonly { readonly value: number; readonly fill: 'solid' | 'hatched' }[];
  readonly mark: MarkContent;
}

interface ColumnChart {
  readonly label: string;
  readonly columns: readonly Column[];
  /** Whether the last column has its name for sure, or the first. */
  readonly isLastNamed?: boolean;
}

const height = 170;

export function renderColumns({ label, columns, isLastNamed = false }: ColumnChart, width: number): Picture {
  const scale = createScale(Math.max(...columns.map(totalOf)));
  const plot = layOutPlot(width, height, formatNumber(scale.top));
  const share = (value: number) => value / scale.top;
  const scenery = [
    ...renderGrid(plot, scale.ticks, share, formatNumber),
    ...renderBandNames(
      plot,
      columns.map(({ name }) => name),
      isLastNamed,
    ),
  ];
  const marks = columns.flatMap((column, number) =>
    totalOf(column) === 0 ? [] : [renderColumn(column, bandOf(plot, number, columns.length), share)],
  );
  return renderPicture({ width, height, label }, scenery, marks);
}

function totalOf({ parts }: Column): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

function bandOf(plot: Box, number: number, count: number): Box {
  const width = plot.width / count;
  return { ...plot, x: plot.x + number * width, width };
}

function renderColumn({ parts, mark }: Column, band: Box, share: (value: number) => number): Mark {
  const width = Math.max(2, Math.min(44, band.width * 0.72));
  const x = band.x + (band.width - width) / 2;
  let bottom = band.y + band.height;
  const shapes = parts.flatMap(({ value, fill }) => {
    if (value === 0) return [];
    // What is there is seen, however small it is beside the rest.
    const tall = Math.max(1.5, band.height * share(value));
    bottom -= tall;
    return [svg('rect', { class: `bar ${fill}`, x, y: bottom, width, height: tall, ...fillOf(fill) })];
  });
  return renderMark(mark, band, shapes);
}

/** A pattern must be named in the page: an address in the style sheet would be sought there. */
export function fillOf(fill: 'solid' | 'hatched'): Record<string, string> {
  return fill === 'hatched' ? { fill: 'url(#hatching)' } : {};
}

/** The patterns that fills name, in a picture without size. */
export function renderPatterns(): SVGElement {
  const stripe = svg('path', { class: 'stripe', d: 'M-1 1 l2 -2 M0 6 l6 -6 M5 7 l2 -2' });
  const attributes = { id: 'hatching', width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const hatching = svg('pattern', attributes, stripe);
  return svg(
    'svg',
    { class: 'patterns', width: 0, height: 0, 'aria-hidden': 'true' },
    svg('defs', {}, hatching),
  );
}

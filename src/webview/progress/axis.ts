import type { Box } from './picture';
import { svg, widthOf } from './svg';

/** Right of a plot, so that the name of its last band has room. */
const rightMargin = 14;

/** The plot of a picture whose numbers on the left are as wide as `widest`. */
export function layOutPlot(width: number, height: number, widest: string): Box {
  const x = Math.ceil(widthOf(widest)) + 12;
  return { x, y: 10, width: width - x - rightMargin, height: height - 36 };
}

/** Lines across a plot, each with its number on the left. `heightOf` gives a value's share of the plot's height. */
export function renderGrid(
  plot: Box,
  ticks: readonly number[],
  heightOf: (value: number) => number,
  format: (value: number) => string,
): SVGElement[] {
  return ticks.flatMap((tick) => {
    const y = plot.y + plot.height * (1 - heightOf(tick));
    return [
      svg('line', { class: 'grid', x1: plot.x, x2: plot.x + plot.width, y1: y, y2: y }),
      svg('text', { x: plot.x - 6, y: y + 4, 'text-anchor': 'end' }, format(tick)),
    ];
  });
}

/** Names below a plot's bands, as many as fit: counted from the end where `isLastNamed`. */
export function renderBandNames(plot: Box, names: readonly string[], isLastNamed: boolean): SVGElement[] {
  const band = plot.width / names.length;
  const every = Math.max(1, Math.ceil((Math.max(...names.map(widthOf)) + 10) / band));
  const first = isLastNamed ? (names.length - 1) % every : 0;
  return names.flatMap((name, number) =>
    number % every === first ? [renderBandName(plot, name, plot.x + (number + 0.5) * band)] : [],
  );
}

/** Centred below its band, but never beyond the picture's right edge. */
function renderBandName(plot: Box, name: string, centre: number): SVGElement {
  const right = plot.x + plot.width + rightMargin;
  const isCut = centre + widthOf(name) / 2 > right;
  return svg(
    'text',
    { x: isCut ? right : centre, y: plot.y + plot.height + 18, 'text-anchor': isCut ? 'end' : 'middle' },
    name,
  );
}

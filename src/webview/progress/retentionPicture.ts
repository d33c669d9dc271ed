import { likelyRange, totalOf, type PeriodRetention, type Remembered } from '../../core/stats/retention';
import { createShareScale } from '../../core/stats/scale';
import type { RetentionPeriod } from '../../protocol/progress';
import { layOutPlot, renderBandNames, renderGrid } from './axis';
import { renderMark, renderPicture, type Box, type Mark, type Picture } from './picture';
import { svg } from './svg';
import { formatDay, formatLongMonth, formatMonth, formatNumber, formatShare } from './words';

type Age = 'young' | 'mature';
const ages: readonly Age[] = ['young', 'mature'];

/** `91%`. */
export function formatShareOf({ asked, remembered }: Remembered): string {
  return formatShare(asked === 0 ? undefined : remembered / asked);
}

/** `16 Nov`, `November 2026`. */
export function nameOfPeriod({ firstDay }: PeriodRetention, unit: RetentionPeriod): string {
  return unit === 'weeks' ? formatDay(firstDay) : formatLongMonth(firstDay);
}

const height = 190;

/** A ring for young, a diamond for mature, each on the line of its likely range: few answers say little. */
export function renderRetention(
  periods: readonly PeriodRetention[],
  unit: RetentionPeriod,
  desired: number,
  width: number,
): Picture {
  const shares = periods.flatMap((period) => ages.flatMap((age) => shareOf(period[age]) ?? []));
  const { bottom, ticks } = createShareScale(Math.min(desired, ...shares));
  const plot = layOutPlot(width, height, '100%');
  const heightOf = (share: number) => Math.max(0, (share - bottom) / (1 - bottom));
  const place = (share: number) => plot.y + plot.height * (1 - heightOf(share));
  const names = periods.map(({ firstDay }) =>
    unit === 'weeks' ? formatDay(firstDay) : formatMonth(firstDay),
  );
  const [y, right] = [place(desired), plot.x + plot.width];
  const scenery = [
    ...renderGrid(plot, ticks, heightOf, formatShare),
    ...renderBandNames(plot, names, true),
    svg('line', { class: 'desired', x1: plot.x, x2: right, y1: y, y2: y }),
  ];
  const band = plot.width / periods.length;
  const marks = periods.flatMap((period, number) => {
    const area = { ...plot, x: plot.x + number * band, width: band };
    return totalOf(period).asked === 0 ? [] : [renderPeriod(period, unit, area, place)];
  });
  const label = `True retention by ${unit === 'weeks' ? 'week' : 'month'}, desired ${formatShare(desired)}`;
  return renderPicture({ width, height, label }, scenery, marks);
}

function renderPeriod(
  period: PeriodRetention,
  unit: RetentionPeriod,
  area: Box,
  place: (share: number) => number,
): Mark {
  const aside = Math.min(9, area.width / 4);
  const shapes = ages.flatMap((age) => {
    const x = area.x + area.width / 2 + (age === 'young' ? -aside : aside);
    return renderAge(period[age], age, x, place);
  });
  const asked = ages.filter((age) => period[age].asked > 0);
  const content = {
    key: `retention/${String(period.firstDay)}`,
    title: `${unit === 'weeks' ? 'Asked in the week from' : 'Asked in'} ${nameOfPeriod(period, unit)}`,
    text: asked.map((age) => describeAge(period[age], age)).join(', '),
    questions: period.questions,
  };
  return renderMark(content, area, shapes);
}

function renderAge(count: Remembered, age: Age, x: number, place: (share: number) => number): SVGElement[] {
  const share = shareOf(count);
  if (share === undefined) return [];
  const { low, high } = likelyRange(count);
  const range = svg('line', { class: 'range', x1: x, x2: x, y1: place(low), y2: place(high) });
  return [range, renderPoint(age, x, place(share))];
}

function shareOf({ asked, remembered }: Remembered): number | undefined {
  return asked === 0 ? undefined : remembered / asked;
}

function describeAge(count: Remembered, age: Age): string {
  return `${age} ${formatShareOf(count)} (${formatNumber(count.remembered)} of ${formatNumber(count.asked)})`;
}

export function renderPoint(age: Age, x: number, y: number): SVGElement {
  if (age === 'young') return svg('circle', { class: 'ring', cx: x, cy: y, r: 4 });
  return svg('path', { class: 'diamond', d: `M${x.toFixed(1)} ${(y - 5).toFixed(1)} l5 5 l-5 5 l-5 -5 z` });
}

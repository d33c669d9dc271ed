import { likelyRange, totalOf, type PeriodRetention, type Remembered } from '../../core/stats/retention';
import { createShareScale } from '../../core/stats/scale';
import type { ProgressView, RetentionPeriod } from '../../protocol/progress';
import { element } from '../element';
import { renderBandNames, renderGrid } from './axis';
import { renderLegend, type FigureContent } from './figure';
import { renderMark, renderPicture, type Box, type Mark, type Picture } from './picture';
import { svg, widthOf } from './svg';
import { formatCount, formatDay, formatLongMonth, formatMonth, formatNumber, formatShare } from './words';

type Age = 'young' | 'mature';

/** True against desired retention. */
export function describeRetention(
  view: ProgressView,
  unit: RetentionPeriod,
  choose: (unit: RetentionPeriod) => void,
): FigureContent {
  const { retention, desiredRetention } = view;
  const periods = retention[unit];
  return {
    name: 'retention',
    title: 'True and desired retention',
    facts: describeAll(view),
    head: element('div', { class: 'head' }, renderUnits(unit, choose), renderAges()),
    draw:
      totalOf(retention.all).asked === 0
        ? undefined
        : (width) => renderRetention(periods, unit, desiredRetention, width),
    table: {
      columns: [unit === 'weeks' ? 'Week from' : 'Month', 'Young', 'Mature', 'Together'],
      rows: [
        ...periods.map((period) => [nameOf(period, unit), ...sharesOf(period)]),
        ['Since the beginning', ...sharesOf(retention.all)],
      ],
    },
  };
}

function describeAll({ retention, desiredRetention }: ProgressView): string {
  const total = totalOf(retention.all);
  if (total.asked === 0) {
    return 'This starts with the first question that you are asked again on a later day.';
  }
  const { low, high } = likelyRange(total);
  const range = `${formatShare(low).replace('%', '')} to ${formatShare(high)}`;
  return (
    `Of ${formatCount(total.asked, 'question')} asked again on a later day, you remembered ${formatShareOf(total)} ` +
    `(95% likely range: ${range}). Desired: ${formatShare(desiredRetention)}. ` +
    `Mature questions were last asked 21 days before or more, young ones less.`
  );
}

function sharesOf({ young, mature }: Pick<PeriodRetention, Age>): string[] {
  return [young, mature, totalOf({ young, mature })].map((count) =>
    count.asked === 0 ? '–' : `${formatShareOf(count)} of ${formatNumber(count.asked)}`,
  );
}

function shareOf({ asked, remembered }: Remembered): number | undefined {
  return asked === 0 ? undefined : remembered / asked;
}

function formatShareOf(count: Remembered): string {
  return formatShare(shareOf(count));
}

function nameOf({ firstDay }: PeriodRetention, unit: RetentionPeriod): string {
  return unit === 'weeks' ? formatDay(firstDay) : formatLongMonth(firstDay);
}

function renderUnits(unit: RetentionPeriod, choose: (unit: RetentionPeriod) => void): HTMLElement {
  const option = (value: RetentionPeriod, label: string) =>
    element(
      'button',
      {
        type: 'button',
        'aria-pressed': String(value === unit),
        'data-key': `period/${value}`,
        onClick: () => choose(value),
      },
      label,
    );
  return element(
    'div',
    { class: 'choice', role: 'group', 'aria-label': 'True retention by' },
    option('weeks', 'Weeks'),
    option('months', 'Months'),
  );
}

function renderAges(): HTMLElement {
  const sample = (shape: SVGElement) => svg('svg', { width: 22, height: 12 }, shape);
  const desired = svg('line', { class: 'desired', x1: 0, x2: 22, y1: 6, y2: 6 });
  return renderLegend(
    [sample(renderPoint('young', 11, 6)), 'young'],
    [sample(renderPoint('mature', 11, 6)), 'mature'],
    [sample(desired), 'desired'],
  );
}

const height = 190;

function renderRetention(
  periods: readonly PeriodRetention[],
  unit: RetentionPeriod,
  desired: number,
  width: number,
): Picture {
  const shares = periods.flatMap(({ young, mature }) => shareOf(young) ?? shareOf(mature) ?? []);
  const lows = periods.flatMap(({ young, mature }) => [shareOf(young) ?? 1, shareOf(mature) ?? 1]);
  const { bottom, ticks } = createShareScale(Math.min(desired, ...shares, ...lows));
  const heightOf = (share: number) => (share - bottom) / (1 - bottom);
  const left = Math.ceil(widthOf('100%')) + 12;
  const plot: Box = { x: left, y: 12, width: width - left - 2, height: height - 40 };
  const place = (number: number, share: number): Point => ({
    x: plot.x + (plot.width * (number + 0.5)) / periods.length,
    y: plot.y + plot.height * (1 - heightOf(share)),
  });
  const names = periods.map(({ firstDay }) =>
    unit === 'weeks' ? formatDay(firstDay) : formatMonth(firstDay),
  );
  const y = place(0, desired).y;
  const scenery = [
    ...renderGrid(plot, ticks, heightOf, formatShare),
    ...renderBandNames(plot, names, true),
    svg('line', { class: 'desired', x1: plot.x, x2: plot.x + plot.width, y1: y, y2: y }),
    ...(['young', 'mature'] as const).flatMap((age) => renderLine(periods, age, place)),
  ];
  const marks = periods.flatMap((period, number) =>
    totalOf(period).asked === 0 ? [] : [renderPeriod(period, unit, number, plot, place, periods.length)],
  );
  const label = `True retention by ${unit === 'weeks' ? 'week' : 'month'}, desired ${formatShare(desired)}`;
  return renderPicture({ width, height, label }, scenery, marks);
}

interface Point {
  readonly x: number;
  readonly y: number;
}
type Place = (number: number, share: number) => Point;

function renderPeriod(
  period: PeriodRetention,
  unit: RetentionPeriod,
  number: number,
  plot: Box,
  place: Place,
  count: number,
): Mark {
  const points = (['young', 'mature'] as const).flatMap((age) => {
    const share = shareOf(period[age]);
    if (share === undefined) return [];
    const { x, y } = place(number, share);
    return [renderPoint(age, x, y)];
  });
  const [young, mature] = (['young', 'mature'] as const).map((age) => describeAge(period[age], age));
  const content = {
    key: `retention/${String(period.firstDay)}`,
    title: `${unit === 'weeks' ? 'Asked in the week from' : 'Asked in'} ${nameOf(period, unit)}`,
    text: [young, mature].filter((text) => text !== undefined).join(', '),
    questions: period.questions,
  };
  const width = plot.width / count;
  return renderMark(content, { ...plot, x: plot.x + number * width, width }, ...points);
}

function describeAge(count: Remembered, age: Age): string | undefined {
  if (count.asked === 0) return undefined;
  return `${age} ${formatShareOf(count)} (${formatNumber(count.remembered)} of ${formatNumber(count.asked)})`;
}

/** A ring for young, a diamond for mature. */
function renderPoint(age: Age, x: number, y: number): SVGElement {
  if (age === 'young') return svg('circle', { class: 'ring', cx: x, cy: y, r: 4 });
  return svg('path', { class: 'diamond', d: `M${x.toFixed(1)} ${(y - 5).toFixed(1)} l5 5 l-5 5 l-5 -5 z` });
}

/** Joins periods that follow one another; where nothing was asked, the line is broken. */
function renderLine(periods: readonly PeriodRetention[], age: Age, place: Place): SVGElement[] {
  let isJoined = false;
  const steps = periods.map((period, number) => {
    const share = shareOf(period[age]);
    const step = isJoined ? 'L' : 'M';
    isJoined = share !== undefined;
    if (share === undefined) return '';
    const { x, y } = place(number, share);
    return `${step}${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return [svg('path', { class: `line ${age}`, d: steps.join('') })];
}

import { likelyRange, totalOf, type Retention } from '../../core/stats/retention';
import type { ProgressView, RetentionPeriod } from '../../protocol/progress';
import { element } from '../element';
import { renderLegend, type FigureContent } from './figure';
import { formatShareOf, nameOfPeriod, renderPoint, renderRetention } from './retentionPicture';
import { svg } from './svg';
import { formatCount, formatNumber, formatShare } from './words';

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
        ...periods.map((period) => [nameOfPeriod(period, unit), ...sharesOf(period)]),
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

function sharesOf({ young, mature }: Retention): string[] {
  return [young, mature, totalOf({ young, mature })].map((count) =>
    count.asked === 0 ? '–' : `${formatShareOf(count)} of ${formatNumber(count.asked)}`,
  );
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
  const sample = (shape: SVGElement) => svg('svg', { width: 22, height: 16 }, shape);
  return renderLegend(
    [sample(renderPoint('young', 11, 8)), 'young'],
    [sample(renderPoint('mature', 11, 8)), 'mature'],
    [sample(svg('line', { class: 'range', x1: 11, x2: 11, y1: 0, y2: 16 })), 'likely range'],
    [sample(svg('line', { class: 'desired', x1: 0, x2: 22, y1: 8, y2: 8 })), 'desired'],
  );
}

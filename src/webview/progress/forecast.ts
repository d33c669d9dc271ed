import type { ProgressView } from '../../protocol/progress';
import { renderColumns, fillOf, type Column } from './columns';
import { renderLegend, type FigureContent } from './figure';
import { svg } from './svg';
import { formatCount, formatDay, formatLongDay, formatNumber } from './words';

/** What comes due in the next days. */
export function describeForecast(view: ProgressView): FigureContent {
  const { days, overdue } = view.forecast;
  const columns = days.map((_, ahead) => describeDay(view, ahead));
  const isAnyDue = days.some(({ questions }) => questions.length > 0);
  return {
    name: 'forecast',
    title: 'Due in the next 30 days',
    facts: describeFacts(view),
    head: overdue === 0 ? undefined : renderOverdueLegend(),
    draw: isAnyDue
      ? (width) => renderColumns({ label: 'Due in the next 30 days', columns }, width)
      : undefined,
    table: {
      columns: ['Day', 'Due', 'Of them overdue'],
      rows: days.map(({ day, questions }, ahead) => [
        formatLongDay(day),
        String(questions.length),
        String(ahead === 0 ? overdue : 0),
      ]),
    },
  };
}

function describeFacts({ forecast }: ProgressView): string {
  const { days, overdue, later } = forecast;
  const today = days[0]?.questions.length ?? 0;
  const all = days.reduce((sum, { questions }) => sum + questions.length, 0);
  const rest = later === 0 ? '' : ` ${formatCount(later, 'question')} come back later.`;
  if (all === 0) return `Nothing is due in these days.${rest}`;
  const waiting = overdue === 0 ? '' : `, ${formatNumber(overdue)} of them overdue`;
  const mean = all / days.length;
  const each = mean < 1 ? 'less than one' : `about ${formatNumber(mean)}`;
  return `${today === 0 ? 'Nothing' : formatNumber(today)} due today${waiting}; ${each} a day over the month.${rest}`;
}

function describeDay({ forecast }: ProgressView, ahead: number): Column {
  const { day, questions } = forecast.days[ahead] ?? { day: 0, questions: [] };
  const overdue = ahead === 0 ? forecast.overdue : 0;
  const text = `${formatCount(questions.length, 'question')}${overdue === 0 ? '' : `, ${formatNumber(overdue)} of them overdue`}`;
  return {
    name: ahead === 0 ? 'Today' : formatDay(day),
    parts: [
      { value: questions.length - overdue, fill: 'solid' },
      { value: overdue, fill: 'hatched' },
    ],
    mark: {
      key: `forecast/${String(day)}`,
      title: ahead === 0 ? 'Due today' : `Due on ${formatLongDay(day)}`,
      text,
      questions,
    },
  };
}

function renderOverdueLegend(): HTMLElement {
  const sample = (fill: 'solid' | 'hatched') =>
    svg(
      'svg',
      { width: 14, height: 12 },
      svg('rect', { class: `bar ${fill}`, x: 1, y: 1, width: 12, height: 10, ...fillOf(fill) }),
    );
  return renderLegend([sample('solid'), 'due that day'], [sample('hatched'), 'overdue']);
}

import { dateOfDay } from '../../core/stats/inputs';
import type { ProgressView } from '../../protocol/progress';
import { renderLegend, type FigureContent } from './figure';
import { renderMark, renderPicture, type Mark, type Picture } from './picture';
import { svg } from './svg';
import { formatCount, formatLongDay, formatMonth, formatNumber } from './words';

type Calendar = ProgressView['calendar'];

/** The study days of a year: a square for each, the larger the more was answered. */
export function describeCalendar({ calendar }: ProgressView): FigureContent {
  const { days, reviews } = calendar;
  return {
    name: 'calendar',
    title: 'The last year',
    facts:
      days.length === 0
        ? 'No answers in the last year.'
        : `${formatCount(reviews, 'answer')} on ${formatCount(days.length, 'day')}.`,
    head: renderLevels(),
    draw: days.length === 0 ? undefined : (width) => renderCalendar(calendar, width),
    table: {
      columns: ['Day', 'Answers'],
      rows: days.map((each) => [formatLongDay(each.day), formatNumber(each.reviews)]).reverse(),
    },
  };
}

/** How the squares lie: weeks are columns from Monday down, in as many bands as the width asks for. */
interface Grid {
  readonly firstMonday: number;
  readonly weeks: number;
  readonly weeksPerBand: number;
  /** From one square to the next. */
  readonly pitch: number;
  readonly left: number;
}

const top = 18;
const bandGap = 8;
const leastPitch = 13;
const mostPitch = 16;

function layOut({ firstDay, lastDay }: Calendar, width: number): Grid {
  const left = 34;
  const firstMonday = mondayOf(firstDay);
  const weeks = (mondayOf(lastDay) - firstMonday) / 7 + 1;
  const bands = Math.ceil(weeks / Math.max(1, Math.floor((width - left) / leastPitch)));
  const weeksPerBand = Math.ceil(weeks / bands);
  return {
    firstMonday,
    weeks,
    weeksPerBand,
    left,
    pitch: Math.min(mostPitch, (width - left) / weeksPerBand),
  };
}

function mondayOf(day: number): number {
  return day - ((dateOfDay(day).getUTCDay() + 6) % 7);
}

function placeOf(day: number, { firstMonday, weeksPerBand, pitch, left }: Grid) {
  const week = Math.floor((day - firstMonday) / 7);
  const band = Math.floor(week / weeksPerBand);
  return {
    x: left + (week % weeksPerBand) * pitch,
    y: band * bandHeight(pitch) + top + ((day - firstMonday) % 7) * pitch,
  };
}

function bandHeight(pitch: number): number {
  return top + 7 * pitch + bandGap;
}

function renderCalendar(calendar: Calendar, width: number): Picture {
  const grid = layOut(calendar, width);
  const bands = Math.ceil(grid.weeks / grid.weeksPerBand);
  const scenery = [
    ...renderMonthNames(calendar, grid),
    ...Array.from({ length: bands }, (_, band) => renderWeekdayNames(band, grid)).flat(),
    renderDays(calendar, grid),
  ];
  const marks = calendar.days.map((day) => renderDay(day, grid));
  const height = Math.ceil(bands * bandHeight(grid.pitch));
  return renderPicture({ width, height, label: 'Answers on each day of the last year' }, scenery, marks);
}

function renderDay({ day, reviews, level, questions }: Calendar['days'][number], grid: Grid): Mark {
  const { x, y } = placeOf(day, grid);
  const content = {
    key: `calendar/${String(day)}`,
    title: formatLongDay(day),
    text: formatCount(reviews, 'answer'),
    questions,
  };
  const area = { x, y, width: grid.pitch, height: grid.pitch };
  return renderMark(content, area, [renderSquare(x, y, grid.pitch, level)]);
}

/** From a dot to a whole square: the level is told by size as well as by colour. */
function renderSquare(x: number, y: number, pitch: number, level: number): SVGElement {
  const side = (pitch - 2) * (0.34 + 0.165 * level);
  const inset = (pitch - side) / 2;
  return svg('rect', {
    class: `day level-${String(level)}`,
    x: x + inset,
    y: y + inset,
    width: side,
    height: side,
    rx: 1.5,
  });
}

/** A dot for each day of the year, as one path: what is not studied is no mark and no reproach. */
function renderDays({ firstDay, lastDay }: Calendar, grid: Grid): SVGElement {
  const dots = Array.from({ length: lastDay - firstDay + 1 }, (_, number) => {
    const { x, y } = placeOf(firstDay + number, grid);
    const centre = grid.pitch / 2 - 1;
    return `M${(x + centre).toFixed(1)} ${(y + centre).toFixed(1)}h2v2h-2z`;
  });
  return svg('path', { class: 'no-day', d: dots.join('') });
}

/** Above the week with a month's first day, unless the next name is too near or it would stick out on the right. */
function renderMonthNames({ firstDay, lastDay }: Calendar, grid: Grid): SVGElement[] {
  const right = grid.left + grid.weeksPerBand * grid.pitch;
  return Array.from({ length: lastDay - firstDay + 1 }, (_, number) => firstDay + number).flatMap((day) => {
    const { x, y } = placeOf(mondayOf(day), grid);
    if (dateOfDay(day).getUTCDate() !== 1 || x + 24 > right) return [];
    return [svg('text', { x, y: y - 5 }, formatMonth(day))];
  });
}

function renderWeekdayNames(band: number, { pitch }: Grid): SVGElement[] {
  return [
    ['Mon', 0],
    ['Wed', 2],
    ['Fri', 4],
  ].map(([name, weekday]) => {
    const y = band * bandHeight(pitch) + top + (Number(weekday) + 0.5) * pitch + 4;
    return svg('text', { x: 0, y }, String(name));
  });
}

function renderLevels(): HTMLElement {
  const pitch = 14;
  const squares = [1, 2, 3, 4].map((level) => renderSquare((level - 1) * pitch, 0, pitch, level));
  return renderLegend(['fewer answers', svg('svg', { width: 4 * pitch, height: pitch }, ...squares), 'more']);
}

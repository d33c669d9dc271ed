import type { Recall } from '../../core/stats/recall';
import type { ProgressView, TopicRecall } from '../../protocol/progress';
import { renderLegend, type FigureContent } from './figure';
import { renderMark, renderPicture, type Mark, type Picture } from './picture';
import { fit, svg } from './svg';
import { formatCount, formatDay, formatLongDay, formatShare } from './words';

/** How much of each topic would be recalled, today and on the day of the interview. */
export function describeRecall(view: ProgressView): FigureContent {
  const { recall, interviewDay } = view;
  return {
    name: 'recall',
    title: 'Recall by topic',
    facts: describeAll(recall.all, interviewDay),
    head: interviewDay === undefined ? undefined : renderRecallLegend(interviewDay),
    draw: recall.topics.length === 0 ? undefined : (width) => renderRecall(view, width),
    table: {
      columns: [
        'Topic',
        'Today',
        ...(interviewDay === undefined ? [] : [`On ${formatDay(interviewDay)}`]),
        'Studied',
        'New',
      ],
      rows: recall.topics.map(({ title, today, onInterview, studied, unseen }) => [
        title,
        formatShare(today),
        ...(interviewDay === undefined ? [] : [formatShare(onInterview)]),
        String(studied.length),
        String(unseen.length),
      ]),
    },
  };
}

function describeAll(
  { today, onInterview, studied, unseen }: Recall,
  interviewDay: number | undefined,
): string {
  const left = unseen.length === 0 ? '' : ` ${formatCount(unseen.length, 'question')} still new.`;
  if (today === undefined) return `Nothing is studied yet.${left}`;
  const then =
    interviewDay === undefined || onInterview === undefined
      ? ''
      : `, and ${formatShare(onInterview)} on ${formatLongDay(interviewDay)} if you stopped now`;
  const count = formatCount(studied.length, 'question');
  return `${count} studied so far. You would recall about ${formatShare(today)} today${then}.${left}`;
}

function renderRecallLegend(interviewDay: number): HTMLElement {
  const size = { width: 14, height: 12 };
  return renderLegend(
    [svg('svg', size, svg('rect', { class: 'bar solid', x: 1, y: 2, width: 12, height: 8 })), 'today'],
    [svg('svg', size, renderDiamond(7, 6)), `on ${formatDay(interviewDay)}, the interview`],
  );
}

/** A row's places: the name beside the bar where there is room, else above it. */
interface Row {
  readonly height: number;
  readonly name: { readonly x: number; readonly y: number; readonly width: number };
  readonly bar: { readonly x: number; readonly y: number; readonly width: number };
  readonly numbersY: number;
}

const barHeight = 10;
const numbersWidth = 118;

function layOutRow(width: number): Row {
  if (width >= 520) {
    const bar = { x: 196, y: 9, width: width - 196 - numbersWidth };
    return { height: 28, name: { x: 6, y: 18, width: 180 }, bar, numbersY: 18 };
  }
  const name = { x: 4, y: 16, width: width - 4 - numbersWidth };
  return { height: 44, name, bar: { x: 4, y: 24, width: width - 8 }, numbersY: 16 };
}

function renderRecall({ recall }: ProgressView, width: number): Picture {
  const row = layOutRow(width);
  const marks = recall.topics.map((topic, number) => renderTopic(topic, row, number * row.height, width));
  const height = row.height * recall.topics.length;
  return renderPicture({ width, height, label: 'Recall by topic' }, [], marks);
}

function renderTopic(recall: TopicRecall, row: Row, top: number, width: number): Mark {
  const { topic, title, today, onInterview, studied, unseen } = recall;
  const bar = { x: row.bar.x, y: top + row.bar.y, height: barHeight, rx: 2 };
  const content = {
    key: `recall/${topic}`,
    title,
    text: describeTopic(recall),
    questions: [...studied, ...unseen],
  };
  const numberAt = (x: number, text: string) =>
    svg('text', { x, y: top + row.numbersY, 'text-anchor': 'end' }, text);
  const shapes = [
    svg('rect', { class: 'track', ...bar, width: row.bar.width }),
    ...(today === undefined
      ? []
      : [svg('rect', { class: 'bar solid', ...bar, width: row.bar.width * today })]),
    ...(onInterview === undefined
      ? []
      : [renderDiamond(row.bar.x + row.bar.width * onInterview, bar.y + barHeight / 2)]),
  ];
  const texts = [
    svg('text', { x: row.name.x, y: top + row.name.y }, fit(title, row.name.width)),
    numberAt(width - 64, formatShare(today)),
    ...(unseen.length === 0 ? [] : [numberAt(width - 6, `${String(unseen.length)} new`)]),
  ];
  return renderMark(content, { x: 0, y: top, width, height: row.height - 2 }, shapes, texts);
}

function describeTopic({ today, onInterview, studied, unseen }: TopicRecall): string {
  const parts = [
    ...(today === undefined ? ['nothing studied yet'] : [`${formatShare(today)} today`]),
    ...(onInterview === undefined ? [] : [`${formatShare(onInterview)} at the interview`]),
    ...(studied.length === 0 ? [] : [`${String(studied.length)} studied`]),
    `${String(unseen.length)} new`,
  ];
  return parts.join(', ');
}

function renderDiamond(x: number, y: number): SVGElement {
  return svg('path', { class: 'diamond', d: `M${x.toFixed(1)} ${(y - 6).toFixed(1)} l6 6 l-6 6 l-6 -6 z` });
}

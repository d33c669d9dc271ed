import { GRADES, type Grade } from '../../core/schedule/session';
import type { ProgressView } from '../../protocol/progress';
import type { FigureContent } from './figure';
import { renderMark, renderPicture, type Box, type Mark, type MarkContent, type Picture } from './picture';
import { svg } from './svg';
import { formatCount, formatNumber, formatShare, stageNames } from './words';

type StageAnswers = ProgressView['answers'][number];

const gradeNames: Readonly<Record<Grade, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** How often each grade was given, by what the question was when it was asked. */
export function describeAnswers({ answers }: ProgressView): FigureContent {
  const total = answers.reduce((sum, { count }) => sum + count, 0);
  return {
    name: 'answers',
    title: 'Grades',
    facts:
      total === 0
        ? 'No grades yet.'
        : 'Of new questions, of those that came back the same day, and of young and mature ones.',
    draw: total === 0 ? undefined : (width) => renderAnswers(answers, width),
    table: {
      columns: ['Question', ...GRADES.map((grade) => gradeNames[grade]), 'Together'],
      rows: answers.map(({ stage, count, grades }) => [
        stageNames[stage],
        ...GRADES.map((grade) => formatNumber(grades[grade].count)),
        formatNumber(count),
      ]),
    },
  };
}

const groupHeight = 168;
const gap = 18;

function renderAnswers(answers: readonly StageAnswers[], width: number): Picture {
  const perRow = width >= 600 ? 4 : 2;
  const groupWidth = (width - gap * (perRow - 1)) / perRow;
  const boxes = answers.map((_, number) => ({
    x: (number % perRow) * (groupWidth + gap),
    y: Math.floor(number / perRow) * groupHeight,
    width: groupWidth,
    height: groupHeight,
  }));
  const groups = answers.map((stage, number) =>
    renderStage(stage, boxes[number] ?? { x: 0, y: 0, width: 0, height: 0 }),
  );
  const height = groupHeight * Math.ceil(answers.length / perRow);
  return renderPicture(
    { width, height, label: 'Grades' },
    groups.flatMap(({ scenery }) => scenery),
    groups.flatMap(({ marks }) => marks),
  );
}

function renderStage(
  { stage, count, grades }: StageAnswers,
  box: Box,
): { readonly scenery: SVGElement[]; readonly marks: Mark[] } {
  const title = `${stageNames[stage]} · ${formatNumber(count)}`;
  const band = box.width / GRADES.length;
  const base = box.y + 140;
  const middle = (number: number) => box.x + (number + 0.5) * band;
  const scenery = [
    svg('text', { class: 'heading', x: box.x, y: box.y + 14 }, title),
    svg('line', { class: 'axis', x1: box.x, x2: box.x + box.width, y1: base, y2: base }),
    ...GRADES.map((grade, number) =>
      svg(
        'text',
        { class: band < 42 ? 'small' : '', x: middle(number), y: base + 17, 'text-anchor': 'middle' },
        gradeNames[grade],
      ),
    ),
  ];
  const marks = GRADES.flatMap((grade, number) => {
    const given = grades[grade];
    if (given.count === 0) return [];
    const share = given.count / count;
    const content = {
      key: `answers/${stage}/${grade}`,
      title: `${gradeNames[grade]}, ${stageNames[stage].toLowerCase()} questions`,
      text: `${formatCount(given.count, 'answer')}, ${formatShare(share)}`,
      questions: given.questions,
    };
    const area = { x: box.x + number * band, y: box.y + 22, width: band, height: 140 };
    return [renderGrade(content, area, base, share)];
  });
  return { scenery, marks };
}

function renderGrade(content: MarkContent, area: Box, base: number, share: number): Mark {
  const middle = area.x + area.width / 2;
  const width = Math.min(36, area.width * 0.72);
  const height = Math.max(1.5, 92 * share);
  const bar = svg('rect', { class: 'bar solid', x: middle - width / 2, y: base - height, width, height });
  const place = { x: middle, y: base - height - 5, 'text-anchor': 'middle' };
  return renderMark(content, area, [bar], [svg('text', place, formatShare(share))]);
}

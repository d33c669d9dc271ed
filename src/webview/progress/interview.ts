import type { InterviewView, ProgressView } from '../../protocol/progress';
import type { FigureContent } from './figure';
import { renderMark, renderPicture, type Mark, type Picture } from './picture';
import { svg } from './svg';
import { formatCount, formatLongDay, formatShare } from './words';

/** What would be recalled on the day of the interview: if the plan is kept, and without more study. */
export function describeInterview(view: ProgressView, interview: InterviewView): FigureContent {
  const outcomes = listOutcomes(view, interview);
  return {
    name: 'interview',
    title: 'Your interview',
    facts: describeFacts(interview),
    draw: (width) => renderOutcomes(outcomes, width),
    table: {
      columns: ['On the day', 'Recall'],
      rows: outcomes.map(({ name, recall }) => [name, formatShare(recall)]),
    },
  };
}

export function describeFacts(interview: InterviewView): string {
  const { day, daysLeft, minutesPerDay, expectedRecall, withoutStudy, questionCount } = interview;
  const when = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${String(daysLeft)} days`;
  const count = formatCount(questionCount, 'question');
  return (
    `${formatLongDay(day)}, ${when}. With ${formatCount(minutesPerDay, 'minute')} a day, as planned, you can expect to ` +
    `recall about ${formatShare(expectedRecall)} of ${count} on the day; without more study, ` +
    `${formatShare(withoutStudy)}. Until then the plan aims at ${formatShare(interview.desiredRetention)}: ` +
    'a question is due when its recall falls to that.'
  );
}

interface Outcome {
  readonly key: string;
  readonly name: string;
  readonly recall: number;
  /** Positions. */
  readonly questions: readonly number[];
  readonly text: string;
}

function listOutcomes({ recall }: ProgressView, interview: InterviewView): Outcome[] {
  const { expectedRecall, withoutStudy, todayQuestions } = interview;
  return [
    {
      key: 'interview/plan',
      name: 'If you keep the plan',
      recall: expectedRecall,
      questions: todayQuestions,
      text: `${formatShare(expectedRecall)}, ${formatCount(todayQuestions.length, 'question')} left today`,
    },
    {
      key: 'interview/without',
      name: 'Without more study',
      recall: withoutStudy,
      questions: [...recall.all.studied, ...recall.all.unseen],
      text: formatShare(withoutStudy),
    },
  ];
}

const rowHeight = 28;
const barHeight = 10;
const nameWidth = 150;
const shareWidth = 48;

function renderOutcomes(outcomes: readonly Outcome[], width: number): Picture {
  const marks = outcomes.map((outcome, number) => renderOutcome(outcome, number * rowHeight, width));
  const height = rowHeight * outcomes.length;
  return renderPicture({ width, height, label: 'Recall on the day of your interview' }, [], marks);
}

function renderOutcome(outcome: Outcome, top: number, width: number): Mark {
  const { key, name, recall, questions, text } = outcome;
  const barWidth = Math.max(0, width - nameWidth - shareWidth);
  const bar = { x: nameWidth, y: top + 9, height: barHeight, rx: 2 };
  const shapes = [
    svg('rect', { class: 'track', ...bar, width: barWidth }),
    svg('rect', { class: 'bar solid', ...bar, width: barWidth * recall }),
  ];
  const texts = [
    svg('text', { x: 6, y: top + 18 }, name),
    svg('text', { x: width - 6, y: top + 18, 'text-anchor': 'end' }, formatShare(recall)),
  ];
  const area = { x: 0, y: top, width, height: rowHeight - 2 };
  return renderMark({ key, title: name, text, questions }, area, shapes, texts);
}

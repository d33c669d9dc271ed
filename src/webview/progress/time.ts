import type { ProgressView } from '../../protocol/progress';
import { renderColumns, type Column } from './columns';
import type { FigureContent } from './figure';
import { formatCount, formatDay, formatLongDay, formatMinutes, formatSeconds } from './words';

/** How long was studied on each of the last days. */
export function describeTimePerDay({ time, today }: ProgressView): FigureContent {
  const studied = time.days.filter(({ reviews }) => reviews > 0);
  const seconds = studied.reduce((sum, day) => sum + day.seconds, 0);
  const columns = time.days.map((each): Column => ({
    name: each.day === today ? 'Today' : formatDay(each.day),
    parts: [{ value: each.seconds / 60, fill: 'solid' }],
    mark: {
      key: `time/${String(each.day)}`,
      title: formatLongDay(each.day),
      text: `${formatMinutes(each.seconds)}, ${formatCount(each.reviews, 'answer')}`,
      questions: each.questions,
    },
  }));
  return {
    name: 'time',
    title: 'Minutes per day',
    facts:
      studied.length === 0
        ? 'Nothing in the last 30 days.'
        : `${formatMinutes(seconds)} in the last 30 days: on average ${formatMinutes(seconds / studied.length)} on a day with answers.`,
    draw:
      studied.length === 0
        ? undefined
        : (width) => renderColumns({ label: 'Minutes per day', columns, isLastNamed: true }, width),
    table: {
      columns: ['Day', 'Time', 'Answers'],
      rows: time.days
        .map(({ day, seconds, reviews }) => [formatLongDay(day), formatSeconds(seconds), String(reviews)])
        .reverse(),
    },
  };
}

/** How long an answer takes. */
export function describeTimePerQuestion({ time }: ProgressView): FigureContent {
  const { lengths, medianSeconds, medianThinkingSeconds = 0 } = time;
  const columns = lengths.map((each): Column => ({
    name: shortNameOf(each),
    parts: [{ value: each.reviews, fill: 'solid' }],
    mark: {
      key: `lengths/${String(each.fromSeconds)}`,
      title: `Answered in ${nameOfLength(each)}`,
      text: formatCount(each.reviews, 'answer'),
      questions: each.questions,
    },
  }));
  return {
    name: 'lengths',
    title: 'Time per question',
    facts:
      medianSeconds === undefined
        ? 'No answers yet.'
        : `Half of your answers took ${formatSeconds(medianSeconds)} or less, ` +
          `from the question to the grade; half of them ${formatSeconds(medianThinkingSeconds)} or less to think.`,
    draw:
      medianSeconds === undefined
        ? undefined
        : (width) => renderColumns({ label: 'Answers by the time they took', columns }, width),
    table: {
      columns: ['Time', 'Answers'],
      rows: lengths.map((each) => [nameOfLength(each), String(each.reviews)]),
    },
  };
}

/** `< 10 s`, for below a column. */
function shortNameOf(length: ProgressView['time']['lengths'][number]): string {
  return nameOfLength(length).replace('under', '<').replace('over', '>');
}

/** `under 10 s`, `10–20 s`, `1–2 min`, `over 5 min`. */
function nameOfLength({ fromSeconds, toSeconds }: ProgressView['time']['lengths'][number]): string {
  if (fromSeconds === 0 && toSeconds !== undefined) return `under ${formatSeconds(toSeconds)}`;
  if (toSeconds === undefined) return `over ${formatSeconds(fromSeconds)}`;
  const from = toSeconds > 60 ? fromSeconds / 60 : fromSeconds;
  return `${String(from)}–${toSeconds === 60 ? '60 s' : formatSeconds(toSeconds)}`;
}

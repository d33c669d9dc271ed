import { parseDay, type StatsInputs, type StudiedQuestion } from './inputs';

/** What comes due, if nothing is answered before. */
export interface Forecast {
  /** The days from today on. What is overdue is due today. */
  readonly days: readonly ForecastDay[];
  /** How many of today's were due before today. */
  readonly overdue: number;
  /** How many come due after these days. */
  readonly later: number;
}

export interface ForecastDay {
  readonly day: number;
  /** Positions of the questions due, the longest due first. */
  readonly questions: readonly number[];
}

const daysAhead = 30;

export function gatherForecast(
  inputs: Pick<StatsInputs, 'questions' | 'states' | 'dueDayOf' | 'today'>,
): Forecast {
  const { questions, states, today, dueDayOf } = inputs;
  const due = questions.flatMap(({ id }, position) => {
    const day = askedOn(dueDayOf(id), states.get(id));
    return day === undefined ? [] : [{ day, position }];
  });
  due.sort((a, b) => a.day - b.day);
  const days = Array.from({ length: daysAhead }, (_, ahead) => ({
    day: today + ahead,
    questions: [] as number[],
  }));
  let later = 0;
  for (const { day, position } of due) {
    const column = days[Math.max(0, day - today)];
    if (column === undefined) later += 1;
    else column.questions.push(position);
  }
  return { days, overdue: due.filter(({ day }) => day < today).length, later };
}

/** A suspended question is not asked at all, a buried one not before its day. */
function askedOn(dueDay: number | undefined, state: StudiedQuestion | undefined): number | undefined {
  if (dueDay === undefined || state?.suspended === true) return undefined;
  const buriedUntil = state?.buriedUntil === undefined ? undefined : parseDay(state.buriedUntil);
  return Math.max(dueDay, buriedUntil ?? dueDay);
}

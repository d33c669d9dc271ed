import { gatherAnswers, type StageAnswers } from './answers';
import { gatherCalendar, type Calendar } from './calendar';
import { gatherForecast, type Forecast } from './forecast';
import type { StatsInputs } from './inputs';
import { gatherRecall, type RecallByTopic } from './recall';
import { gatherRetention, type RetentionHistory } from './retention';
import { gatherTime, type StudyTime } from './time';

/** All that the progress page shows. */
export interface Progress {
  readonly today: number;
  /** `undefined` if there is no interview to come. */
  readonly interviewDay: number | undefined;
  readonly recall: RecallByTopic;
  readonly forecast: Forecast;
  readonly calendar: Calendar;
  readonly retention: RetentionHistory;
  readonly answers: readonly StageAnswers[];
  readonly time: StudyTime;
}

export function gatherProgress(inputs: StatsInputs): Progress {
  const { today, interviewDay } = inputs;
  return {
    today,
    interviewDay: interviewDay !== undefined && interviewDay >= today ? interviewDay : undefined,
    recall: gatherRecall(inputs),
    forecast: gatherForecast(inputs),
    calendar: gatherCalendar(inputs),
    retention: gatherRetention(inputs),
    answers: gatherAnswers(inputs),
    time: gatherTime(inputs),
  };
}

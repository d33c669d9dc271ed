import type { StudySettings } from '../../../src/core/log/dailyPlan';
import { defaultModel } from '../../../src/core/schedule/fsrs';

/** The default settings. */
export const settings: StudySettings = {
  scheduling: {
    clock: { turnHour: 4, offsetMinutesAt: (ms) => -new Date(ms).getTimezoneOffset() },
    model: defaultModel,
    desiredRetention: 0.9,
    maximumDays: 365,
    isFuzzed: true,
  },
  limits: { newPerDay: 10, reviewsPerDay: 100 },
  interviewDay: undefined,
  minutesPerDay: 20,
  aheadMovesDueDays: false,
};

/** The questions of a bank that has none: one list, as for a bank that stays the same. */
export const noQuestions: readonly string[] = [];

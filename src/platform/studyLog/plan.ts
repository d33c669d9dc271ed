import { Disposable, workspace } from 'vscode';
import { defaultModel } from '../../core/schedule/fsrs';
import type { StudyPlan } from '../../core/log/studyRecord';
import { getSetting } from '../settings';

/** The plan that the settings make, the same object until they change. */
export interface PlanReader extends Disposable {
  read(): StudyPlan;
}

export function createPlanReader(onDidChange: () => void): PlanReader {
  let plan: StudyPlan | undefined;
  const watching = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('llmStudy.study')) return;
    plan = undefined;
    onDidChange();
  });
  return Object.assign(Disposable.from(watching), { read: () => (plan ??= readPlan()) });
}

/** What is out of range in the settings file counts as the nearest that is not. */
function readPlan(): StudyPlan {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return {
    scheduling: {
      clock: {
        turnHour: Math.floor(within(getSetting('study.dayTurnsAt'), 0, 23)),
        offsetMinutesAt: (ms) => -new Date(ms).getTimezoneOffset(),
      },
      model: defaultModel,
      desiredRetention: within(getSetting('study.desiredRetention'), 0.7, 0.99),
      maximumDays: within(getSetting('study.longestInterval'), 1, 36_500),
      isFuzzed: true,
    },
    limits: {
      newPerDay: within(getSetting('study.newPerDay'), 0, 9999),
      reviewsPerDay: within(getSetting('study.reviewsPerDay'), 0, 9999),
    },
    interviewDay: parseDay(getSetting('study.interviewDate')),
  };
}

function parseDay(text: string): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? text : undefined;
}

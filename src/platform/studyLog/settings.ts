import { Disposable, workspace } from 'vscode';
import { defaultModel } from '../../core/schedule/fsrs';
import type { StudySettings } from '../../core/log/dailyPlan';
import { parseStudyDay } from '../../core/schedule/studyDay';
import { getSetting } from '../settings';

/** What the settings say about studying, the same object until they change. */
export interface SettingsReader extends Disposable {
  read(): StudySettings;
}

export function createSettingsReader(onDidChange: () => void): SettingsReader {
  let settings: StudySettings | undefined;
  const watching = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('llmStudy.study')) return;
    settings = undefined;
    onDidChange();
  });
  return Object.assign(Disposable.from(watching), { read: () => (settings ??= readSettings()) });
}

/** What is out of range in the settings file counts as the nearest that is not. */
function readSettings(): StudySettings {
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
    interviewDay: parseStudyDay(getSetting('study.interviewDate')),
    minutesPerDay: within(getSetting('study.minutesPerDay'), 1, 600),
    aheadMovesDueDays: getSetting('study.aheadMovesDueDates'),
  };
}

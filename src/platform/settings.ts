import { workspace, type Disposable } from 'vscode';

/** The settings of the manifest, with their types; defaults stand in the manifest. */
export interface Settings {
  'answer.peek': boolean;
  'answer.column': 'beside' | 'active';
  'quiz.size': number;
  'quiz.order': 'mixed' | 'path';
  'study.desiredRetention': number;
  'study.newPerDay': number;
  'study.reviewsPerDay': number;
  'study.longestInterval': number;
  'study.dayTurnsAt': number;
  'study.interviewDate': string;
  'study.minutesPerDay': number;
  'study.aheadMovesDueDates': boolean;
  'study.folder': string;
  'decks.folders': readonly string[];
  'decks.codeLens': boolean;
  'hover.enabled': boolean;
  'hover.languages': readonly string[];
}

const defaults: Settings = {
  'answer.peek': true,
  'answer.column': 'beside',
  'quiz.size': 10,
  'quiz.order': 'mixed',
  'study.desiredRetention': 0.9,
  'study.newPerDay': 10,
  'study.reviewsPerDay': 100,
  'study.longestInterval': 365,
  'study.dayTurnsAt': 4,
  'study.interviewDate': '',
  'study.minutesPerDay': 20,
  'study.aheadMovesDueDates': false,
  'study.folder': '',
  'decks.folders': [],
  'decks.codeLens': true,
  'hover.enabled': true,
  'hover.languages': [],
};

/** A setting's value; its default where a person wrote another type into the file. */
export function getSetting<K extends keyof Settings>(key: K): Settings[K] {
  const value: unknown = workspace.getConfiguration('llmStudy').get(key);
  const fallback = defaults[key];
  const isSameType = typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback);
  return isSameType ? (value as Settings[K]) : fallback;
}

/** Whether the settings of the user, the workspace or one of its folders list a deck; `getSetting` has one of the lists. */
export function hasDecks(): boolean {
  return [null, ...(workspace.workspaceFolders ?? [])].some((scope) => {
    const levels = workspace.getConfiguration('llmStudy', scope).inspect('decks.folders');
    return Object.values(levels ?? {}).some((value) => Array.isArray(value) && value.length > 0);
  });
}

export function onSettingChange(key: keyof Settings, listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`llmStudy.${key}`)) listener();
  });
}

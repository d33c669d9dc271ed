import { l10n, type QuickPickItem } from 'vscode';
import type { BankIndex } from '../../core/bank/bankFiles';
import { LEVELS } from '../../core/bank/question';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Scope as QueueScope } from '../../core/schedule/queue';
import { describeInterview } from '../../platform/interviewNames';
import type { Services } from '../../platform/services';

/** What a quiz is about. */
export interface Scope {
  readonly title: string;
  readonly ids: readonly string[];
  /** The order means something: the first ones are asked, whatever the setting says. */
  readonly isOrdered?: boolean;
}

export type ScopeItem = QuickPickItem & { readonly value: ScopeChoice };
export type ScopeChoice = Scope | { readonly title: string; readonly narrower: readonly Scope[] };

/** What asks for something comes first. */
export function listScopes(
  index: BankIndex,
  study: StudyRecord,
  { lastSearch }: Services['focus'],
): ScopeItem[] {
  const all = index.questions.map(({ id }) => id);
  const bookmarked = all.filter((id) => study.isBookmarked(id));
  return [
    ...listQueued(study, all),
    ...one(l10n.t('Everything'), all, 'library'),
    ...one(l10n.t('Bookmarked'), bookmarked, 'bookmark'),
    ...(lastSearch === undefined
      ? []
      : one(l10n.t('Search: {0}', lastSearch.query), lastSearch.ids, 'search')),
    ...listGrouped(index),
  ];
}

/** What scheduling would ask, in its order. */
function listQueued(study: StudyRecord, all: readonly string[]): ScopeItem[] {
  const { interview, aheadMovesDueDays } = study.plan();
  const queued = (scope: QueueScope, title: string, icon: string) =>
    one(title, study.queueOf(scope, all), icon, true);
  const ahead = aheadMovesDueDays ? l10n.t('Ahead') : l10n.t('Ahead, for practice');
  return [
    ...(interview === undefined
      ? []
      : one(describeInterview(interview), study.interviewQueueOf(all), 'calendar', true)),
    ...queued('due', l10n.t('Due'), 'clock'),
    ...queued('new', l10n.t('New today'), 'circle-outline'),
    ...queued('weak', l10n.t('Weak'), 'flame'),
    ...queued('leeches', l10n.t('Leeches'), 'bug'),
    ...queued('ahead', ahead, 'debug-step-over'),
  ];
}

function listGrouped({ questions, topics, collections }: BankIndex): ScopeItem[] {
  const idsWhere = (test: (question: BankIndex['questions'][number]) => boolean) =>
    questions.filter(test).map(({ id }) => id);
  return [
    several(
      l10n.t('A topic'),
      topics.map(({ id, title }) => ({ title, ids: idsWhere(({ topic }) => topic === id) })),
      'list-tree',
    ),
    several(
      l10n.t('A collection'),
      collections.map(({ title, sections }) => ({
        title,
        ids: [...new Set(sections.flatMap((section) => section.questions))],
      })),
      'list-ordered',
    ),
    several(
      l10n.t('A level'),
      LEVELS.map((each) => ({ title: labelOfLevel(each), ids: idsWhere(({ level }) => level === each) })),
      'dashboard',
    ),
  ];
}

function one(title: string, ids: readonly string[], icon: string, isOrdered = false): ScopeItem[] {
  if (ids.length === 0) return [];
  const value = { title, ids, isOrdered };
  return [{ label: `$(${icon}) ${title}`, description: countOf(ids.length), value }];
}

function several(title: string, scopes: readonly Scope[], icon: string): ScopeItem {
  return {
    label: `$(${icon}) ${title}`,
    description: '…',
    value: { title, narrower: scopes.filter(({ ids }) => ids.length > 0) },
  };
}

export function countOf(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

function labelOfLevel(level: (typeof LEVELS)[number]): string {
  switch (level) {
    case 'easy':
      return l10n.t('Easy');
    case 'medium':
      return l10n.t('Medium');
    case 'hard':
      return l10n.t('Hard');
  }
}

import { l10n, type QuickPickItem } from 'vscode';
import { answeredIds, askable } from '../../core/bank/askable';
import type { BankIndex } from '../../core/bank/bankFiles';
import { LEVELS, type QuestionSummary } from '../../core/bank/question';
import { nameTopics } from '../../core/bank/topicNames';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Scope as QueueScope } from '../../core/schedule/queue';
import { collectBy } from '../../core/util/collectBy';
import { nameOfGroup } from '../../platform/groupNames';
import { describeInterview } from '../../platform/interviewNames';
import { literalIcons } from '../../platform/library/names';
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

/** What asks for something comes first. A question without an answer is in a scope only where none of it has one. */
export function listScopes(
  index: BankIndex,
  study: StudyRecord,
  { lastSearch }: Services['focus'],
): ScopeItem[] {
  const { questions } = index;
  const bookmarked = questions.filter(({ id }) => study.isBookmarked(id));
  return [
    ...listQueued(study, answeredIds(questions)),
    ...one(l10n.t('Everything'), idsOf(questions), 'library'),
    ...one(l10n.t('Bookmarked'), idsOf(bookmarked), 'bookmark'),
    ...(lastSearch === undefined
      ? []
      : one(l10n.t('Search: {0}', lastSearch.query), idsOf(pickOut(questions, lastSearch.ids)), 'search')),
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

function listGrouped(index: BankIndex): ScopeItem[] {
  const { questions, topics, collections, decks } = index;
  const names = nameTopics(index);
  const byTopic = collectBy(questions, ({ topic }) => topic);
  const byDeck = collectBy(questions, ({ deck }) => deck);
  const byLevel = collectBy(questions, ({ level }) => level ?? 'none');
  const topicsOfDeck = collectBy(topics, ({ deck }) => deck);
  // A deck of one topic is asked as a deck.
  const listed = topics.filter(({ deck }) => deck === undefined || topicsOfDeck.get(deck)?.length !== 1);
  return [
    several(
      l10n.t('A topic'),
      listed.map(({ id, title }) => ({ title: names.get(id) ?? title, ids: idsOf(byTopic.get(id)) })),
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
    ...(decks.length === 0
      ? []
      : [
          several(
            l10n.t('A deck'),
            decks.map(({ id, title }) => ({ title, ids: idsOf(byDeck.get(id)) })),
            'book',
          ),
        ]),
    several(
      l10n.t('A level'),
      [...LEVELS, 'none' as const].map((level) => ({
        title: nameOfGroup({ key: `level/${level}`, title: level }),
        ids: idsOf(byLevel.get(level)),
      })),
      'dashboard',
    ),
  ];
}

function idsOf(questions: readonly QuestionSummary[] = []): readonly string[] {
  return askable(questions).map(({ id }) => id);
}

/** Those of the ids that there are, in the order of the ids. */
function pickOut(questions: readonly QuestionSummary[], ids: readonly string[]): QuestionSummary[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function one(title: string, ids: readonly string[], icon: string, isOrdered = false): ScopeItem[] {
  if (ids.length === 0) return [];
  const value = { title, ids, isOrdered };
  return [{ label: `$(${icon}) ${literalIcons(title)}`, description: countOf(ids.length), value }];
}

function several(title: string, scopes: readonly Scope[], icon: string): ScopeItem {
  return {
    label: `$(${icon}) ${literalIcons(title)}`,
    description: '…',
    value: { title, narrower: scopes.filter(({ ids }) => ids.length > 0) },
  };
}

export function countOf(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

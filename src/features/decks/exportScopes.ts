import { l10n, type QuickPickItem } from 'vscode';
import type { BankIndex } from '../../core/bank/bankFiles';
import { questionsOf, type Group } from '../../core/bank/grouping';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Scope as QueueScope } from '../../core/schedule/queue';
import { literalIcons } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { isArrayOf, isObjectOf, isOneOf, isString } from '../../protocol/shape';

/** Which questions are exported, and how they are called together. */
export interface ExportScope {
  readonly title: string;
  readonly ids: readonly string[];
}

type ExportChoice = ExportScope | { readonly title: string; readonly narrower: readonly ExportScope[] };

export type ExportItem = QuickPickItem & { readonly value: ExportChoice };

export const FORMATS = ['markdown', 'json', 'csv', 'anki'] as const;

export type Format = (typeof FORMATS)[number];

/** The questions of a group of the tree, or those that were named; `undefined` for anything else. */
export function parseScope(index: BankIndex, target: unknown): ExportScope | undefined {
  const isNamed = isObjectOf({ ids: isArrayOf(isString) });
  if (isNamed(target)) return { title: l10n.t('Questions'), ids: target.ids };
  const { group, question } = (target ?? {}) as { group?: Partial<Group>; question?: { id?: unknown } };
  if (Array.isArray(group?.groups) && Array.isArray(group.questions)) {
    const ids = questionsOf(group as Group).map(({ id }) => id);
    return { title: isString(group.title) ? group.title : l10n.t('Questions'), ids };
  }
  const id = isString(target) ? target : question?.id;
  const found = index.questions.find((each) => each.id === id);
  return found === undefined ? undefined : { title: found.title, ids: [found.id] };
}

/** The format that came with a command. */
export function parseFormat(target: unknown): Format | undefined {
  const hasFormat = isObjectOf({ format: isOneOf(...FORMATS) });
  return hasFormat(target) ? target.format : undefined;
}

/** All that can be exported; what has no questions is left out. `study` is `undefined` where the log can't be read. */
export function listExportScopes(
  { questions, topics, collections, decks }: BankIndex,
  study: StudyRecord | undefined,
  { lastSearch }: Services['focus'],
): ExportItem[] {
  const idsWhere = (test: (question: BankIndex['questions'][number]) => boolean) =>
    questions.filter(test).map(({ id }) => id);
  const all = idsWhere(() => true);
  const queued = (scope: QueueScope) => study?.queueOf(scope, all) ?? [];
  return [
    ...one(l10n.t('Everything'), all, 'library'),
    ...(decks.length === 0
      ? []
      : one(
          l10n.t('The bank'),
          idsWhere(({ deck }) => deck === undefined),
          'book',
        )),
    ...decks.flatMap(({ id, title }) =>
      one(
        title,
        idsWhere(({ deck }) => deck === id),
        'folder',
      ),
    ),
    ...(lastSearch === undefined
      ? []
      : one(l10n.t('Search: {0}', lastSearch.query), lastSearch.ids, 'search')),
    ...one(l10n.t('Bookmarked'), study === undefined ? [] : all.filter(study.isBookmarked), 'bookmark'),
    ...one(l10n.t('Due'), queued('due'), 'clock'),
    ...one(l10n.t('Weak'), queued('weak'), 'flame'),
    ...one(l10n.t('Leeches'), queued('leeches'), 'bug'),
    ...several(
      l10n.t('A topic'),
      topics.map(({ id, title }) => ({ title, ids: idsWhere(({ topic }) => topic === id) })),
      'list-tree',
    ),
    ...several(
      l10n.t('A collection'),
      collections.map(({ title, sections }) => ({
        title,
        ids: [...new Set(sections.flatMap((section) => section.questions))],
      })),
      'list-ordered',
    ),
  ];
}

function one(title: string, ids: readonly string[], icon: string): ExportItem[] {
  if (ids.length === 0) return [];
  return [
    { label: `$(${icon}) ${literalIcons(title)}`, description: countOf(ids.length), value: { title, ids } },
  ];
}

function several(title: string, scopes: readonly ExportScope[], icon: string): ExportItem[] {
  const narrower = scopes.filter(({ ids }) => ids.length > 0);
  if (narrower.length === 0) return [];
  return [{ label: `$(${icon}) ${literalIcons(title)}`, description: '…', value: { title, narrower } }];
}

export function countOf(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

import { l10n, type QuickPickItem } from 'vscode';
import type { Bank } from '../../core/bank/bank';
import type { BankIndex } from '../../core/bank/bankFiles';
import { questionsOf, type Group } from '../../core/bank/grouping';
import { LEVELS } from '../../core/bank/question';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Scope as QueueScope } from '../../core/schedule/queue';
import { shuffle } from '../../core/util/shuffle';
import type { Services } from '../../platform/services';
import { getSetting } from '../../platform/settings';
import { pickStep, type Choice } from '../../platform/steps';
import { isArrayOf, isObjectOf, isString } from '../../protocol/shape';

/** What a quiz is about. */
export interface Scope {
  readonly title: string;
  readonly ids: readonly string[];
  /** The order means something: the first ones are asked, whatever the setting says. */
  readonly isOrdered?: boolean;
}

type ScopeItem = QuickPickItem & { readonly value: ScopeChoice };
type ScopeChoice = Scope | { readonly title: string; readonly narrower: readonly Scope[] };

/**
 * Asks for the scope: what (everything, a topic, …), which one where there are several, and how many. Back leads to the
 * question before; `undefined` when it was cancelled or nothing is there to be asked.
 */
export async function askForScope(services: Services): Promise<Scope | undefined> {
  const items = listScopes(await services.bank.loadIndex(), await services.study.load(), services.focus);
  const answers: { choice?: ScopeChoice; scope?: Scope } = {};
  let step: 'what' | 'which' | 'count' = 'what';
  for (;;) {
    if (step === 'what') {
      const chosen = await pickStep(whatChoice(items), 1, 2);
      if (chosen === undefined || chosen === 'back') return undefined;
      answers.choice = chosen.value;
      if ('ids' in chosen.value) answers.scope = chosen.value;
      step = 'ids' in chosen.value ? 'count' : 'which';
    } else if (step === 'which') {
      const { choice } = answers;
      if (choice === undefined || 'ids' in choice) return undefined;
      const chosen = await pickStep(whichChoice(choice), 2, 3);
      if (chosen === undefined) return undefined;
      if (chosen !== 'back') answers.scope = chosen.value;
      step = chosen === 'back' ? 'what' : 'count';
    } else {
      const { choice, scope } = answers;
      if (choice === undefined || scope === undefined) return undefined;
      const isDirect = 'ids' in choice;
      const chosen = await pickStep(countChoice(scope), isDirect ? 2 : 3, isDirect ? 2 : 3);
      if (chosen === undefined) return undefined;
      if (chosen !== 'back') return takeSome(scope, chosen.value);
      step = isDirect ? 'what' : 'which';
    }
  }
}

/** A scope that came with a command: `{ title, ids }` of known questions. Rejects for anything else. */
export async function parseScope(bank: Bank, value: unknown): Promise<Scope> {
  const isScope = isObjectOf<Omit<Scope, 'isOrdered'>>({ title: isString, ids: isArrayOf(isString) });
  const scope = typeof value === 'string' ? { title: '', ids: [value] } : value;
  if (!isScope(scope)) throw new Error(l10n.t('it was not said which questions. Use "Quiz Me" to choose.'));
  const questions = await Promise.all(scope.ids.map((id) => bank.loadQuestion(id)));
  const known = questions.flatMap((question) => question ?? []);
  return {
    title: scope.title.slice(0, 200) || (known[0]?.title ?? ''),
    ids: known.map(({ id }) => id),
  };
}

/** The questions of a group of the tree. */
export function scopeOfGroup(node: unknown): Scope {
  const { group } = (node ?? {}) as { group?: Group };
  if (group === undefined) throw new Error(l10n.t('no group is selected. Use "Quiz Me" to choose.'));
  return takeSome(
    { title: group.title, ids: questionsOf(group).map(({ id }) => id) },
    getSetting('quiz.size'),
  );
}

/** What asks for something comes first. */
function listScopes(index: BankIndex, study: StudyRecord, focus: Services['focus']): ScopeItem[] {
  const idsWhere = (test: (question: BankIndex['questions'][number]) => boolean) =>
    index.questions.filter(test).map(({ id }) => id);
  const one = (title: string, ids: readonly string[], icon: string, isOrdered = false): ScopeItem[] =>
    ids.length === 0
      ? []
      : [{ label: `$(${icon}) ${title}`, description: countOf(ids), value: { title, ids, isOrdered } }];
  const queued = (scope: QueueScope, title: string, icon: string) =>
    one(
      title,
      study.queueOf(
        scope,
        idsWhere(() => true),
      ),
      icon,
      true,
    );
  const several = (title: string, scopes: readonly Scope[], icon: string): ScopeItem => ({
    label: `$(${icon}) ${title}`,
    description: '…',
    value: { title, narrower: scopes.filter(({ ids }) => ids.length > 0) },
  });
  const search = focus.lastSearch;
  return [
    ...queued('due', l10n.t('Due'), 'clock'),
    ...queued('new', l10n.t('New today'), 'circle-outline'),
    ...queued('weak', l10n.t('Weak'), 'flame'),
    ...queued('ahead', l10n.t('Ahead, for practice'), 'debug-step-over'),
    ...one(
      l10n.t('Everything'),
      idsWhere(() => true),
      'library',
    ),
    ...one(
      l10n.t('Bookmarked'),
      idsWhere(({ id }) => study.isBookmarked(id)),
      'bookmark',
    ),
    ...(search === undefined ? [] : one(l10n.t('Search: {0}', search.query), search.ids, 'search')),
    several(
      l10n.t('A topic'),
      index.topics.map(({ id, title }) => ({ title, ids: idsWhere(({ topic }) => topic === id) })),
      'list-tree',
    ),
    several(
      l10n.t('A collection'),
      index.collections.map(({ title, sections }) => ({
        title,
        ids: [...new Set(sections.flatMap(({ questions }) => questions))],
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

function whatChoice(items: readonly ScopeItem[]): Choice<ScopeChoice> {
  return { title: l10n.t('Quiz Me'), placeholder: l10n.t('What shall the quiz be about?'), items };
}

function whichChoice({ title, narrower }: { title: string; narrower: readonly Scope[] }): Choice<Scope> {
  return {
    title: l10n.t('Quiz Me: {0}', title),
    placeholder: l10n.t('Which one?'),
    items: narrower.map((scope) => ({ label: scope.title, description: countOf(scope.ids), value: scope })),
  };
}

function countChoice({ title, ids }: Scope): Choice<number> {
  const counts = [...new Set([5, getSetting('quiz.size'), 20, 50])]
    .filter((count) => count > 0 && count < ids.length)
    .sort((a, b) => a - b);
  return {
    title: l10n.t('Quiz Me: {0}', title),
    placeholder: l10n.t('How many questions?'),
    items: [
      ...counts.map((count) => ({ label: String(count), value: count })),
      { label: l10n.t('All {0}', ids.length), value: ids.length },
    ],
  };
}

/** So many of a scope's questions: the first of a path, or any of them, as the setting says. */
function takeSome({ title, ids, isOrdered = false }: Scope, count: number): Scope {
  const ordered = isOrdered || getSetting('quiz.order') === 'path' ? ids : shuffle(ids, Math.random);
  return { title, ids: ordered.slice(0, Math.max(1, count)) };
}

function countOf({ length }: readonly string[]): string {
  return length === 1 ? l10n.t('1 question') : l10n.t('{0} questions', length);
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

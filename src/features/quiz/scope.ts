import { l10n } from 'vscode';
import { askable } from '../../core/bank/askable';
import type { Bank } from '../../core/bank/bank';
import { questionsOf, type Group } from '../../core/bank/grouping';
import type { StudyRecord } from '../../core/log/studyRecord';
import { countInMinutes, type Pace } from '../../core/schedule/pace';
import { shuffle } from '../../core/util/shuffle';
import { nameOfGroup } from '../../platform/groupNames';
import { literalIcons } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { getSetting } from '../../platform/settings';
import { pickStep, type Choice } from '../../platform/steps';
import { isArrayOf, isObjectOf, isString } from '../../protocol/shape';
import { countOf, listScopes, type Scope, type ScopeChoice, type ScopeItem } from './scopeList';

/** The minutes that a quiz may have instead of a number of questions. */
const minutesOffered = [10, 20];

/**
 * Asks for the scope: what (everything, a topic, …), which one where there are several, and how many. Back leads to the
 * question before; `undefined` when it was cancelled or nothing is there to be asked.
 */
export async function askForScope(services: Services): Promise<Scope | undefined> {
  const study = await services.study.load();
  const items = listScopes(await services.library.loadIndex(), study, services.focus);
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
      const chosen = await pickStep(countChoice(scope, study), isDirect ? 2 : 3, isDirect ? 2 : 3);
      if (chosen === undefined) return undefined;
      if (chosen !== 'back') return takeSome(scope, chosen.value);
      step = isDirect ? 'what' : 'which';
    }
  }
}

/** A scope that came with a command: `{ title, ids }` of known questions. Rejects for anything else. */
export async function parseScope(library: Bank, value: unknown): Promise<Scope> {
  const isScope = isObjectOf<Omit<Scope, 'isOrdered'>>({ title: isString, ids: isArrayOf(isString) });
  const scope = typeof value === 'string' ? { title: '', ids: [value] } : value;
  if (!isScope(scope)) throw new Error(l10n.t('it was not said which questions. Use "Quiz Me" to choose.'));
  const questions = await Promise.all(scope.ids.map((id) => library.loadQuestion(id)));
  const known = askable(questions.flatMap((question) => question ?? []));
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
    { title: nameOfGroup(group), ids: askable(questionsOf(group)).map(({ id }) => id) },
    getSetting('quiz.size'),
  );
}

function whatChoice(items: readonly ScopeItem[]): Choice<ScopeChoice> {
  return { title: l10n.t('Quiz Me'), placeholder: l10n.t('What shall the quiz be about?'), items };
}

function whichChoice({ title, narrower }: { title: string; narrower: readonly Scope[] }): Choice<Scope> {
  return {
    title: l10n.t('Quiz Me: {0}', title),
    placeholder: l10n.t('Which one?'),
    items: narrower.map((scope) => ({
      label: literalIcons(scope.title),
      description: countOf(scope.ids.length),
      value: scope,
    })),
  };
}

function countChoice({ title, ids }: Scope, study: StudyRecord): Choice<number> {
  const counts = [...new Set([5, getSetting('quiz.size'), 20, 50])]
    .filter((count) => count > 0 && count < ids.length)
    .sort((a, b) => a - b);
  return {
    title: l10n.t('Quiz Me: {0}', title),
    placeholder: l10n.t('How many questions, or how long?'),
    items: [
      ...counts.map((count) => ({ label: String(count), value: count })),
      { label: l10n.t('All {0}', ids.length), value: ids.length },
      ...minutesChoices(ids.length, study.pace()),
    ],
  };
}

/** Minutes that hold fewer questions than there are. */
function minutesChoices(available: number, pace: Pace): Choice<number>['items'] {
  return minutesOffered.flatMap((minutes) => {
    const count = countInMinutes(minutes, pace);
    if (count >= available) return [];
    const label = l10n.t('{0} minutes', minutes);
    return [{ label, description: l10n.t('about {0}', countOf(count)), value: count }];
  });
}

/** So many of a scope's questions: the first of a path, or any of them, as the setting says. */
function takeSome({ title, ids, isOrdered = false }: Scope, count: number): Scope {
  const ordered = isOrdered || getSetting('quiz.order') === 'path' ? ids : shuffle(ids, Math.random);
  return { title, ids: ordered.slice(0, Math.max(1, count)) };
}

import { l10n } from 'vscode';
import type { History } from '../../core/util/history';
import { setContextKey } from '../../platform/contextKeys';
import type { Library } from '../../platform/library/library';

/** Where Back or Forward leads: to the next place whose question is still there. The same history where there is none. */
export async function findWay(
  library: Library,
  history: History,
  direction: 'back' | 'forward',
): Promise<History> {
  let at = history;
  for (;;) {
    const next = direction === 'back' ? at.goBack() : at.goForward();
    if (next === at || next.current === undefined) return history;
    if ((await library.loadQuestion(next.current)) !== undefined) return next;
    at = next;
  }
}

export async function setHistoryKeys({ back, forward }: History): Promise<void> {
  await setContextKey('llmStudy.answer.canGoBack', back.length > 0);
  await setContextKey('llmStudy.answer.canGoForward', forward.length > 0);
}

/** The id that a question has now: old ids are followed. Rejects when there is no such question. */
export async function loadCurrentId(library: Library, id: string | undefined): Promise<string> {
  const question = id === undefined ? undefined : await library.loadQuestion(id);
  if (question === undefined) throw unknownQuestion(id);
  return question.id;
}

export function unknownQuestion(id: string | undefined): Error {
  if (id === undefined) return new Error(l10n.t('no question is selected. Open one first.'));
  if (id.includes('--'))
    return new Error(l10n.t('no deck has the question "{0}" any more.', id.slice(0, 60)));
  return new Error(l10n.t('the bank has no question "{0}".', id.slice(0, 60)));
}

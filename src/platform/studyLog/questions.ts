import { Disposable } from 'vscode';
import { answeredIds } from '../../core/bank/askable';
import type { Library } from '../library/library';
import type { Report } from './lazy';

/** What is there to be asked. */
export interface FollowedQuestions extends Disposable {
  /** The ids of the questions that have an answer, in the library's order; the same list for as long as they are the same. */
  list(): readonly string[];
}

/** Calls `onDidChange` whenever the library has changed, the list being of now. Rejects when it can't be read at first. */
export async function followQuestions(
  library: Pick<Library, 'loadIndex' | 'onDidChange'>,
  report: Report,
  onDidChange: () => void,
): Promise<FollowedQuestions> {
  let ids: readonly string[] = [];
  const read = async () => {
    const next = answeredIds((await library.loadIndex()).questions);
    // With another list, an interview is planned for anew; an edited answer is no reason.
    if (next.length !== ids.length || next.some((id, place) => id !== ids[place])) ids = next;
  };
  const following = library.onDidChange(() => {
    report('read the questions', read().then(onDidChange));
  });
  await read();
  return Object.assign(Disposable.from(following), { list: () => ids });
}

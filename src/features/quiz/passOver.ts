import { replaySession, withAction, withoutLastAction, type Session } from '../../core/schedule/session';
import type { Library } from '../../platform/library/library';

/**
 * The session past questions that are no more: their deck was changed or removed since it began. `passed` keeps which:
 * one that is there again, since its deck could not be read for a moment, is asked after all.
 */
export async function passOverGone(
  library: Library,
  session: Session,
  passed: Set<string>,
): Promise<Session> {
  let at = session;
  for (let last = at.actions.at(-1); last?.type === 'skipped' && passed.has(last.id);) {
    at = withoutLastAction(at);
    last = at.actions.at(-1);
  }
  for (;;) {
    const { current: id } = replaySession(at);
    if (id === undefined) return at;
    if (!(await isGone(library, id))) {
      passed.delete(id);
      return at;
    }
    passed.add(id);
    at = withAction(at, { type: 'skipped', id });
  }
}

/** The session as it was before what was passed over at its end: undo takes back what came before that. */
export async function withoutPassedOver(library: Library, session: Session): Promise<Session> {
  let before = session;
  for (;;) {
    const last = before.actions.at(-1);
    if (last?.type !== 'skipped' || !(await isGone(library, last.id))) return before;
    before = withoutLastAction(before);
  }
}

async function isGone(library: Library, id: string): Promise<boolean> {
  return (await library.loadQuestion(id)) === undefined;
}

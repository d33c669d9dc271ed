/** How well an answer was known: FSRS's four grades. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

export const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

/** One thing that was done in a session. Undo takes the last one away. */
export type SessionAction =
  | {
      readonly type: 'graded';
      readonly id: string;
      readonly grade: Grade;
      /** 0-based numbers of the key points that were covered. */
      readonly ticked: readonly number[];
      /** From the question's appearance to the grade. */
      readonly seconds: number;
      /** The event of the study log that undo takes back. */
      readonly event?: string;
    }
  | { readonly type: 'skipped'; readonly id: string }
  | { readonly type: 'stopped' };

/** A quiz: what was asked for, and what was done since. Everything else follows from these two. */
export interface Session {
  /** What was asked for, in words: `Attention`. */
  readonly title: string;
  /** Question ids in the order in which they are asked, without duplicates. */
  readonly ids: readonly string[];
  readonly actions: readonly SessionAction[];
}

export interface SessionState {
  /** The question to ask now; `undefined` when the session has ended. */
  readonly current: string | undefined;
  /** What comes after it, in order. */
  readonly queue: readonly string[];
  /** How many of the session's questions are answered for good. */
  readonly done: number;
}

/** A failed question comes back after this many others, or last where fewer are left. */
const RETURN_AFTER = 3;

/** The state that a session's actions lead to. An action for a question that isn't current is passed over. */
export function replaySession({ ids, actions }: Session): SessionState {
  let queue: readonly string[] = ids;
  let done = 0;
  for (const action of actions) {
    const [current, ...rest] = queue;
    if (action.type === 'stopped') return { current: undefined, queue: [], done };
    if (current === undefined || action.id !== current) continue;
    if (action.type === 'graded' && action.grade === 'again') {
      queue = [...rest.slice(0, RETURN_AFTER), current, ...rest.slice(RETURN_AFTER)];
    } else {
      queue = rest;
      if (action.type === 'graded') done += 1;
    }
  }
  const [current, ...rest] = queue;
  return { current, queue: rest, done };
}

/** The session with one more action. */
export function withAction(session: Session, action: SessionAction): Session {
  return { ...session, actions: [...session.actions, action] };
}

/** The session as it was before its last action; the same when there is none. */
export function withoutLastAction(session: Session): Session {
  return { ...session, actions: session.actions.slice(0, -1) };
}

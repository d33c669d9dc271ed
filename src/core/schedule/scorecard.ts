import { type Grade, type Session } from './session';

/** How a question went in a session. */
export interface Result {
  readonly id: string;
  /** The first grade: what was known before the session taught it. */
  readonly first: Grade;
  readonly attempts: number;
  /** 0-based numbers of key points that were covered the first time. */
  readonly ticked: readonly number[];
}

/** A session's outcome. */
export interface Scorecard {
  /** In the order in which the questions were first answered. */
  readonly results: readonly Result[];
  /** Ids whose first grade was Again, in the same order. */
  readonly missed: readonly string[];
  readonly skipped: readonly string[];
  readonly seconds: number;
}

export function gatherScorecard({ actions }: Session): Scorecard {
  const results = new Map<string, Result>();
  const skipped = new Set<string>();
  let seconds = 0;
  for (const action of actions) {
    if (action.type === 'skipped') skipped.add(action.id);
    if (action.type !== 'graded') continue;
    seconds += action.seconds;
    const known = results.get(action.id);
    results.set(
      action.id,
      known === undefined
        ? { id: action.id, first: action.grade, attempts: 1, ticked: action.ticked }
        : { ...known, attempts: known.attempts + 1 },
    );
  }
  const all = [...results.values()];
  return {
    results: all,
    missed: all.filter(({ first }) => first === 'again').map(({ id }) => id),
    skipped: [...skipped].filter((id) => !results.has(id)),
    seconds,
  };
}

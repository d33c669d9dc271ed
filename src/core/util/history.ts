/** Where somebody has been, as a browser keeps it. A value: each step gives a new one. */
export interface History {
  readonly current: string | undefined;
  /** Where Back leads, the nearest last. */
  readonly back: readonly string[];
  /** Where Forward leads, the nearest last. */
  readonly forward: readonly string[];
  /** Goes to another place, and forgets what lay forward. The current place again changes nothing. */
  visit(place: string): History;
  /** The same history where there is no way back. */
  goBack(): History;
  /** The same history where there is no way forward. */
  goForward(): History;
}

/** The longest way back that is kept. */
const longest = 100;

export function createHistory(
  current?: string,
  back: readonly string[] = [],
  forward: readonly string[] = [],
): History {
  const history: History = {
    current,
    back: back.slice(-longest),
    forward: forward.slice(-longest),
    visit(place) {
      if (place === current) return history;
      return createHistory(place, current === undefined ? back : [...back, current]);
    },
    goBack() {
      const place = back.at(-1);
      if (place === undefined || current === undefined) return history;
      return createHistory(place, back.slice(0, -1), [...forward, current]);
    },
    goForward() {
      const place = forward.at(-1);
      if (place === undefined || current === undefined) return history;
      return createHistory(place, [...back, current], forward.slice(0, -1));
    },
  };
  return history;
}

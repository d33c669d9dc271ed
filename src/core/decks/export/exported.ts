import type { Question, Topic } from '../../bank/question';
import { slugOf } from '../ids';

/** What is exported: questions in their order, and what their topics and decks are called. */
export interface Exported {
  readonly questions: readonly Question[];
  /** Those of the questions at least; others are left out. */
  readonly topics: readonly Topic[];
  readonly decks: readonly { readonly id: string; readonly title: string }[];
}

/** The id without its deck's: what the question is called in a file of its own. */
export function ownIdOf({ id, deck }: Pick<Question, 'id' | 'deck'>): string {
  return withoutDeck(id, deck);
}

export function withoutDeck(id: string, deck: string | undefined): string {
  return deck !== undefined && id.startsWith(`${deck}--`) ? id.slice(deck.length + 2) : id;
}

/** A text on one line: ends of lines become spaces. */
export function oneLine(text: string): string {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}

/** Windows opens a device by these names, whatever the folder and the ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const longestName = 100;

/** Gives names for files or folders, each once: letters, digits and hyphens, whatever is asked for. */
export function createNames(): (...wanted: readonly string[]) => string {
  const taken = new Set<string>();
  return (...wanted) => {
    const names = wanted.map((name) => slugOf(name).slice(0, longestName).replace(/-$/, '') || 'question');
    const last = names.at(-1) ?? 'question';
    let name = names.find((each) => !taken.has(each) && !devices.test(each));
    for (let count = 2; name === undefined; count++) {
      const numbered = `${last}-${String(count)}`;
      if (!taken.has(numbered)) name = numbered;
    }
    taken.add(name);
    return name;
  };
}

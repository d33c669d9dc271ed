import { Uri } from 'vscode';
import type { Deck, DeckFile, DeckQuestion } from '../../core/decks/deck';
import type { DeckContent } from './deckFiles';
import { describePlace } from './names';

/** A deck that has been read, and where it is. It does not change: a fresh reading is another one. */
export interface OpenDeck {
  readonly deck: Deck;
  /** What the setting names: a folder, or a file. */
  readonly place: Uri;
  /** The folder that the paths of its files start from. */
  readonly root: Uri;
  /** As they were read. The reader keeps the same texts. */
  readonly files: readonly DeckFile[];
  /** `place`, for people. */
  readonly about: string;
  /**
   * Why it can't be read now and what to do; `undefined` where it can. It has no questions where nothing is there any
   * more, and those that it had last where it does not answer.
   */
  readonly fault?: string;
  find(id: string): DeckQuestion | undefined;
  /** Its questions of a topic, in order. */
  inTopic(topic: string): readonly DeckQuestion[];
  /** Whether it has that file, also one that was passed over. */
  has(path: string): boolean;
  /** The text that a file was read from. */
  textOf(path: string): string | undefined;
}

export function createOpenDeck(
  deck: Deck,
  place: Uri,
  { root, files, skipped }: Pick<DeckContent, 'root' | 'files' | 'skipped'>,
  fault?: string,
): OpenDeck {
  const texts = once(() => new Map(files.map(({ path, text }) => [path, text])));
  const questions = once(() => new Map(deck.questions.map((question) => [question.id, question])));
  const topics = once(() => groupByTopic(deck));
  return {
    ...{ deck, place, root, files, about: describePlace(place) },
    ...(fault === undefined ? {} : { fault }),
    find: (id) => questions().get(id),
    inTopic: (topic) => topics().get(topic) ?? [],
    has: (path) => texts().has(path) || skipped.some(({ file }) => file === path),
    textOf: (path) => texts().get(path),
  };
}

/** The Markdown of a question's place. */
export function sourceOf({ textOf }: OpenDeck, { place: { file, line, endLine } }: DeckQuestion) {
  return textOf(file)
    ?.split(/\r\n|\r|\n/)
    .slice(line - 1, endLine)
    .join('\n');
}

/** The file that a question stands in. */
export function uriOf({ root }: OpenDeck, { place }: DeckQuestion): Uri {
  return Uri.joinPath(root, place.file);
}

function groupByTopic({ questions }: Deck): ReadonlyMap<string, readonly DeckQuestion[]> {
  const topics = new Map<string, DeckQuestion[]>();
  for (const question of questions) {
    const known = topics.get(question.topic);
    if (known === undefined) topics.set(question.topic, [question]);
    else known.push(question);
  }
  return topics;
}

/** Most readings are never asked for a question's text, so no map is made before somebody asks. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

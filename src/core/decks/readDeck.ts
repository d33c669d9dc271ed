import type { Topic } from '../bank/question';
import type { Deck, DeckFile, DeckQuestion, ReadQuestion } from './deck';
import { assignIds } from './ids';
import { readFile, type FileReading } from './readFile';

/** Reads decks. Files that did not change since the last time are not read again. */
export interface DeckReader {
  /** `title` is the deck's name for people; `id` begins the ids of its questions. */
  read(id: string, title: string, files: readonly DeckFile[]): Deck;
}

export function createDeckReader(): DeckReader {
  let known = new Map<string, { readonly text: string; readonly reading: FileReading }>();
  return {
    read(id, title, files) {
      const next = new Map<string, { readonly text: string; readonly reading: FileReading }>();
      for (const { path, text } of files) {
        const before = known.get(path);
        next.set(path, before?.text === text ? before : { text, reading: readFile({ path, text }) });
      }
      known = next;
      return joinFiles(
        id,
        title,
        [...next.values()].map(({ reading }) => reading),
      );
    },
  };
}

function joinFiles(id: string, title: string, readings: readonly FileReading[]): Deck {
  const read = readings.flatMap(({ questions }) => questions);
  const ids = assignIds(id, read);
  const topics = new Map<string, Topic>();
  const topicOf = (sections: readonly string[]): string => {
    const name = sections[0] ?? title;
    const known = topics.get(name);
    if (known !== undefined) return known.id;
    const topic = { id: `${id}--${String(topics.size + 1)}`, title: name, about: title, deck: id };
    topics.set(name, topic);
    return topic.id;
  };
  return {
    id,
    title,
    questions: read.map((question, number) =>
      finish(question, ids[number] ?? '', id, topicOf(question.sections)),
    ),
    topics: [...topics.values()],
    skipped: readings.flatMap(({ skipped }) => skipped),
  };
}

function finish(
  { title, level, terms, parts, place, answerPlace }: ReadQuestion,
  id: string,
  deck: string,
  topic: string,
): DeckQuestion {
  return {
    ...parts,
    id,
    title,
    topic,
    deck,
    terms,
    place,
    answerPlace,
    ...(level === undefined ? {} : { level }),
  };
}

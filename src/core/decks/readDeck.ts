import type { Topic } from '../bank/question';
import type { Deck, DeckFile, DeckQuestion } from './deck';
import { assignIds, slugOf } from './ids';
import { joinFiles, type JoinedQuestion } from './joinFiles';
import { readFile, type FileReading } from './readFile';

/** Reads decks. Files that did not change since the last time are not read again. */
export interface DeckReader {
  /** `title` is the deck's name for people; `id` begins the ids of its questions. */
  read(id: string, title: string, files: readonly DeckFile[]): Deck;
}

export function createDeckReader(): DeckReader {
  let known = new Map<string, FileReading>();
  return {
    read(id, title, files) {
      const next = new Map<string, FileReading>();
      for (const file of files) {
        const before = known.get(file.path);
        next.set(file.path, before?.text === file.text ? before : readFile(file));
      }
      known = next;
      return createDeck(id, title, [...next.values()]);
    },
  };
}

function createDeck(id: string, title: string, readings: readonly FileReading[]): Deck {
  const { questions, skipped } = joinFiles(readings);
  const ids = assignIds(id, questions);
  const topics = createTopics(id, title);
  return {
    id,
    title,
    questions: questions.map((question, at) =>
      finish(question, ids[at] ?? '', id, topics.idOf(question.topic)),
    ),
    topics: topics.list,
    skipped,
  };
}

/** Gives topics their ids, in the order in which they are met; without a name it is the deck's own. */
function createTopics(deck: string, title: string) {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const list: Topic[] = [];
  return {
    list,
    idOf(topic: string | undefined): string {
      const name = topic ?? title;
      const before = known.get(name);
      if (before !== undefined) return before;
      const base = `${deck}--${slugOf(name) || 'topic'}`;
      let id = base;
      for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
      taken.add(id);
      known.set(name, id);
      list.push({ id, title: name, about: title, deck });
      return id;
    },
  };
}

function finish(
  { title, level, terms, parts, place, answerPlace }: JoinedQuestion,
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

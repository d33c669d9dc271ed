import type { Topic } from '../bank/question';
import type { Deck, DeckFile, DeckQuestion } from './deck';
import { assignIds, slugOf } from './ids';
import { joinFiles, type JoinedQuestion } from './joinFiles';
import { isTopicsFile, parseTopics, type NamedTopic } from './topics';
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
        if (isTopicsFile(file)) continue;
        const before = known.get(file.path);
        next.set(file.path, before?.text === file.text ? before : readFile(file));
      }
      known = next;
      return createDeck(id, title, [...next.values()], files.filter(isTopicsFile).flatMap(parseTopics));
    },
  };
}

function createDeck(
  id: string,
  title: string,
  readings: readonly FileReading[],
  named: readonly NamedTopic[],
): Deck {
  const { questions, skipped } = joinFiles(readings, named);
  const ids = assignIds(id, questions);
  const topics = createTopics(id, title);
  const known = new Set(ids);
  const used = new Set(questions.map(({ topic }) => topic));
  for (const topic of named) if (used.has(topic.title)) topics.idOf(topic.title);
  return {
    id,
    title,
    questions: questions.map((question, at) =>
      finish(linkRelated(question, id, known), ids[at] ?? '', id, topics.idOf(question.topic)),
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

/** An id among its neighbours is one of the deck, if the deck has it. */
function linkRelated(question: JoinedQuestion, deck: string, known: ReadonlySet<string>): JoinedQuestion {
  const { related } = question.parts;
  if (related.length === 0) return question;
  const resolve = (id: string) => (known.has(`${deck}--${id}`) ? `${deck}--${id}` : id);
  return { ...question, parts: { ...question.parts, related: related.map(resolve) } };
}

function finish(
  { title, level, terms, parts, place, answerPlace }: JoinedQuestion,
  id: string,
  deck: string,
  topic: string,
): DeckQuestion {
  const question = { ...parts, id, title, topic, deck, terms, place, answerPlace };
  return level === undefined ? question : { ...question, level };
}

import type { Topic } from '../bank/question';
import type { Deck, DeckFile, DeckQuestion, ReadQuestion } from './deck';
import { onOneLine } from './hiddenCharacters';
import { assignIds, slugOf, type AssignedId } from './ids';
import { joinFiles } from './joinFiles';
import { isTopicsFile, parseTopics, type NamedTopic } from './topics';
import { readFile, type FileReading } from './readFile';

/** Reads decks. Files that did not change since the last time are not read again. */
export interface DeckReader {
  /** `title` is the deck's name for people; `id` begins the ids of its questions. */
  read(id: string, title: string, files: readonly DeckFile[]): Deck;
}

export function createDeckReader(): DeckReader {
  let known = new Map<string, FileReading>();
  const finish = createFinishing();
  return {
    read(id, title, files) {
      const next = new Map<string, FileReading>();
      for (const file of files) {
        if (isTopicsFile(file)) continue;
        const before = known.get(file.path);
        next.set(file.path, before?.text === file.text ? before : readFile(file));
      }
      known = next;
      const named = files.filter(isTopicsFile).flatMap(parseTopics);
      return createDeck({ id, title, readings: [...next.values()], named }, finish);
    },
  };
}

interface DeckContents {
  readonly id: string;
  readonly title: string;
  readonly readings: readonly FileReading[];
  readonly named: readonly NamedTopic[];
}

function createDeck({ id: deck, title: name, readings, named }: DeckContents, finish: Finish): Deck {
  const title = onOneLine(name) || deck;
  const { questions, skipped } = joinFiles(readings, named);
  const ids = assignIds(
    deck,
    questions.map(({ question }) => question),
  );
  const topics = createTopics(deck, title);
  const hasRelated = questions.some(({ question }) => question.parts.related.length > 0);
  const known = new Set(hasRelated ? ids.map(({ id }) => id) : []);
  const used = new Set(named.length > 0 ? questions.map(({ topic }) => topic) : []);
  for (const topic of named) if (used.has(topic.title)) topics.idOf(topic.title);
  const finished = questions.map(({ question, topic }, at) =>
    finish(question, {
      assigned: ids[at] ?? { id: '', isOwn: false },
      deck,
      topic: topics.idOf(topic),
      related: linkRelated(question.parts.related, deck, known),
    }),
  );
  return { id: deck, title, questions: finished, topics: topics.list, skipped };
}

/** Gives topics their ids, in the order in which they are met; without a name it is the deck's own. */
function createTopics(deck: string, title: string) {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const list: Topic[] = [];
  return {
    list,
    idOf(topic: string | undefined): string {
      const name = onOneLine(topic ?? '') || title;
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
function linkRelated(
  related: readonly string[],
  deck: string,
  known: ReadonlySet<string>,
): readonly string[] {
  if (related.length === 0) return related;
  return related.map((id) => (known.has(`${deck}--${id}`) ? `${deck}--${id}` : id));
}

/** What a question gets from its deck. */
type Belonging = Pick<DeckQuestion, 'deck' | 'topic' | 'related'> & { readonly assigned: AssignedId };

type Finish = (question: ReadQuestion, belonging: Belonging) => DeckQuestion;

/** Gives what it gave before where nothing has changed: after an edit that is nearly every question. */
function createFinishing(): Finish {
  const finished = new WeakMap<ReadQuestion, DeckQuestion>();
  return (question, belonging) => {
    const before = finished.get(question);
    if (before !== undefined && isSame(before, belonging)) return before;
    const next = finishQuestion(question, belonging);
    finished.set(question, next);
    return next;
  };
}

function isSame(before: DeckQuestion, { assigned, deck, topic, related }: Belonging): boolean {
  return (
    before.id === assigned.id &&
    (before.hasOwnId ?? false) === assigned.isOwn &&
    before.deck === deck &&
    before.topic === topic &&
    before.related.length === related.length &&
    related.every((each, at) => each === before.related[at])
  );
}

function finishQuestion(
  { title, level, terms, parts, place, answerPlace }: ReadQuestion,
  { assigned: { id, isOwn }, deck, topic, related }: Belonging,
): DeckQuestion {
  // Spread at the end, an object is copied ten times as fast as at the beginning.
  const question = { id, deck, topic, title, terms, place, answerPlace, ...parts };
  if (related === parts.related && level === undefined && !isOwn) return question;
  return {
    ...{ ...question, related },
    ...(isOwn ? { hasOwnId: true } : {}),
    ...(level === undefined ? {} : { level }),
  };
}

import type { Status } from '../log/standing';
import { collectBy } from '../util/collectBy';
import type { BankIndex, DeckSummary } from './bankFiles';
import { LEVELS, type QuestionSummary } from './question';

export type GroupBy = 'topic' | 'collection' | 'level' | 'status';

export const GROUPINGS: readonly GroupBy[] = ['topic', 'collection', 'level', 'status'];

/** A branch of the tree. A collection's sections are groups of their own, unless it has just one; so are a deck's topics. */
export interface Group {
  /** Unique among all groups of a grouping, and the same every time: `collection/fifty/3`, `deck/my-list`. */
  readonly key: string;
  /** A topic's, collection's or deck's name; a level or a status is named by whoever shows it. */
  readonly title: string;
  readonly about?: string;
  /** The deck that it is; `undefined` for any other group, a deck's topics among them. */
  readonly deck?: DeckSummary;
  /** Of a group of very many questions, these are the ones from the first to the last of these numbers, from 1. */
  readonly range?: readonly [first: number, last: number];
  /** How many questions are in it and in the groups in it, each counted once. */
  readonly count: number;
  /** Of these, how many are to be asked today. */
  readonly due: number;
  /** Of these, how many have no answer yet. */
  readonly unanswered: number;
  readonly groups: readonly Group[];
  readonly questions: readonly QuestionSummary[];
}

/** Where a question stands in a list: without an answer it can't be asked, whatever was done with it before. */
export type ListedStatus = Status | 'unanswered';

/** What asks for something first. */
const statusOrder: readonly ListedStatus[] = [
  'due',
  'learning',
  'new',
  'seen',
  'known',
  'buried',
  'suspended',
  'unanswered',
];

/** What *Due* means where questions are listed: their day has come, or they were missed and not known since. */
export const dueStatuses: readonly ListedStatus[] = ['due', 'learning'];

/** What the grouping knows of a person's progress. */
export interface Progress {
  statusOf(id: string): Status;
}

export function listedStatusOf(
  { id, isUnanswered }: Pick<QuestionSummary, 'id' | 'isUnanswered'>,
  { statusOf }: Progress,
): ListedStatus {
  return isUnanswered === true ? 'unanswered' : statusOf(id);
}

/** More rows below one another take VS Code seconds to show anew, and nobody reads them. */
const mostSiblings = 1000;
const rangeLength = 500;

/**
 * The questions that pass, in groups; a group without questions is left out. Where `passes` is `undefined`, all do, and
 * decks without questions are there, too. Takes time by the number of questions, however many groups they are in.
 */
export function groupQuestions(
  index: BankIndex,
  by: GroupBy,
  passes: ((question: QuestionSummary) => boolean) | undefined,
  progress: Progress,
): Group[] {
  const questions = passes === undefined ? index.questions : index.questions.filter(passes);
  const sort: Sort = { index, progress, questions, isWhole: passes === undefined };
  switch (by) {
    case 'topic':
      return groupByTopic(sort);
    case 'collection':
      return groupByCollection(sort);
    case 'level':
      return groupByChoice(sort, 'level', [...LEVELS, 'none'], ({ level }) => level ?? 'none');
    case 'status':
      return groupByChoice(sort, 'status', statusOrder, (question) => listedStatusOf(question, progress));
  }
}

/** All questions of a group and of the groups in it, each once, in order. */
export function questionsOf(group: Pick<Group, 'groups' | 'questions'>): QuestionSummary[] {
  return [...new Set([...group.groups.flatMap(questionsOf), ...group.questions])];
}

/** What is grouped. */
interface Sort {
  readonly index: BankIndex;
  readonly progress: Progress;
  /** Those that pass. */
  readonly questions: readonly QuestionSummary[];
  /** Nothing was left out. */
  readonly isWhole: boolean;
}

type Head = Pick<Group, 'key' | 'title' | 'about' | 'deck' | 'range'>;
type Counts = Pick<Group, 'count' | 'due' | 'unanswered'>;

function groupByChoice<T extends string>(
  { questions, progress }: Sort,
  kind: string,
  choices: readonly T[],
  choiceOf: (question: QuestionSummary) => T,
): Group[] {
  const chosen = collectBy(questions, choiceOf);
  return choices.flatMap((choice) =>
    createLeaf({ key: `${kind}/${choice}`, title: choice }, chosen.get(choice), progress),
  );
}

/** The bank's topics, then each deck with its topics in it. */
function groupByTopic(sort: Sort): Group[] {
  const { index, questions, progress } = sort;
  const byTopic = collectBy(questions, ({ topic }) => topic);
  const leafOf = ({ id, title, about }: BankIndex['topics'][number]) =>
    createLeaf({ key: `topic/${id}`, title, about }, byTopic.get(id), progress);
  return [...index.topics.filter(({ deck }) => deck === undefined).flatMap(leafOf), ...groupDecks(sort)];
}

function groupByCollection(sort: Sort): Group[] {
  const { index, questions, progress } = sort;
  const passing = new Map(questions.map((question) => [question.id, question]));
  const collections = index.collections.flatMap(({ id, title, about, sections }) => {
    const key = `collection/${id}`;
    const groups = sections.flatMap((section, number) =>
      createLeaf(
        { key: `${key}/${String(number)}`, title: section.title ?? title },
        [...new Set(section.questions)].flatMap((question) => passing.get(question) ?? []),
        progress,
      ),
    );
    const [only] = groups;
    if (only === undefined) return [];
    if (sections.length === 1) return [{ ...only, key, title, about }];
    const all = questionsOf({ groups, questions: [] });
    return [{ key, title, about, ...countQuestions(all, progress), groups, questions: [] }];
  });
  return [...collections, ...groupDecks(sort)];
}

/** A deck of one topic has its questions below it at once. */
function groupDecks({ index, questions, progress, isWhole }: Sort): Group[] {
  if (index.decks.length === 0) return [];
  const byTopic = collectBy(questions, ({ topic }) => topic);
  const topicsOf = collectBy(index.topics, ({ deck }) => deck);
  return index.decks.flatMap((deck) => {
    const head = { key: `deck/${deck.id}`, title: deck.title, about: deck.about, deck };
    const topics = topicsOf.get(deck.id) ?? [];
    const leaves = topics.flatMap(({ id, title, about }) =>
      createLeaf(
        topics.length === 1 ? head : { key: `topic/${id}`, title, about },
        byTopic.get(id),
        progress,
      ),
    );
    if (leaves.length === 0) return isWhole ? [createBranch(head, [])] : [];
    return topics.length === 1 ? leaves : [createBranch(head, leaves)];
  });
}

function createLeaf(head: Head, questions: readonly QuestionSummary[] = [], progress: Progress): Group[] {
  if (questions.length === 0) return [];
  if (questions.length > mostSiblings) return [createBranch(head, splitInRanges(head, questions, progress))];
  return [{ ...head, ...countQuestions(questions, progress), groups: [], questions }];
}

function splitInRanges(head: Head, questions: readonly QuestionSummary[], progress: Progress): Group[] {
  return Array.from({ length: Math.ceil(questions.length / rangeLength) }, (_, number) => {
    const start = number * rangeLength;
    const part = questions.slice(start, start + rangeLength);
    return {
      key: `${head.key}/${String(start + 1)}`,
      title: head.title,
      range: [start + 1, start + part.length],
      ...countQuestions(part, progress),
      groups: [],
      questions: part,
    };
  });
}

/** The groups must have no question in common. */
function createBranch(head: Head, groups: readonly Group[]): Group {
  const sum = (key: keyof Counts) => groups.reduce((total, group) => total + group[key], 0);
  const counts = { count: sum('count'), due: sum('due'), unanswered: sum('unanswered') };
  return { ...head, ...counts, groups, questions: [] };
}

function countQuestions(questions: readonly QuestionSummary[], progress: Progress): Counts {
  let [due, unanswered] = [0, 0];
  for (const question of questions) {
    const status = listedStatusOf(question, progress);
    if (status === 'unanswered') unanswered++;
    else if (dueStatuses.includes(status)) due++;
  }
  return { count: questions.length, due, unanswered };
}

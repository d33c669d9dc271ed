import type { Status } from '../log/standing';
import type { BankIndex } from './bankFiles';
import { LEVELS, type QuestionSummary } from './question';

export type GroupBy = 'topic' | 'collection' | 'level' | 'status';

export const GROUPINGS: readonly GroupBy[] = ['topic', 'collection', 'level', 'status'];

/** A branch of the tree. A collection's sections are groups of their own, unless it has just one. */
export interface Group {
  /** Unique among all groups of a grouping, and the same every time: `collection/fifty/3`. */
  readonly key: string;
  /** A topic's or collection's name from the bank; a level or a status is named by whoever shows it. */
  readonly title: string;
  readonly about?: string;
  /** How many questions are in it and in the groups in it, each counted once. */
  readonly count: number;
  readonly groups: readonly Group[];
  readonly questions: readonly QuestionSummary[];
}

/** What asks for something first. */
const statusOrder: readonly Status[] = ['due', 'learning', 'new', 'seen', 'known', 'buried', 'suspended'];

/** What *Due* means where questions are listed: their day has come, or they were missed and not known since. */
export const dueStatuses: readonly Status[] = ['due', 'learning'];

/** What the grouping knows of a person's progress. */
export interface Progress {
  statusOf(id: string): Status;
}

/** The questions that pass, in groups; a group without questions is left out. */
export function groupQuestions(
  index: BankIndex,
  by: GroupBy,
  passes: (question: QuestionSummary) => boolean,
  progress: Progress,
): Group[] {
  const questions = index.questions.filter(passes);
  switch (by) {
    case 'topic':
      return index.topics.flatMap((topic) =>
        leaf(
          `topic/${topic.id}`,
          topic.title,
          questions.filter((question) => question.topic === topic.id),
          topic.about,
        ),
      );
    case 'collection':
      return groupByCollection(index, questions);
    case 'level':
      return LEVELS.flatMap((level) =>
        leaf(
          `level/${level}`,
          level,
          questions.filter((question) => question.level === level),
        ),
      );
    case 'status':
      return statusOrder.flatMap((status) =>
        leaf(
          `status/${status}`,
          status,
          questions.filter(({ id }) => progress.statusOf(id) === status),
        ),
      );
  }
}

/** All questions of a group and of the groups in it, each once, in order. */
export function questionsOf(group: Pick<Group, 'groups' | 'questions'>): QuestionSummary[] {
  return [...new Set([...group.groups.flatMap(questionsOf), ...group.questions])];
}

/** How many questions of a group and of the groups in it are due, each counted once. */
export function countDueIn(group: Pick<Group, 'groups' | 'questions'>, { statusOf }: Progress): number {
  return questionsOf(group).filter(({ id }) => dueStatuses.includes(statusOf(id))).length;
}

function groupByCollection(index: BankIndex, questions: readonly QuestionSummary[]): Group[] {
  const passing = new Map(questions.map((question) => [question.id, question]));
  return index.collections.flatMap(({ id, title, about, sections }) => {
    const key = `collection/${id}`;
    const groups = sections.flatMap((section, number) =>
      leaf(
        `${key}/${String(number)}`,
        section.title ?? title,
        [...new Set(section.questions)].flatMap((question) => passing.get(question) ?? []),
      ),
    );
    const [only] = groups;
    if (only === undefined) return [];
    if (sections.length === 1) return [{ ...only, key, title, about }];
    return [createGroup({ key, title, about, groups, questions: [] })];
  });
}

function leaf(key: string, title: string, questions: readonly QuestionSummary[], about?: string): Group[] {
  if (questions.length === 0) return [];
  return [createGroup({ key, title, groups: [], questions, ...(about === undefined ? {} : { about }) })];
}

function createGroup(group: Omit<Group, 'count'>): Group {
  return { ...group, count: questionsOf(group).length };
}

import type { BankIndex } from '../core/bank/bankFiles';
import type { Progress } from '../core/stats/progress';
import type { Recall } from '../core/stats/recall';
import type { ParamShapes } from './rpc';
import { isAmount, isArrayOf, isNothing, isObjectOf, isOneOf, isString, type Shape } from './shape';

/** All that the progress page shows. */
export interface ProgressView extends Omit<Progress, 'recall'> {
  readonly recall: { readonly topics: readonly TopicRecall[]; readonly all: Recall };
  /** The share of answers that scheduling aims at, 0 to 1. */
  readonly desiredRetention: number;
  /** `undefined` if there is no interview to come. */
  readonly interview: InterviewView | undefined;
  /** Ids. Everything else names questions by their positions in this list. */
  readonly questions: readonly string[];
}

/** The plan for an interview, and what comes of it. Recall is a share of all questions, 0 to 1. */
export interface InterviewView {
  /** As a number: the days from 1970-01-01. */
  readonly day: number;
  /** 0 on the day itself. */
  readonly daysLeft: number;
  readonly minutesPerDay: number;
  readonly questionCount: number;
  readonly desiredRetention: number;
  /** On the day, if the plan is kept. */
  readonly expectedRecall: number;
  /** On the day, if nothing is studied any more. */
  readonly withoutStudy: number;
  /** Positions of what is left to do today, in order. */
  readonly todayQuestions: readonly number[];
}

export interface TopicRecall extends Recall {
  readonly topic: string;
  readonly title: string;
}

/** `questions` are those that the progress was gathered from, in the same order. */
export function createProgressView(
  progress: Progress,
  questions: readonly { readonly id: string }[],
  { desiredRetention, interview }: Pick<ProgressView, 'desiredRetention' | 'interview'>,
  { topics }: Pick<BankIndex, 'topics'>,
): ProgressView {
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const { all } = progress.recall;
  const byTopic = progress.recall.topics.map((recall) => ({
    ...recall,
    title: titles.get(recall.topic) ?? recall.topic,
  }));
  return {
    ...progress,
    recall: { all, topics: byTopic },
    desiredRetention,
    interview,
    questions: questions.map(({ id }) => id),
  };
}

/** The questions that a mark leads to, with what they have in common: `Attention`. */
export interface QuestionList {
  readonly title: string;
  readonly ids: readonly string[];
}

/** What the page keeps with `setState`, and gives back after a reload. */
export interface ProgressState {
  /** In CSS pixels from the top. */
  readonly scroll: number;
  readonly period: RetentionPeriod;
  /** The pictures whose tables are open. */
  readonly tables: readonly string[];
}

/** What true retention is told by. */
export type RetentionPeriod = (typeof RETENTION_PERIODS)[number];

export const RETENTION_PERIODS = ['weeks', 'months'] as const;

export const isProgressState: Shape<ProgressState> = isObjectOf<ProgressState>({
  scroll: isAmount,
  period: isOneOf(...RETENTION_PERIODS),
  tables: isArrayOf(isString),
});

/** What the progress page asks of its host. */
export type ProgressMethods = {
  /** The page's script runs: what shall it show? */
  ready: { params: undefined; result: ProgressView };
  /** Open a question in the answer panel. */
  open: { params: { id: string }; result: undefined };
  /** List questions to choose from. */
  showQuestions: { params: QuestionList; result: undefined };
  /** Start a quiz of these questions. */
  quiz: { params: QuestionList; result: undefined };
  /** Ask for the scope of a quiz and start it. */
  startQuiz: { params: undefined; result: undefined };
};

/** What the host tells the progress page. */
export type ProgressEvents = {
  /** Something was studied. */
  show: ProgressView;
};

const isQuestionList = isObjectOf<QuestionList>({ title: isString, ids: isArrayOf(isString) });

export const progressShapes: ParamShapes<ProgressMethods> = {
  ready: isNothing,
  open: isObjectOf<{ id: string }>({ id: isString }),
  showQuestions: isQuestionList,
  quiz: isQuestionList,
  startQuiz: isNothing,
};

import { GRADES, type Grade, type Session, type SessionAction } from '../core/schedule/session';
import { arePictures, isLink, type QuestionView } from './question';
import type { ParamShapes } from './rpc';
import {
  isAmount,
  isArrayOf,
  isBoolean,
  isCount,
  isNothing,
  isObjectOf,
  isOneOf,
  isString,
  type Shape,
} from './shape';

/** A question being asked. */
export interface CardView {
  readonly phase: 'card';
  readonly title: string;
  readonly question: QuestionView;
  /** The note of one's own, Markdown; empty where there is none. */
  readonly note: string;
  /** 1-based attempt at this question in the running quiz. */
  readonly attempt: number;
  readonly done: number;
  readonly total: number;
  readonly canUndo: boolean;
  /** What each grade leads to, in a few words. */
  readonly outcomes: Readonly<Record<Grade, string>>;
  readonly session: Session;
}

/** The end of a session. */
export interface ScorecardView {
  readonly phase: 'scorecard';
  readonly title: string;
  readonly seconds: number;
  readonly topics: readonly {
    readonly title: string;
    readonly answered: number;
    readonly missed: number;
  }[];
  readonly missed: readonly {
    readonly id: string;
    readonly title: string;
    /** Key points not ticked the first time, Markdown. */
    readonly missedPoints: readonly string[];
  }[];
  /** How many were answered with each first grade. */
  readonly grades: Readonly<Record<Grade, number>>;
  readonly skipped: number;
  readonly canUndo: boolean;
  readonly session: Session;
}

export type QuizView = CardView | ScorecardView;

/** What the reader has done with the card in view; of no weight once it is graded. */
export interface CardDraft {
  readonly id: string;
  readonly attempt: number;
  readonly isRevealed: boolean;
  readonly typed: string;
  readonly ticked: readonly number[];
  /** 0-based numbers of the options chosen; at most one where one is right. */
  readonly chosen: readonly number[];
  /** Spent on the card so far. */
  readonly seconds: number;
  /** Spent until the answer was revealed; 0 before. */
  readonly thinkingSeconds: number;
}

/** A draft that came back from a reload. Whether its numbers name something is the page's to check. */
export const isCardDraft: Shape<CardDraft> = isObjectOf<CardDraft>({
  id: isString,
  attempt: isCount,
  isRevealed: isBoolean,
  typed: isString,
  ticked: isArrayOf(isCount),
  chosen: isArrayOf(isCount),
  seconds: isAmount,
  thinkingSeconds: isAmount,
});

/** What the panel keeps with `setState`, and gives back after a reload. */
export interface QuizState {
  readonly session: Session;
  readonly draft: CardDraft | undefined;
}

/** What the quiz panel asks of its host. */
export type QuizMethods = {
  /** The panel's script runs: what shall it show? */
  ready: { params: undefined; result: QuizView };
  /** The answer was revealed (`true`) or the card is bare again; the host sets its context keys. */
  revealed: { params: { on: boolean }; result: undefined };
  grade: {
    params: {
      id: string;
      grade: Grade;
      ticked: readonly number[];
      seconds: number;
      /** Until the answer was revealed. */
      thinkingSeconds: number;
    };
    result: QuizView;
  };
  skip: { params: { id: string }; result: QuizView };
  stop: { params: undefined; result: QuizView };
  undo: { params: undefined; result: QuizView };
  /** A new session of the questions that were missed. */
  again: { params: undefined; result: QuizView };
  /** Open a question in the answer panel. */
  open: { params: { id: string }; result: undefined };
  /** Open the place in a deck's file where the answer is to be written. */
  writeAnswer: { params: { id: string }; result: undefined };
  /** Follow a link of a deck's question, as it is written, to a file of the deck. Fails for one that leads elsewhere. */
  followLink: { params: { id: string; target: string }; result: undefined };
  /** Of paths of the deck's folder, those at which there is a picture of the deck's own that may be shown. */
  findPictures: { params: { id: string; paths: readonly string[] }; result: readonly string[] };
  /** Open the editor of the note in the answer panel. */
  writeNote: { params: { id: string }; result: undefined };
  /** Ask for the scope of a new quiz. */
  restart: { params: undefined; result: undefined };
  copy: { params: { text: string }; result: undefined };
};

/** What the host tells the quiz panel. */
export type QuizEvents = {
  show: QuizView;
  /** The question of the card says something else now: what was done with the card stays. */
  changed: CardView;
  noted: { id: string; note: string };
  /** A command or key of the editor's. The panel answers `grade` and `reveal` as if its button was pressed. */
  act: { type: 'reveal' | 'skip' | 'undo' | 'stop' } | { type: 'grade'; grade: Grade };
};

const isGrade = isOneOf(...GRADES);
const isTicked = isArrayOf(isCount);

export const quizShapes: ParamShapes<QuizMethods> = {
  ready: isNothing,
  revealed: isObjectOf<QuizMethods['revealed']['params']>({
    on: (value): value is boolean => typeof value === 'boolean',
  }),
  grade: isObjectOf<QuizMethods['grade']['params']>({
    id: isString,
    grade: isGrade,
    ticked: isTicked,
    seconds: isAmount,
    thinkingSeconds: isAmount,
  }),
  skip: isObjectOf<{ id: string }>({ id: isString }),
  stop: isNothing,
  undo: isNothing,
  again: isNothing,
  open: isObjectOf<{ id: string }>({ id: isString }),
  writeAnswer: isObjectOf<{ id: string }>({ id: isString }),
  followLink: isLink,
  findPictures: arePictures,
  writeNote: isObjectOf<{ id: string }>({ id: isString }),
  restart: isNothing,
  copy: isObjectOf<{ text: string }>({ text: isString }),
};

const isAction: Shape<SessionAction> = (value): value is SessionAction => {
  const { type, event } = (value ?? {}) as { type?: unknown; event?: unknown };
  if (type === 'stopped') return true;
  if (type === 'skipped') return isObjectOf<{ id: string }>({ id: isString })(value);
  const isGraded = isObjectOf<Omit<Extract<SessionAction, { type: 'graded' }>, 'type' | 'event'>>({
    id: isString,
    grade: isGrade,
    ticked: isTicked,
    seconds: isAmount,
  });
  return type === 'graded' && isGraded(value) && (event === undefined || isString(event));
};

/** A session that came back from a reload. Whether the bank still has its questions is the host's to check. */
export const isSession: Shape<Session> = isObjectOf<Session>({
  title: isString,
  ids: isArrayOf(isString),
  actions: isArrayOf(isAction),
});

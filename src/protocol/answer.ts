import type { ParamShapes } from './rpc';
import type { QuestionView } from './question';
import {
  isAmount,
  isArrayOf,
  isBoolean,
  isNothing,
  isObjectOf,
  isOneOf,
  isString,
  type Shape,
} from './shape';

/** How much of a question is revealed, in order. */
export type Step = 'question' | 'hint' | 'keyPoints' | 'answer';

export const STEPS: readonly Step[] = ['question', 'hint', 'keyPoints', 'answer'];

/** All that the answer panel shows. */
export interface AnswerView {
  readonly question: QuestionView;
  readonly isBookmarked: boolean;
  /** Ids that Back and Forward lead to, the nearest last; the panel keeps them across a reload. */
  readonly back: readonly string[];
  readonly forward: readonly string[];
  /** Shown while somebody moves through a list elsewhere: the page must not take the focus nor keep it for a reload. */
  readonly isPreview: boolean;
  /** Resting the pointer on a veil shows what is below it. */
  readonly peek: boolean;
}

/** What the panel keeps with `setState`, and gives back after a reload. */
export interface AnswerState {
  readonly id: string;
  readonly step: Step;
  /** In CSS pixels from the top. */
  readonly scroll: number;
  readonly back: readonly string[];
  readonly forward: readonly string[];
}

export const isAnswerState: Shape<AnswerState> = isObjectOf<AnswerState>({
  id: isString,
  step: isOneOf(...STEPS),
  scroll: isAmount,
  back: isArrayOf(isString),
  forward: isArrayOf(isString),
});

/** What the answer panel asks of its host. */
export type AnswerMethods = {
  /** The panel's script runs: what shall it show? Asked again whenever the panel comes back into view. */
  ready: { params: undefined; result: AnswerView };
  /** Show another question of the bank. Fails for an unknown id. */
  open: { params: { id: string }; result: undefined };
  back: { params: undefined; result: undefined };
  forward: { params: undefined; result: undefined };
  /** The reader has reached a step. */
  reached: { params: { id: string; step: Step }; result: undefined };
  bookmark: { params: { id: string; on: boolean }; result: undefined };
  /** Show the question's Markdown source. */
  openSource: { params: { id: string }; result: undefined };
  quiz: { params: { id: string }; result: undefined };
  copy: { params: { text: string }; result: undefined };
};

/** What the host tells the answer panel. */
export type AnswerEvents = {
  show: AnswerView;
  /** A command or a key of the editor's: one step on, all at once, or back to the bare question. */
  reveal: 'next' | 'all' | 'none';
  bookmarked: { id: string; on: boolean };
  peek: boolean;
};

const isIdOnly = isObjectOf<{ id: string }>({ id: isString });

export const answerShapes: ParamShapes<AnswerMethods> = {
  ready: isNothing,
  open: isIdOnly,
  back: isNothing,
  forward: isNothing,
  reached: isObjectOf<{ id: string; step: Step }>({ id: isString, step: isOneOf(...STEPS) }),
  bookmark: isObjectOf<{ id: string; on: boolean }>({ id: isString, on: isBoolean }),
  openSource: isIdOnly,
  quiz: isIdOnly,
  copy: isObjectOf<{ text: string }>({ text: isString }),
};

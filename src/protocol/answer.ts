import type { NoteDraft } from '../core/notes/draft';
import { longestNote } from '../core/notes/note';
import type { ParamShapes } from './rpc';
import { arePictures, isLink, type QuestionView } from './question';
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
  /** The note of one's own, Markdown; empty where there is none. */
  readonly note: string;
  /** What was typed into the note's editor and not saved. The host keeps it, so that it outlives the panel, too. */
  readonly draft: NoteDraft | undefined;
  /** The note's editor was asked for: it opens and takes the focus. */
  readonly startsWriting: boolean;
  /** Ids that Back and Forward lead to, the nearest last; the panel keeps them across a reload. */
  readonly back: readonly string[];
  readonly forward: readonly string[];
  /** Shown while somebody moves through a list elsewhere: the page must not take the focus nor keep it for a reload. */
  readonly isPreview: boolean;
  /** Resting the pointer on a veil shows what is below it. */
  readonly peek: boolean;
}

/** Shown in place of a question that is no more: its deck was changed or removed. */
export interface GoneView {
  /** The id that it had. */
  readonly gone: string;
  /** As it was shown last; `undefined` where this window never did. */
  readonly title: string | undefined;
  readonly back: readonly string[];
  readonly forward: readonly string[];
}

export const isNoteDraft: Shape<NoteDraft> = isObjectOf<NoteDraft>({
  text: isString,
  base: isString,
  isOpen: isBoolean,
});

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
  ready: { params: undefined; result: AnswerView | GoneView };
  /** Show another question of the bank. Fails for an unknown id. */
  open: { params: { id: string }; result: undefined };
  back: { params: undefined; result: undefined };
  forward: { params: undefined; result: undefined };
  /** The reader has reached a step. */
  reached: { params: { id: string; step: Step }; result: undefined };
  bookmark: { params: { id: string; on: boolean }; result: undefined };
  /** At most `longestNote` characters; blank text takes the note away. Gives the note as it was kept. */
  saveNote: { params: { id: string; text: string }; result: { note: string } };
  /** What is typed so far; `undefined` when it is discarded. */
  keepDraft: { params: { id: string; draft: NoteDraft | undefined }; result: undefined };
  /** Show the question's Markdown source. */
  openSource: { params: { id: string }; result: undefined };
  /** Open the place in a deck's file where the answer is to be written. */
  writeAnswer: { params: { id: string }; result: undefined };
  /** Follow a link of a deck's question, as it is written, to a file of the deck. Fails for one that leads elsewhere. */
  followLink: { params: { id: string; target: string }; result: undefined };
  /** Of paths of the deck's folder, those at which there is a picture of the deck's own that may be shown. */
  findPictures: { params: { id: string; paths: readonly string[] }; result: readonly string[] };
  quiz: { params: { id: string }; result: undefined };
  copy: { params: { text: string }; result: undefined };
};

/** What the host tells the answer panel. */
export type AnswerEvents = {
  show: AnswerView;
  /** The question in view says something else now, or is there again: the reader stays where they are. */
  changed: AnswerView;
  gone: GoneView;
  /** A command or a key of the editor's: one step on, all at once, or back to the bare question. */
  reveal: 'next' | 'all' | 'none';
  bookmarked: { id: string; on: boolean };
  noted: { id: string; note: string };
  /** Open the note's editor, if it is not open, and go there. */
  writeNote: { id: string };
  peek: boolean;
};

const isNoteText: Shape<string> = (value): value is string => isString(value) && value.length <= longestNote;

const isIdOnly = isObjectOf<{ id: string }>({ id: isString });

export const answerShapes: ParamShapes<AnswerMethods> = {
  ready: isNothing,
  open: isIdOnly,
  back: isNothing,
  forward: isNothing,
  reached: isObjectOf<{ id: string; step: Step }>({ id: isString, step: isOneOf(...STEPS) }),
  bookmark: isObjectOf<{ id: string; on: boolean }>({ id: isString, on: isBoolean }),
  saveNote: isObjectOf<{ id: string; text: string }>({ id: isString, text: isNoteText }),
  keepDraft: isObjectOf<{ id: string; draft: NoteDraft | undefined }>({
    id: isString,
    draft: (value): value is NoteDraft | undefined => isNothing(value) || isNoteDraft(value),
  }),
  openSource: isIdOnly,
  writeAnswer: isIdOnly,
  followLink: isLink,
  findPictures: arePictures,
  quiz: isIdOnly,
  copy: isObjectOf<{ text: string }>({ text: isString }),
};

/** How deep a question goes: `easy` opens an interview, `hard` ends one. */
export type Level = 'easy' | 'medium' | 'hard';

export const LEVELS: readonly Level[] = ['easy', 'medium', 'hard'];

/** What the bank's index knows of a question: enough to list, find and recognise it, not to answer it. */
export interface QuestionSummary {
  /** The file's name without `.md`: unique in the bank, never reused. */
  readonly id: string;
  /** Plain text, one question. */
  readonly title: string;
  /** `undefined` where a deck does not say. */
  readonly level?: Level;
  /** The topic's id, such as `attention`. */
  readonly topic: string;
  /** The deck that it is in; `undefined` for a question of the bank. */
  readonly deck?: string;
  /** Nobody has written its answer yet. */
  readonly isUnanswered?: true;
  /** What a hover recognises in code and prose, as written: `KV cache`, `past_key_values`. */
  readonly terms: readonly string[];
}

/** A question with its answer. All texts are Markdown with TeX between `$…$` and `$$…$$`. */
export interface Question extends QuestionSummary {
  /** One to three sentences, complete on its own. */
  readonly shortAnswer: string;
  /** The author's hint; `undefined` where the first key point's subject serves. */
  readonly hint?: string;
  /** The rubric: one claim each, in the author's order. */
  readonly keyPoints: readonly string[];
  /** All named parts but the key points and the follow-ups, in the order of the file; one of a deck may have no name. */
  readonly sections: readonly Section[];
  /** What an interviewer asks next, each one line of Markdown. */
  readonly followUps: readonly string[];
  /** Ids of neighbouring questions that the bank has. */
  readonly related: readonly string[];
  /** The day its facts were last checked, `YYYY-MM-DD`; `undefined` where a deck does not say. */
  readonly checked?: string;
  /** Markdown that belongs to the question, such as the code that it is about; `undefined` where the title says all. */
  readonly prompt?: string;
  /** Of a multiple choice, in order; `undefined` for any other question. */
  readonly options?: readonly Option[];
}

/** Of the bank: it has what a deck's question may lack. */
export type BankQuestion = Question & { readonly level: Level; readonly checked: string };

/** A choice of a multiple-choice question. */
export interface Option {
  /** `A`, `B` … */
  readonly letter: string;
  /** Markdown. */
  readonly text: string;
  readonly isRight: boolean;
}

export interface Section {
  /** Such as `Explanation`. */
  readonly heading: string;
  /** Markdown below the heading, trimmed. */
  readonly markdown: string;
}

/** A topic of the bank, in learning order, or of a deck. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** The deck that it is of; `undefined` for a topic of the bank. */
  readonly deck?: string;
  /** One sentence: what the topic covers. */
  readonly about: string;
}

/** A study path: an ordered list of questions, in sections. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sections: readonly CollectionSection[];
}

export interface CollectionSection {
  /** `undefined` where the path has no sections. */
  readonly title?: string;
  /** Question ids in the path's order. A question may stand in a path more than once. */
  readonly questions: readonly string[];
}

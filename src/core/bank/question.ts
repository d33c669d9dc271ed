/** How deep a question goes: `easy` opens an interview, `hard` ends one. */
export type Level = 'easy' | 'medium' | 'hard';

export const LEVELS: readonly Level[] = ['easy', 'medium', 'hard'];

/** What the bank's index knows of a question: enough to list, find and recognise it, not to answer it. */
export interface QuestionSummary {
  /** The file's name without `.md`: unique in the bank, never reused. */
  readonly id: string;
  /** Plain text, one question. */
  readonly title: string;
  readonly level: Level;
  /** The topic's id, such as `attention`. */
  readonly topic: string;
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
  /** All named parts but the key points and the follow-ups, in the order of the file. */
  readonly sections: readonly Section[];
  /** What an interviewer asks next, each one line of Markdown. */
  readonly followUps: readonly string[];
  /** Ids of neighbouring questions that the bank has. */
  readonly related: readonly string[];
  /** The day its facts were last checked, `YYYY-MM-DD`. */
  readonly checked: string;
}

export interface Section {
  /** Such as `Explanation`. */
  readonly heading: string;
  /** Markdown below the heading, trimmed. */
  readonly markdown: string;
}

/** A topic of the bank, in learning order. */
export interface Topic {
  readonly id: string;
  readonly title: string;
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

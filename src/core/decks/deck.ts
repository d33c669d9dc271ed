import type { ShapeName } from './candidate';
import type { Level, Question, Topic } from '../bank/question';

/** A file of a deck, as it was read. */
export interface DeckFile {
  /** Below the deck's folder, with `/` between names: `notes/attention.md`. */
  readonly path: string;
  readonly text: string;
}

/** Lines of a deck's file, counted from 1; `endLine` is the last one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** A question of a deck. Its texts are hostile until proven otherwise. */
export interface DeckQuestion extends Question {
  readonly deck: string;
  /** The file itself gives the id, and no other question of the deck claims it. */
  readonly hasOwnId?: true;
  /** From the line that asks to the last of the answer. */
  readonly place: Place;
  /**
   * Where the answer stands, or an empty answer's placeholder; `undefined` where nothing stands for it. In another file
   * where a table links to it.
   */
  readonly answerPlace: Place | undefined;
}

/** Why lines of a deck belong to no question. */
export type SkipReason =
  | 'advertisement'
  | 'badges'
  | 'category'
  | 'comment'
  | 'contents'
  | 'duplicate'
  | 'frontMatter'
  | 'heading'
  | 'index'
  | 'licence'
  | 'link'
  | 'navigation'
  | 'prose'
  | 'separator'
  | 'tooLarge'
  | 'unreadable';

/** A block that was passed over. */
export interface SkippedBlock extends Place {
  readonly reason: SkipReason;
}

/** A folder or a file of questions, read. */
export interface Deck {
  /** Lower-case letters, digits and single hyphens: the beginning of its questions' ids. */
  readonly id: string;
  readonly title: string;
  /** In the order in which they are met first; a deck without topics has one, named as the deck is. */
  readonly topics: readonly Topic[];
  readonly questions: readonly DeckQuestion[];
  readonly skipped: readonly SkippedBlock[];
}

/** What the reader makes of one question, before the deck gives it an id. */
export interface ReadQuestion {
  /** Plain text, its number, marks and emphasis taken off. */
  readonly title: string;
  /** As it stands in the deck, before the title: `12` of `## 12. What …`; `undefined` where there is none. */
  readonly number: number | undefined;
  /** What the file itself says; `undefined` where it says nothing. */
  readonly ownId: string | undefined;
  /** The section headings above, the outermost first. Plain text. */
  readonly sections: readonly string[];
  readonly level: Level | undefined;
  readonly terms: readonly string[];
  readonly parts: AnswerParts;
  readonly place: Place;
  readonly answerPlace: Place | undefined;
  /** How it is written; `own` in our own format, `page` where the front matter asks. */
  readonly shape: ShapeName | 'own' | 'page';
  /** Where the title links to, as it stands; the answer may be there. */
  readonly link?: string;
}

/** What becomes of an answer's Markdown. */
export type AnswerParts = Pick<
  Question,
  | 'shortAnswer'
  | 'hint'
  | 'keyPoints'
  | 'sections'
  | 'followUps'
  | 'related'
  | 'checked'
  | 'prompt'
  | 'options'
  | 'isUnanswered'
>;

import type { AnkiNote } from './ankiNotes';
import type { AnswerList } from './answerLists';
import type { DetailsBlock } from './detailsBlocks';
import type { ScannedLine } from './scanLines';
import type { ParsedTitle } from './title';

/** A file on its way: its lines and what was found out about them. Lines are counted from 0 here. */
export interface ScannedFile {
  readonly path: string;
  readonly lines: readonly ScannedLine[];
  /** Which lines are headings, which are items, and which are either text or items: questions begin there. */
  readonly headings: readonly number[];
  readonly items: readonly number[];
  readonly prose: readonly number[];
  readonly details: readonly DetailsBlock[];
  /** The outermost one that begins in a line. */
  readonly detailsAt: ReadonlyMap<number, DetailsBlock>;
  readonly notes: readonly AnkiNote[];
  readonly answerLists: readonly AnswerList[];
  /** The lines that a list of answers answers. */
  readonly asked: ReadonlySet<number>;
  /** Of an item's line: the last line that is indented as the item's own. */
  readonly itemEnds: ReadonlyMap<number, number>;
}

/** How deep a shape goes: a question ends where something as high or higher begins. */
export const ranks = { heading: 0, label: 7, details: 8, bold: 9, item: 10 } as const;

export type ShapeName =
  'heading' | 'label' | 'details' | 'bold' | 'ordered' | 'bullet' | 'row' | 'flashcard' | 'note' | 'plain';

/** A place where a question may begin. */
export interface Candidate {
  readonly shape: ShapeName;
  /** Those of one family are written alike, so they are judged together: `heading 2`, `ordered 0`. */
  readonly family: string;
  /** Headings 1 to 6, then `ranks`; an item's depth counts on. */
  readonly rank: number;
  readonly line: number;
  /** The line that holds the title's text, where it is another one. */
  readonly textLine?: number;
  /** The last line of the title. */
  readonly titleEnd: number;
  readonly title: ParsedTitle;
  /** What of the answer stands behind the title in its line; empty where nothing does. */
  readonly rest: string;
  /** The last line that can be its answer's; `undefined` where that is open. */
  readonly endLine?: number;
  /** It asks, by a mark, by words or by a question mark. */
  readonly asks: boolean;
  /** With a question mark, or marked as a question. */
  readonly asksPlainly: boolean;
  /** An answer's label follows, so it is a question whatever it says. */
  readonly isAnswered: boolean;
  /** The whole line is emphasized, as many lists do with what they ask. */
  readonly isBold: boolean;
  /** Where the title links to, when it is a link and nothing else; an address as it stands. */
  readonly link?: string;
  /** Of a row: the title itself is the link, not a word beside it. */
  readonly isOwnLink?: boolean;
}

/** A way in which people write questions. */
export interface Shape {
  readonly name: ShapeName;
  /**
   * Every place where one may begin, from top to bottom, of the lines that are free; whether it is one is decided by all
   * of its family.
   */
  find(file: ScannedFile, isFree: (line: number) => boolean): Candidate[];
}

import type { DeckQuestion, SkippedBlock } from '../deck';
import type { OtherPlace, Problem } from './problem';
import type { ScannedText } from './scanText';
import type { TexFault } from './tex';

/** A question as far as its file is judged by it. */
export interface CheckedQuestion extends Pick<
  DeckQuestion,
  'title' | 'place' | 'isUnanswered' | 'prompt' | 'options'
> {
  /** What it is known by; left out where the deck was not read since it was written. */
  readonly id?: string | undefined;
}

/** A file of a deck, and what was read in it. */
export interface CheckedFile {
  /** Below the deck's folder, with `/` between names. */
  readonly path: string;
  readonly text: string;
  readonly questions: readonly CheckedQuestion[];
  readonly skipped: readonly SkippedBlock[];
}

/** An id that a file gives to a question of its own. */
export interface OwnId {
  readonly id: string;
  /** Where it is written; `undefined` where it is the file's name. */
  readonly written: { readonly start: number; readonly end: number } | undefined;
  readonly line: number;
  /** The line that its question begins with. */
  readonly questionLine: number;
}

/** What a check sees of the rest of the deck. */
export interface DeckView {
  hasFile(path: string): boolean;
  /** The files whose path is this one but for the case of its letters. */
  filesLike(path: string): readonly string[];
  /** Whether something of this path is there, not a file of the deck; `undefined` while, or where, nobody knows. */
  exists(path: string): boolean | undefined;
  /** What a link into a file may name after `#`, as `reduceAnchor` gives it; `undefined` for a file of no deck. */
  anchorsOf(path: string): ReadonlySet<string> | undefined;
  /** The other questions that ask the same, and those that ask nearly the same, the first ones of many. */
  questionsLike(
    text: string,
    file: string,
    line: number,
  ): {
    readonly same: readonly OtherPlace[];
    readonly near: readonly OtherPlace[];
  };
  /** The question that is known by the id that it gives itself; else the first one that gives itself this one. */
  firstWithId(id: string): OtherPlace | undefined;
  hasId(id: string): boolean;
  ownIdsOf(path: string): readonly OwnId[];
  texFault(tex: string, isDisplay: boolean): TexFault | undefined;
}

/** One kind of problem: all of it in a file. Linear in the file's text. */
export type Check = (file: CheckedFile & { readonly scanned: ScannedText }, deck: DeckView) => Problem[];

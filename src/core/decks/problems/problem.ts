import type { SkipReason } from '../deck';

/** A piece of a file: lines and UTF-16 characters in them, both from 0; the end is not in it. */
export interface TextRange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** Where else something stands; `line` counts from 1. */
export interface OtherPlace {
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

/** What is wrong in a deck's file, or may be. The codes are stable: people filter by them. */
export type Problem = { readonly range: TextRange } & ProblemKind;

export type ProblemKind =
  /** The same title, whatever its case and marks. The nearest others; at least one. */
  | { readonly code: 'duplicate'; readonly others: readonly OtherPlace[] }
  /** The same words in another order or form, one more or less, or one letter off. */
  | { readonly code: 'nearly-duplicate'; readonly others: readonly OtherPlace[] }
  | { readonly code: 'unanswered'; readonly title: string }
  /** A `$` that opens or closes nothing; `isPrice` where writing it `\$` puts the text right. */
  | { readonly code: 'lone-dollar'; readonly isPrice: boolean }
  /** `reason` is KaTeX's, in English. */
  | { readonly code: 'tex'; readonly reason: string }
  /** `suggestion` is the target to write instead, where exactly one file of the deck can be meant. */
  | {
      readonly code: 'link' | 'image';
      readonly target: string;
      readonly cause: 'file' | 'heading';
      readonly suggestion: string | undefined;
    }
  /** `suggestion` is a free id, where changing it concerns no other question. */
  | {
      readonly code: 'same-id';
      readonly id: string;
      readonly other: OtherPlace;
      readonly suggestion: string | undefined;
    }
  | { readonly code: 'passed-over'; readonly reason: SkipReason };

export type ProblemCode = ProblemKind['code'];

/** The one edit that certainly mends a problem; `undefined` where a person has to decide. */
export function planFix(problem: Problem): { readonly range: TextRange; readonly text: string } | undefined {
  const { range } = problem;
  switch (problem.code) {
    case 'lone-dollar': {
      const before = { ...range, endLine: range.startLine, endCharacter: range.startCharacter };
      return problem.isPrice ? { range: before, text: '\\' } : undefined;
    }
    case 'link':
    case 'image':
    case 'same-id':
      return problem.suggestion === undefined ? undefined : { range, text: problem.suggestion };
    case 'duplicate':
    case 'nearly-duplicate':
    case 'unanswered':
    case 'tex':
    case 'passed-over':
      return undefined;
  }
}

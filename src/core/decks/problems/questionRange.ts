import { findTitleLine } from '../titleLine';
import type { CheckedQuestion } from './check';
import type { TextRange } from './problem';
import type { ScannedText } from './scanText';

/** Where a question's title stands; the line's text where it is written otherwise. */
export function rangeOfQuestion(
  scanned: ScannedText,
  { title, place }: Pick<CheckedQuestion, 'title' | 'place'>,
): TextRange {
  const line = findTitleLine((at) => scanned.lineAt(at).text, { title, place }) ?? place.line - 1;
  const { start, text } = scanned.lineAt(line);
  const at = title === '' ? -1 : text.indexOf(title);
  return at === -1 ? rangeOfLine(scanned, line) : scanned.rangeOf(start + at, start + at + title.length);
}

/** A line, from 0, without the white space at its ends. */
export function rangeOfLine(scanned: ScannedText, line: number): TextRange {
  const { start, text } = scanned.lineAt(line);
  const indent = text.length - text.trimStart().length;
  return scanned.rangeOf(start + indent, start + Math.max(indent, text.trimEnd().length));
}

import { longestPattern, type ScannedLine } from './scanLines';

/** A note between `START` and `END`, as plugins write it for Anki. Lines are counted from 0. */
export interface AnkiNote {
  /** The line of `START`. */
  readonly line: number;
  /** The first line of the front. */
  readonly frontLine: number;
  readonly backLine: number;
  /** The last line of the back. */
  readonly backEnd: number;
  /** The line of `END`. */
  readonly endLine: number;
}

/** A note is at most so many lines. */
const longestNote = 200;

/** Every note that has a front and a back; a cloze has none. */
export function findAnkiNotes(lines: readonly ScannedLine[]): AnkiNote[] {
  const found: AnkiNote[] = [];
  let open: number | undefined;
  lines.forEach(({ text, kind }, at) => {
    if (kind !== 'text') return;
    const word = text.length > 12 ? '' : text.trim();
    if (word === 'START') open = at;
    if (word !== 'END' || open === undefined) return;
    const note = at - open > longestNote ? undefined : readNote(lines, open, at);
    if (note !== undefined) found.push(note);
    open = undefined;
  });
  return found;
}

const back = /^\s*(?:Back|Answer):/;

function readNote(lines: readonly ScannedLine[], line: number, endLine: number): AnkiNote | undefined {
  if (/cloze/i.test(lines[line + 1]?.text ?? '')) return undefined;
  const textAt = (at: number) => lines[at]?.text.slice(0, longestPattern) ?? '';
  let frontLine = line + 2;
  while (frontLine < endLine && textAt(frontLine).trim() === '') frontLine++;
  let backLine = frontLine + 1;
  while (backLine < endLine && !back.test(textAt(backLine))) backLine++;
  if (backLine >= endLine) return undefined;
  let backEnd = endLine - 1;
  while (backEnd > backLine && /^\s*(?:Tags:.*|(?:<!--)?ID:.*|)$/.test(textAt(backEnd))) backEnd--;
  return { line, frontLine, backLine, backEnd, endLine };
}

/** Without the name of a field at its beginning. */
export function dropField(text: string): string {
  return text.replace(/^\s*(?:Front|Back|Question|Answer):[ \t]*/, '');
}

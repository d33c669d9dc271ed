import { dropField, type AnkiNote } from '../ankiNotes';
import type { Candidate, ScannedFile, Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle } from '../title';
import { hasQuestionMark } from '../wording';
import { splitItem } from './listItem';

/** A note for Anki: in a block from `START` to `END`, or in a line, `STARTI [Basic] What is X? Back: It is … ENDI`. */
export const note: Shape = {
  name: 'note',
  find: (file, isFree) =>
    [
      ...file.notes.flatMap((each) => (isFree(each.line) ? parseNote(file, each) : [])),
      ...findLines(file).flatMap((at) => (isFree(at) ? parseLine(file, at) : [])),
    ].sort((a, b) => a.line - b.line),
};

function parseNote({ lines }: ScannedFile, { line, frontLine, backLine, backEnd }: AnkiNote): Candidate[] {
  const front = lines.slice(frontLine, backLine).map(({ text }) => text.slice(0, longestPattern));
  // What stands below the first paragraph of a front is shown with the back.
  const blank = front.findIndex((text) => text.trim() === '');
  const isLong = blank >= 0 && front.slice(blank).some((text) => text.trim() !== '');
  const title = front.slice(0, isLong ? blank : front.length).join(' ');
  const rest = isLong ? '' : dropField(lines[backLine]?.text ?? '').trim();
  return createNote(title, {
    ...{ line, textLine: frontLine, rest, endLine: backEnd },
    titleEnd: isLong ? frontLine + blank : backLine,
  });
}

function findLines({ lines }: ScannedFile): number[] {
  const found: number[] = [];
  lines.forEach(({ kind, text }, at) => {
    if ((kind === 'text' || kind === 'item') && text.includes('STARTI')) found.push(at);
  });
  return found;
}

function parseLine({ lines }: ScannedFile, at: number): Candidate[] {
  const line = lines[at]?.text ?? '';
  const text = lines[at]?.kind === 'item' ? splitItem(line).content : line.slice(0, longestPattern);
  const [start = '', type = ''] = /^\s*STARTI[ \t]*\[([^[\]]{1,60})\]/.exec(text) ?? [];
  const end = text.indexOf('ENDI', start.length + 1);
  if (start === '' || end < 0 || /cloze/i.test(type)) return [];
  const [front = '', ...backs] = text.slice(start.length, end).split(/[ \t](?=(?:Back|Answer):)/);
  const back = dropField(backs.join(' ')).replace(/[ \t](?:Tags:[^<]*|<!--[^<>]*-->[ \t]*)+$/, '');
  if (backs.length === 0) return [];
  return createNote(front, { line: at, titleEnd: at, rest: back.trim(), endLine: at });
}

function createNote(
  front: string,
  place: Pick<Candidate, 'line' | 'textLine' | 'titleEnd' | 'rest' | 'endLine'>,
): Candidate[] {
  const title = parseTitle(dropField(front));
  if (title.text === '') return [];
  return [
    {
      ...{ shape: 'note', family: 'note', rank: 8.5, title, ...place },
      ...{ asks: true, asksPlainly: hasQuestionMark(title.text), isAnswered: true, isBold: false },
    },
  ];
}

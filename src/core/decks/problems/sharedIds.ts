import { longestSlug, slugOf } from '../ids';
import type { Check, OwnId } from './check';
import type { Problem } from './problem';
import { rangeOfLine } from './questionRange';
import type { ScannedText } from './scanText';

/** Ids that an earlier question of the deck has already: it alone keeps them. */
export const checkIds: Check = ({ scanned, path }, { ownIdsOf, firstWithId, hasId }) =>
  ownIdsOf(path).flatMap(({ id, written, line }): Problem[] => {
    const other = firstWithId(id);
    if (other === undefined || (other.file === path && other.line === line)) return [];
    return [
      {
        code: 'same-id',
        id,
        other,
        suggestion: written === undefined ? undefined : findFreeId(id, hasId),
        range:
          written === undefined
            ? rangeOfLine(scanned, line - 1)
            : scanned.rangeOf(written.start, written.end),
      },
    ];
  });

function findFreeId(id: string, hasId: (id: string) => boolean): string | undefined {
  for (let number = 2; number < 100; number++) {
    const free = `${id}-${String(number)}`;
    if (!hasId(free)) return free;
  }
  return undefined;
}

/** The ids that a file gives: `id:` in its front matter, else a file of our own format its name; `{#id}` at a title's end. */
export function findOwnIds(
  scanned: ScannedText,
  path: string,
  questionLines: readonly number[],
): readonly OwnId[] {
  const inTitles = questionLines.flatMap((line): OwnId[] => {
    const { start, text } = scanned.lineAt(line - 1);
    const brace = text.lastIndexOf('{#');
    const id = brace === -1 ? undefined : /^\{#([\w-]{1,60})\}\s*#*\s*$/.exec(text.slice(brace))?.[1];
    if (id === undefined) return [];
    const from = start + brace + 2;
    return [{ id, written: { start: from, end: from + id.length }, line, questionLine: line }];
  });
  const frontMatterEnd = scanned.lineOf(scanned.frontMatter?.end ?? -1);
  const inFrontMatter = questionLines.find((line) => line <= frontMatterEnd);
  return [...(inFrontMatter === undefined ? [] : findFileId(scanned, path, inFrontMatter)), ...inTitles];
}

function findFileId(scanned: ScannedText, path: string, questionLine: number): OwnId[] {
  if (scanned.frontMatter === undefined) return [];
  const { start, end } = scanned.frontMatter;
  const yaml = scanned.text.slice(start, end);
  const title = /^title[ \t]*:/m.exec(yaml);
  const written = /^id[ \t]*:[ \t]*(["']?)([\w-]{1,100})\1[ \t]*(?:#.*)?\r?$/m.exec(yaml);
  if (written?.[2] !== undefined) {
    const from = start + written.index + written[0].indexOf(written[2], written[0].indexOf(':'));
    return [
      {
        id: written[2],
        written: { start: from, end: from + written[2].length },
        line: scanned.lineOf(from) + 1,
        questionLine,
      },
    ];
  }
  if (title === null) return [];
  const name = /([^/]+)\.[^./]+$/.exec(path)?.[1] ?? path;
  return [{ id: name, written: undefined, line: scanned.lineOf(start + title.index) + 1, questionLine }];
}

/** Two ids of one key are one to the reader. */
export function keyOfId(id: string): string {
  return slugOf(id) || id.toLowerCase();
}

/** Whether a question that gives itself an id is known by it: `deck--` and the id, as far as ids go. */
export function isIdOf(ownId: string, questionId: string): boolean {
  const known = questionId.slice(questionId.indexOf('--') + 2);
  return known !== '' && slugOf(ownId).slice(0, longestSlug) === known;
}

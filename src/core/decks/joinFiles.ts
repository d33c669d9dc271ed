import { readAnswer } from './answer';
import type { AnswerParts, Place, ReadQuestion, SkippedBlock } from './deck';
import { resolveLink } from './links';
import type { FileReading } from './readFile';
import { titleKey } from './ids';

/** A question, and the name of the topic that it is in; `undefined` where the deck names none. */
export type JoinedQuestion = ReadQuestion & { readonly topic: string | undefined };

/**
 * The questions of all files. A row of a table that links to a file of the deck is answered there: what that file says
 * of the question, or all that it says, becomes the row's answer. An item of a list that links so only points there.
 */
export function joinFiles(readings: readonly FileReading[]): {
  questions: JoinedQuestion[];
  skipped: SkippedBlock[];
} {
  const files = new Map(readings.map((reading) => [reading.path, reading]));
  const names = nameFiles(readings);
  const used = new Map<string, Place>();
  const joined = readings.map((reading) =>
    reading.questions.map((question) => joinLink(question, reading, files, used)),
  );
  const skipped: SkippedBlock[] = [];
  const questions = joined.flatMap((list) =>
    list.flatMap(({ question, reason }): JoinedQuestion[] => {
      const { file, line } = question.place;
      if (reason !== undefined) skipped.push({ ...question.place, reason });
      if (reason !== undefined || used.has(`${file}:${line}`)) return [];
      return [{ ...question, topic: question.sections.at(-1) ?? names.get(file) }];
    }),
  );
  const rest = readings.flatMap((reading) =>
    reading.skipped.filter(({ file, line }) => !used.has(`${file}:${line}`)),
  );
  return {
    questions,
    skipped: [...rest, ...skipped].sort((a, b) => (a.file === b.file ? a.line - b.line : 0)),
  };
}

interface Joined {
  readonly question: ReadQuestion;
  /** Why it is none. */
  readonly reason?: 'index' | 'link';
}

function joinLink(
  question: ReadQuestion,
  reading: FileReading,
  files: ReadonlyMap<string, FileReading>,
  used: Map<string, Place>,
): Joined {
  const { link, shape, place } = question;
  if (link === undefined) return { question };
  const target = resolveLink(link, place.file, (path) => files.has(path));
  if (target === undefined) return { question };
  const file = files.get(target.path);
  if (file === undefined || file === reading) return { question };
  const same = findSame(file, question, target.anchor);
  if (same !== undefined) {
    if (shape !== 'row') return { question, reason: 'index' };
    used.set(`${same.place.file}:${same.place.line}`, same.place);
    return {
      question: {
        ...question,
        parts: same.parts,
        answerPlace: same.answerPlace ?? same.place,
        level: question.level ?? same.level,
        terms: same.terms,
      },
    };
  }
  if (shape !== 'row' && file.questions.length > 0) return { question, reason: 'link' };
  if (file.questions.length > 0) return { question };
  for (const { file: path, line, endLine } of file.skipped)
    used.set(`${path}:${line}`, { file: path, line, endLine });
  return { question: { ...question, ...answerFromFile(file) } };
}

/** The question of a file that has the row's title or stands at its anchor, or is the only one. */
function findSame(
  file: FileReading,
  { title, number }: ReadQuestion,
  anchor: string,
): ReadQuestion | undefined {
  const key = titleKey(title);
  const anchorKey = titleKey(anchor.replace(/-/g, ' '));
  return (
    file.questions.find((each) => titleKey(each.title) === key) ??
    (anchorKey === ''
      ? undefined
      : file.questions.find((each) => anchorKey.endsWith(titleKey(each.title)) && each.title !== '')) ??
    (number === undefined || file.questions.length < 2
      ? undefined
      : file.questions.find((each) => each.number === number)) ??
    (file.questions.length === 1 ? file.questions[0] : undefined)
  );
}

/** A page without a question of its own is the answer, but for its title. */
function answerFromFile({ path, text }: FileReading): { parts: AnswerParts; answerPlace: Place } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = /^#{1,6}\s/.test(lines[first] ?? '') ? first + 1 : Math.max(0, first);
  return {
    parts: readAnswer(lines.slice(start), '', false),
    answerPlace: { file: path, line: start + 1, endLine: lines.length },
  };
}

/** In a deck of several files, what stands under no heading is in a topic named after its file. */
function nameFiles(readings: readonly FileReading[]): Map<string, string> {
  if (readings.length < 2) return new Map();
  return new Map(
    readings.map(({ path }) => [
      path,
      (path.split('/').pop() ?? '')
        .replace(/\.\w+$/, '')
        .replace(/[-_]+/g, ' ')
        .trim(),
    ]),
  );
}

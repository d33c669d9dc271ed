import type { Place, ReadQuestion, SkippedBlock } from './deck';
import { findCategories, type Category } from './categories';
import { titleKey } from './ids';
import { answerFromFile, answerFromSection } from './linkedAnswer';
import { resolveLink } from './links';
import type { FileReading } from './readFile';

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
  const categories = findCategories(readings);
  const used = new Map<string, Place>();
  const skipped: SkippedBlock[] = [];
  const joined = readings
    .flatMap((reading) => reading.questions)
    .flatMap((question): ReadQuestion[] => {
      const { reason, ...found } = joinLink(question, files, used);
      if (reason === undefined) return [found.question];
      skipped.push({ ...question.place, reason });
      return [];
    });
  const questions = joined
    .filter(({ place }) => !used.has(keyOf(place)))
    .map((question) => ({ ...question, topic: topicOf(question, categories, names) }));
  const rest = readings
    .flatMap((reading) => reading.skipped)
    .filter((block) => !used.has(keyOf(block)))
    .map((block) =>
      categories.some(({ places }) => places.has(keyOf(block)))
        ? { ...block, reason: 'category' as const }
        : block,
    );
  return { questions, skipped: [...rest, ...skipped] };
}

function keyOf({ file, line }: Pick<Place, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

function topicOf(
  { sections, place, number }: ReadQuestion,
  categories: readonly Category[],
  names: ReadonlyMap<string, string>,
): string | undefined {
  const category = categories.find(({ holds }) => holds(place.file, number));
  return sections.at(-1) ?? category?.title ?? names.get(place.file);
}

interface Joined {
  readonly question: ReadQuestion;
  /** Why it is none. */
  readonly reason?: 'index' | 'link';
}

/** `used` gets the places of what becomes another question's answer. */
function joinLink(
  question: ReadQuestion,
  files: ReadonlyMap<string, FileReading>,
  used: Map<string, Place>,
): Joined {
  const { link, shape, place } = question;
  if (link === undefined) return { question };
  const isInPage = link.startsWith('#');
  const target = isInPage
    ? { path: place.file, anchor: link.slice(1) }
    : resolveLink(link, place.file, (path) => files.has(path));
  const file = target && files.get(target.path);
  if (target === undefined || file === undefined) return { question };
  const same = isInPage || file.path === place.file ? undefined : findSame(file, question, target.anchor);
  if (same !== undefined && shape !== 'row') return { question, reason: 'index' };
  if (same !== undefined) return { question: takeOver(question, same, used) };
  const section = target.anchor === '' ? undefined : answerFromSection(file, target.anchor);
  if (section !== undefined) {
    useUp(file, section.answerPlace, used);
    return { question: { ...question, ...section } };
  }
  if (isInPage || file.path === place.file) return { question };
  if (file.questions.length > 0) return shape === 'row' ? { question } : { question, reason: 'link' };
  const whole = answerFromFile(file);
  useUp(file, { ...whole.answerPlace, line: 1 }, used);
  return { question: { ...question, ...whole } };
}

/** The row stands for the question that its file holds. */
function takeOver(question: ReadQuestion, same: ReadQuestion, used: Map<string, Place>): ReadQuestion {
  used.set(keyOf(same.place), same.place);
  return {
    ...question,
    parts: same.parts,
    answerPlace: same.answerPlace ?? same.place,
    level: question.level ?? same.level,
    terms: same.terms,
    ownId: question.ownId ?? same.ownId,
  };
}

/** What was passed over there is an answer after all. */
function useUp({ path, skipped }: FileReading, { line, endLine }: Place, used: Map<string, Place>): void {
  for (const block of skipped) {
    const isNoise = ['advertisement', 'navigation', 'badges', 'separator', 'licence'].includes(block.reason);
    if (!isNoise && block.line >= line && block.line <= endLine)
      used.set(keyOf({ file: path, line: block.line }), block);
  }
}

/** The question of a file that has the row's title, stands at its anchor, has its number or is the only one. */
function findSame(
  file: FileReading,
  { title, number }: ReadQuestion,
  anchor: string,
): ReadQuestion | undefined {
  const key = titleKey(title);
  const anchorKey = titleKey(anchor);
  const find = (test: (each: ReadQuestion, itsKey: string) => boolean) =>
    file.questions.find((each) => test(each, titleKey(each.title)));
  return (
    find((_, itsKey) => itsKey === key) ??
    (anchorKey === '' ? undefined : find((_, itsKey) => itsKey !== '' && anchorKey.endsWith(itsKey))) ??
    (number === undefined || file.questions.length < 2
      ? undefined
      : find((each) => each.number === number)) ??
    (file.questions.length === 1 && anchorKey === '' ? file.questions[0] : undefined)
  );
}

/** In a deck of several files, what stands under no heading is in a topic named after its file. */
function nameFiles(readings: readonly FileReading[]): Map<string, string> {
  if (readings.length < 2) return new Map();
  const nameOf = (path: string) =>
    (path.split('/').pop() ?? '')
      .replace(/\.\w+$/, '')
      .replace(/[-_]+/g, ' ')
      .trim();
  return new Map(readings.map(({ path }) => [path, nameOf(path)]));
}

import type { Place, ReadQuestion, SkippedBlock } from './deck';
import { findCategories, type Category } from './categories';
import { titleKey } from './ids';
import { answerFromFile, answerFromSection } from './linkedAnswer';
import { resolveLink } from './links';
import type { NamedTopic } from './topics';
import { parseTitle } from './title';
import { asks } from './wording';
import { remember } from '../util/remember';
import type { FileReading } from './readFile';

/** A question, and the name of the topic that it is in; `undefined` where the deck names none. */
export interface JoinedQuestion {
  /** The same object as long as nothing has changed about it. */
  readonly question: ReadQuestion;
  readonly topic: string | undefined;
}

/**
 * The questions of all files. A row of a table that links to a file of the deck is answered there: what that file says
 * of the question, or all that it says, becomes the row's answer. An item of a list that links so only points there.
 */
export function joinFiles(
  readings: readonly FileReading[],
  named: readonly NamedTopic[] = [],
): {
  questions: JoinedQuestion[];
  skipped: SkippedBlock[];
} {
  const files = new Map(readings.map((reading) => [reading.path, reading]));
  const names = nameFiles(readings);
  const categories = findCategories(readings);
  const used = new Map<string, Place>();
  const skipped: SkippedBlock[] = [];
  const answered = readings.some(({ questions }) => questions.some(isBareItem))
    ? findAnswered(readings)
    : new Map<string, string>();
  const joined: ReadQuestion[] = [];
  for (const { questions: found } of readings) {
    for (const question of found) {
      const result = joinQuestion(question, { files, answered, used });
      if (result.title !== undefined) skipped.push({ ...result.title, reason: 'index' });
      if (result.reason === undefined) joined.push(result.question);
      else skipped.push({ ...question.place, reason: result.reason });
    }
  }
  const questions = joined
    .filter(({ place }) => used.size === 0 || !used.has(keyOf(place)))
    .map((question) => ({ question, topic: topicOf(question, { categories, names, named }) }));
  const rest = readings
    .flatMap((reading) => reading.skipped)
    .filter((block) => used.size === 0 || !used.has(keyOf(block)))
    .map((block) =>
      categories.some(({ places }) => places.has(keyOf(block)))
        ? { ...block, reason: 'category' as const }
        : block,
    );
  return { questions, skipped: [...rest, ...skipped] };
}

/** The files that answer a question, by its title's key. */
function findAnswered(readings: readonly FileReading[]): Map<string, string> {
  const answered = new Map<string, string>();
  for (const reading of readings) for (const key of keysOfAnswered(reading)) answered.set(key, reading.path);
  return answered;
}

const keysOfAnswered = remember(({ questions }: FileReading): string[] =>
  questions.flatMap(({ parts, shape, title }) =>
    parts.isUnanswered !== true && shape !== 'row' ? [titleKey(title)] : [],
  ),
);

/** A bare item of a list that another file asks and answers. */
function repeats(question: ReadQuestion, answered: ReadonlyMap<string, string>): boolean {
  if (!isBareItem(question)) return false;
  const file = answered.get(titleKey(question.title));
  return file !== undefined && file !== question.place.file;
}

function isBareItem({ shape, parts, link }: ReadQuestion): boolean {
  return (shape === 'bullet' || shape === 'ordered') && parts.isUnanswered === true && link === undefined;
}

function keyOf({ file, line }: Pick<Place, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

interface TopicNames {
  readonly categories: readonly Category[];
  /** Of files. */
  readonly names: ReadonlyMap<string, string>;
  /** Of folders. */
  readonly named: readonly NamedTopic[];
}

function topicOf(
  { sections, place: { file }, number, shape }: ReadQuestion,
  { categories, names, named }: TopicNames,
): string | undefined {
  const folder = named.find((topic) => file.startsWith(topic.folder));
  // A file of our own format is one question: its folder is the topic.
  if (shape === 'own') return folder?.title ?? nameFolder(file);
  const category = categories.find(({ holds }) => holds(file, number));
  return sections.at(-1) ?? category?.title ?? folder?.title ?? names.get(file);
}

function nameFolder(file: string): string | undefined {
  return file.split('/').at(-2)?.replace(/[-_]+/g, ' ').trim();
}

interface Joined {
  readonly question: ReadQuestion;
  /** Why it is none. */
  readonly reason?: 'index' | 'link';
  /** Lines of another file that ask the same. */
  readonly title?: Place;
}

interface Joining {
  readonly files: ReadonlyMap<string, FileReading>;
  readonly answered: ReadonlyMap<string, string>;
  readonly used: Map<string, Place>;
}

function joinQuestion(question: ReadQuestion, { files, answered, used }: Joining): Joined {
  if (repeats(question, answered)) return { question, reason: 'index' };
  return question.link === undefined ? { question } : joinLink(question, files, used);
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
  if (target === undefined || file === undefined)
    return isTopicEntry(question) ? { question, reason: 'link' } : { question };
  const same = isInPage || file.path === place.file ? undefined : findSame(file, question, target.anchor);
  if (same !== undefined && shape !== 'row') return { question, reason: 'index' };
  if (same !== undefined && titleKey(same.title) === titleKey(question.title))
    return takeOver(question, same, used);
  if (!isInPage && shape === 'row' && isPageOf(file, question))
    return { question: takeFile(question, file, used) };
  if (same !== undefined) return takeOver(question, same, used);
  const section = target.anchor === '' ? undefined : answerFromSection(file, target.anchor);
  if (section !== undefined) {
    useUp(file, section.answerPlace, used);
    return { question: { ...question, ...section } };
  }
  if (isInPage || file.path === place.file) return { question };
  if (file.questions.length > 0) return shape === 'row' ? { question } : { question, reason: 'link' };
  return { question: takeFile(question, file, used) };
}

/** An entry of an index that asks nothing, and leads to a file that is not there. */
function isTopicEntry({ link = '', shape, parts, title }: ReadQuestion): boolean {
  const isItem = shape === 'bullet' || shape === 'ordered';
  return isItem && parts.isUnanswered === true && !/^(?:#|[a-z]+:)/i.test(link) && !asks(title);
}

/** The page's own title is what the row asks. */
function isPageOf({ text }: FileReading, { title }: ReadQuestion): boolean {
  const heading = /^\s*#{1,6}[ \t]+(.*)$/m.exec(text.slice(0, 5000))?.[1];
  return heading !== undefined && titleKey(parseTitle(heading).text) === titleKey(title);
}

/** All that a page says is the answer, what it asks by the way included. */
function takeFile(question: ReadQuestion, file: FileReading, used: Map<string, Place>): ReadQuestion {
  const whole = answerFromFile(file);
  useUp(file, { ...whole.answerPlace, line: 1 }, used);
  for (const { place } of file.questions) used.set(keyOf(place), place);
  return {
    ...question,
    ...whole,
    answerPlace: { ...whole.answerPlace, line: 1, endLine: countLines(file.text) },
  };
}

/** The row stands for the question that its file holds: what asks there only points back. */
function takeOver(question: ReadQuestion, same: ReadQuestion, used: Map<string, Place>): Joined {
  const { place, answerPlace = place, parts, level, terms, ownId } = same;
  used.set(keyOf(place), place);
  const title = { ...place, endLine: answerPlace.line - 1 };
  return {
    question: {
      ...question,
      ...{ parts, answerPlace, terms },
      level: question.level ?? level,
      ownId: question.ownId ?? ownId,
    },
    ...(title.endLine < title.line || answerPlace.file !== title.file ? {} : { title }),
  };
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
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
  return new Map(readings.map((reading) => [reading.path, nameOf(reading)]));
}

const nameOf = remember(({ path }: FileReading) =>
  (path.split('/').pop() ?? '')
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim(),
);

import { parseQuestion } from '../bank/parseQuestion';
import { LEVELS, type Option } from '../bank/question';
import { lowerHeadings, splitAnswer } from './answer';
import type { AnswerParts, DeckFile, ReadQuestion } from './deck';
import type { FileReading } from './readFile';
import { parseBullets } from '../bank/markdown';
import { onOneLine, withoutHiddenCharacters } from './hiddenCharacters';
import { mendText } from './mendText';
import { isPlaceholder, isUntouchedPart } from './wording';
import { parseYaml } from './yaml';

const fields = ['id', 'title', 'level', 'terms', 'related', 'checked', 'formerly'];

/** Parts that only this format has; one of them tells a question from a page with a title. */
const tellingFields = ['level', 'terms', 'related', 'checked', 'formerly'];

/**
 * Our own format: one question in a file, its title in the front matter. `undefined` for any other file. A field that is
 * not as it should be is left out.
 */
export function readOwnFormat({
  path,
  text,
}: DeckFile): Pick<FileReading, 'questions' | 'skipped'> | undefined {
  if (!/^\uFEFF?---[ \t]*[\r\n]/.test(text)) return undefined;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.slice(0, 200).findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return undefined;
  const front = parseYaml(lines.slice(1, end).join('\n'));
  if (!isOwn(front)) return undefined;
  const body = lines
    .slice(end + 1)
    .map(mendText)
    .join('\n');
  const parts = readParts(front, body);
  const isAnswered = parts.isUnanswered !== true;
  const question: ReadQuestion = {
    title: onOneLine(String(front.title).slice(0, 1000)),
    number: undefined,
    ownId: typeof front.id === 'string' ? front.id : (path.split('/').pop() ?? '').replace(/\.\w+$/, ''),
    sections: [],
    shape: 'own',
    level: LEVELS.find((level) => level === front.level),
    terms: textsOf(front.terms),
    parts,
    place: { file: path, line: 1, endLine: lines.length },
    answerPlace: isAnswered ? { file: path, line: end + 2, endLine: lines.length } : undefined,
  };
  return { questions: [question], skipped: [] };
}

type Front = Readonly<Record<string, unknown>> & { readonly title: unknown };

function isOwn(value: unknown): value is Front {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const { title } = value as Record<string, unknown>;
  return (
    typeof title === 'string' &&
    onOneLine(title) !== '' &&
    keys.every((key) => fields.includes(key)) &&
    keys.some((key) => tellingFields.includes(key))
  );
}

function readParts(front: Front, body: string): AnswerParts {
  const checked = typeof front.checked === 'string' ? front.checked : '';
  const read = parseQuestion(
    { id: '', title: '', level: 'easy', topic: '', terms: [], related: [], checked },
    body,
  );
  const { shortAnswer, hint, keyPoints, followUps } = read;
  const isOptions = ({ heading }: { heading: string }) => heading === 'Options';
  const options = readOwnOptions(read.sections.find(isOptions)?.markdown);
  const prompt = read.sections.find(({ heading }) => heading === 'Prompt')?.markdown;
  const sections = read.sections
    .filter((section) => !isOptions(section) && section.heading !== 'Prompt')
    .map(({ heading, markdown }) => ({ heading, markdown: lowerHeadings(markdown) }));
  const first = splitAnswer(shortAnswer);
  const isEmpty =
    !shortAnswer.trim().includes('\n') &&
    isPlaceholder(shortAnswer) &&
    sections.every(({ markdown }) => isUntouchedPart(markdown)) &&
    options?.some(({ isRight }) => isRight) !== true;
  return {
    shortAnswer: isEmpty ? '' : first.shortAnswer,
    ...(hint === undefined ? {} : { hint: lowerHeadings(hint) }),
    keyPoints: trimItems(keyPoints),
    sections: isEmpty ? [] : [...first.sections, ...sections],
    followUps: trimItems(followUps),
    related: textsOf(front.related),
    ...(checked === '' ? {} : { checked }),
    ...(prompt === undefined ? {} : { prompt: lowerHeadings(prompt) }),
    ...(options === undefined ? {} : { options }),
    ...(isEmpty ? { isUnanswered: true as const } : {}),
  };
}

/** An item may begin on the line below its bullet. */
function trimItems(items: readonly string[]): string[] {
  return items.map((item) => item.replace(/\s+/g, ' ').trim()).filter((item) => item !== '');
}

/** `- [x] B: text` for each; an item of another form is left out. */
function readOwnOptions(markdown: string | undefined): readonly Option[] | undefined {
  if (markdown === undefined) return undefined;
  const options = parseBullets(markdown).flatMap((item): Option[] => {
    const [, box, letter, text = ''] = /^\[([ xX])\][ \t]+([^\s:]{0,10}):[ \t]?(.*)$/s.exec(item) ?? [];
    return letter === undefined
      ? []
      : [{ letter: withoutHiddenCharacters(letter), text, isRight: box !== ' ' }];
  });
  return options.length === 0 ? undefined : options;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    : [];
}

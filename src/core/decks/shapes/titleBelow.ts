import type { ScannedFile } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle, type ParsedTitle } from '../title';
import { asks, measureAnswerLabel } from '../wording';
import { joinSentence, joinTitle } from './titleLines';

/** A question below the line that only announces it. */
export interface TitleBelow {
  /** The last line of the title. */
  readonly line: number;
  readonly title: ParsedTitle;
  /** What stands behind the title in its line. */
  readonly rest: string;
}

/** The question below a heading that asks nothing itself. */
export function findTitleBelow(file: ScannedFile, at: number, own: ParsedTitle): TitleBelow | undefined {
  const level = own.isMarked ? levelOfWord(own.text) : undefined;
  const isBare =
    own.text === '' || (own.isMarked && isOnlyNote(own.text))
      ? own.isMarked || own.number !== undefined
      : level !== undefined || isBareWord(own.text);
  const isSubject = !isBare && !asks(own.text) && (own.number !== undefined || own.isMarked);
  if (!isBare && !isSubject) return undefined;
  const first = nextText(file, at);
  const line = isBare ? skipCourse(file, first) : first;
  const { text = '', kind } = file.lines[line] ?? {};
  if (kind !== 'text') return undefined;
  const trimmed = text.slice(0, longestPattern).trim().replace(/^>\s*/, '');
  if (measureAnswerLabel(trimmed) > 0) return undefined;
  const below = isBare ? parseBare(file, line, trimmed) : parseBold(line, trimmed);
  if (below === undefined || below.title.text === '') return undefined;
  if (isSubject && (!asks(below.title.text) || below.title.number !== undefined)) return undefined;
  return level === undefined ? below : { ...below, title: { ...below.title, level } };
}

const boldStart = /^(\*\*|__|<b>|<strong>)(.+?)(?:\*\*|__|<\/b>|<\/strong>)(.*)$/;

function parseBold(line: number, text: string): TitleBelow | undefined {
  const [, , inner, after = ''] = boldStart.exec(text) ?? [];
  if (inner === undefined) return undefined;
  return { line, title: parseTitle(inner), rest: after.replace(/^[\s:*_]+$/, '').trim() };
}

/** A line in bold; a paragraph, or what stands behind a label in bold: `**Main Question:** …`, `**Q:** …`. */
function parseBare(file: ScannedFile, line: number, text: string): TitleBelow | undefined {
  const [, , inner = '', after = ''] = boldStart.exec(text) ?? [];
  const isLabelled = after.trim() !== '' && isQuestionLabel(inner);
  if (inner !== '' && !isLabelled) return parseBold(line, text);
  const start = isLabelled ? after.replace(/^[\s:：*_–—-]+/, '') : text;
  const title = parseTitle(start);
  if (title.text.length > 300) return undefined;
  const joined = joinTitle(file, line, start);
  const { end, text: whole } = joined.end > line ? joined : joinSentence(file, line, start);
  // What stands below a question may be about the course, too.
  const below = nextText(file, end);
  return { line: isCourse(file, below) ? below : end, title: parseTitle(whole), rest: '' };
}

function isQuestionLabel(inner: string): boolean {
  return /^\W*(?:(?:main|core|primary|interview|the)[ \t]+)?(?:question|q|pregunta|frage|вопрос|问题)[ \t]*[:：]?\W*$/iu.test(
    inner,
  );
}

/** `(3 Marks)`, `[5 points] - CO2`: beside a number it asks nothing. */
function isOnlyNote(text: string): boolean {
  return /^[–—\s-]*(?:(?:CO|BTL?|RBT|K|L)[ -]?\d)?[^\p{L}\p{N}]*$/iu.test(
    text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''),
  );
}

const levels: readonly (readonly [RegExp, NonNullable<ParsedTitle['level']>])[] = [
  [/^(?:easy|beginner|basic|junior|entry(?: level)?)$/i, 'easy'],
  [/^(?:medium|intermediate|mid(?:[ -]level)?)$/i, 'medium'],
  [/^(?:hard|advanced|expert|senior)$/i, 'hard'],
];

function levelOfWord(text: string): ParsedTitle['level'] {
  const only = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return levels.find(([word]) => word.test(only))?.[1];
}

/** `## Question` */
export function isBareWord(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:question|pregunta|frage|问题|вопрос)[^\p{L}\p{N}]*(?:\([^()]{1,12}\)|\[[^[\]]{1,12}\])?\W*$/iu.test(
    text,
  );
}

/** There are so many lines about the course at most. */
const mostCourseLines = 3;

/** The first line that says more than in which course or unit a question is asked. */
function skipCourse(file: ScannedFile, first: number): number {
  let at = first;
  for (let count = 0; count < mostCourseLines && isCourse(file, at); count++) at = nextText(file, at);
  return file.lines[at]?.kind === 'text' && measureAnswerLabel(file.lines[at]?.text ?? '') === 0 ? at : first;
}

const course =
  /^(?:(?:course|unit|module|topic|chapter|subject|semester|section|difficulty|level|source|tags?|marks|year|co mapping|rbt level)\b(?:[ \t]*[:：–—-]|[ \t]+(?:\d|[IVX]+\b))|[A-Z]{2,5}[ -]?\d{2,4}\b)/i;

function isCourse({ lines }: ScannedFile, at: number): boolean {
  const { text = '', kind } = lines[at] ?? {};
  if (kind !== 'text' || text.length > 120 || /[?？]|[.。]\W*$/.test(text)) return false;
  const plain = parseTitle(text).text;
  return (course.test(plain) && !asks(plain)) || /^\W{0,3}\[[^[\]]+\]\W{0,3}$/.test(text.trim());
}

/** The next line that is not blank; the number of lines where there is none. */
export function nextText({ lines }: ScannedFile, at: number): number {
  let next = at + 1;
  while (next < lines.length && lines[next]?.kind === 'blank') next++;
  return next;
}

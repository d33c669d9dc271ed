import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { parseTitle, type ParsedTitle } from '../title';
import { asks, hasQuestionMark, measureAnswerLabel } from '../wording';
import { isAnswerNext } from './heading';
import { findTitleBelow } from './titleBelow';
import { joinSentence, splitAtAnswer } from './titleLines';

/** A line in bold that is the question, with its answer behind or below it. */
export const bold: Shape = {
  name: 'bold',
  find: (file, isFree) => {
    const areTasks = areNamesOfTasks(file);
    return file.prose
      .filter((at) => {
        const { kind, head = '' } = file.lines[at] ?? {};
        return kind === 'text' && !/^\p{L}/u.test(head) && (isFree(at) || /^(?:\*\*|__)\d/.test(head));
      })
      .flatMap((at) => (areTasks ? parseTask(file, at) : undefined) ?? parseBold(file, at));
  },
};

const boldLine =
  /^((?:[^\p{L}\p{N}*_<`$[(]|\d{1,4}\\?[.)][ \t]*){0,12})(?:(\*\*\*|\*\*|__)(?=\S)(.+?)\2|<(?:b|strong)>(?=\S)(.+?)<\/(?:b|strong)>)(.*)$/u;
const italicLine = /^()([*_])(?=[^\s*_])([^*_]+[?？])[*_]()()$/;

function parseBold(file: ScannedFile, at: number): Candidate[] {
  const whole = (file.lines[at]?.head ?? '').replace(/^>[ \t]*/, '');
  const line = whole.startsWith('<') ? dropFrame(whole) : whole;
  const [, lead = '', , marked, tagged, after = ''] = boldLine.exec(line) ?? italicLine.exec(line) ?? [];
  const inner = marked ?? tagged;
  if (
    inner === undefined ||
    measureAnswerLabel(line) > 0 ||
    /^[^\p{L}\p{N}]*(?:追问|follow[- ]?ups?)/iu.test(inner)
  )
    return [];
  const isLead = isLeadOnly(inner);
  const belongs = isLead || isBesideTitle(after);
  const split = splitAtAnswer(` ${after}`);
  const title = parseTitle(lead + inner + (isLead ? ' ' : '') + (belongs ? after : ''));
  if (title.text === '' && title.isMarked && after.trim() === '') return parseBelow(file, at, title);
  if (title.text === '' || /^[^:]{1,40}:$/.test(inner.trim())) return [];
  return [
    {
      shape: 'bold',
      family: 'bold',
      rank: ranks.bold,
      line: at,
      titleEnd: at,
      title,
      rest: belongs ? '' : (split.answer ?? after).replace(/^[\s:–—-]+/, ''),
      asks: title.isMarked || asks(title.text),
      asksPlainly: title.isMarked || hasQuestionMark(title.text),
      isAnswered: !belongs || isAnswerNext(file, at),
      isBold: !isLead,
    },
  ];
}

const namedTask = /^\*\*(\d{1,4}[.)][ \t]*[^*?？]{1,80}[.:：])\*\*[ \t]*(\S.*)$/;

/** `**2) Second salary.** Write a query …`: what is in bold names a task, where what stands behind asks mostly. */
function areNamesOfTasks({ lines }: ScannedFile): boolean {
  const tasks: string[] = [];
  for (const { kind, head } of lines) {
    if (kind !== 'text' || !head.startsWith('**')) continue;
    const task = namedTask.exec(head)?.[2];
    if (task !== undefined) tasks.push(task);
  }
  return tasks.length >= 3 && tasks.filter(asks).length >= 0.5 * tasks.length;
}

function parseTask(file: ScannedFile, at: number): Candidate[] | undefined {
  const [, name = '', after = ''] = namedTask.exec(file.lines[at]?.head ?? '') ?? [];
  if (name === '' || asks(parseTitle(name).text)) return undefined;
  const split = splitAtAnswer(after);
  const task = split.answer === undefined ? joinSentence(file, at, after) : { text: split.question, end: at };
  const title = parseTitle(`${name} ${task.text}`);
  return [
    {
      ...{ shape: 'bold', family: 'bold', rank: ranks.bold, line: at, titleEnd: task.end, title },
      ...{ rest: split.answer ?? '', asks: true, asksPlainly: hasQuestionMark(title.text), isBold: true },
      isAnswered: split.answer !== undefined || isAnswerNext(file, task.end),
    },
  ];
}

/** `<p><b>What is X?</b></p>` without its outer tags. */
function dropFrame(line: string): string {
  return line
    .replace(/^(?:<(?:p|div|li|center|u|font)\b[^<>]*>\s*)+(?=<(?:b|strong)>)/i, '')
    .replace(/(?:<\/?(?:p|div|li|center|u|font|br)\b[^<>]*>\s*)+$/i, '');
}

/** `**2.** What …`, `**True or False**: …`: what is bold only begins the title. */
export function isLeadOnly(inner: string): boolean {
  return /^(?:\W*(?:q(?:uestion)?[ \t]*)?\d{1,4}[.):]*\W*|true or false\W*)$/i.test(inner);
}

/** Behind a title: nothing, a mark, an emoji, a link to a source, a difficulty. */
export function isBesideTitle(after: string): boolean {
  const rest = after
    .replace(/\[[^[\]]*\]\([^()]*\)|\[\[[^[\]]*\]\]\([^()]*\)|!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/[[(](?:[EMH]|easy|medium|hard|beginner|intermediate|advanced)[\])]/gi, '')
    .replace(/<br\s*\/?>/gi, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** `**Question 1**`, and the question below. */
function parseBelow(file: ScannedFile, at: number, own: ParsedTitle): Candidate[] {
  const below = findTitleBelow(file, at, own);
  if (below === undefined) return [];
  return [
    {
      shape: 'bold',
      family: 'bold',
      rank: ranks.bold,
      line: at,
      titleEnd: below.line,
      title: { ...below.title, number: own.number, isMarked: true },
      rest: below.rest,
      asks: true,
      asksPlainly: true,
      isAnswered: isAnswerNext(file, below.line),
      isBold: true,
    },
  ];
}

import type { DetailsBlock } from './detailsBlocks';
import { longestPattern, type ScannedLine } from './scanLines';
import { parseTitle, plainTitle } from './title';
import { asks, isAnswerKeyTitle, isAnswerListLabel, measureAnswerLabel } from './wording';

/** Answers to the questions above, under their numbers. Lines are counted from 0. */
export interface AnswerList {
  /** The line of its label: `**Answers**`, `## Answers`, or a summary that says so. */
  readonly line: number;
  readonly endLine: number;
  /** The lines of the questions that it answers, from top to bottom. */
  readonly asked: readonly number[];
  /** What it says of each, in Markdown, by the line of the question. */
  readonly answers: ReadonlyMap<number, string>;
}

interface Numbered {
  readonly line: number;
  readonly number: number;
  readonly asks: boolean;
  /** A number and nothing else: the question is below. */
  readonly isBare: boolean;
}

/**
 * Finds the lists of answers that stand under a label, a heading or a summary of their own. Their questions are the
 * nearest lines above with the same numbers, if nothing answers them where they stand.
 */
export function findAnswerLists(
  lines: readonly ScannedLine[],
  detailsAt: ReadonlyMap<number, DetailsBlock>,
): AnswerList[] {
  const found: AnswerList[] = [];
  let free = 0;
  for (let at = 0; at < lines.length; at++) {
    const body = findBody(lines, detailsAt, at);
    if (body === undefined) continue;
    const answers = readNumbered(lines, body.from, body.end);
    if (answers.size === 0) continue;
    const asked = answers.size < 2 ? undefined : findAsked(lines, free, at, answers);
    if (asked !== undefined) {
      found.push({
        ...{ line: at, endLine: body.end, asked: asked.map(({ line }) => line) },
        answers: new Map(asked.map(({ line, number }) => [line, answers.get(number) ?? ''])),
      });
    }
    free = body.end + 1;
    at = body.end;
  }
  return found;
}

/** The lines between a label of answers and where they end at the latest; `undefined` where a line is no such label. */
function findBody(
  lines: readonly ScannedLine[],
  detailsAt: ReadonlyMap<number, DetailsBlock>,
  at: number,
): { from: number; end: number } | undefined {
  const block = detailsAt.get(at);
  if (block !== undefined) {
    if (block.endLine === at || !mayBeLabel.test(block.summary)) return undefined;
    if (!isAnswerListLabel(plainTitle(block.summary))) return undefined;
    return { from: block.summaryEnd + 1, end: block.endLine };
  }
  const { kind, text = '' } = lines[at] ?? {};
  if ((kind !== 'heading' && kind !== 'text') || text.length > longestLabel) return undefined;
  if (!(kind === 'heading' ? isKeyHeading(text) : isLabelLine(text))) return undefined;
  let end = at;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || line.kind === 'heading' || line.kind === 'rule') break;
    if (line.kind === 'text' && isOtherLabel(line.text)) break;
    if (line.kind !== 'blank') end = next;
  }
  return { from: at + 1, end };
}

/** A label is no longer. */
const longestLabel = 80;

/** Cheap, and true of every label. */
const mayBeLabel =
  /answers|answer.?(?:key|sheet)|solutions|key|答案|解答|正解|ответы|puestas|postas|réponses|antworten|lösungen|soluciones/i;

/** `**Answers**`, `__Answer key:__`, `Answers:` */
function isLabelLine(text: string): boolean {
  if (!/^\s*(?:\*\*|__|<b>|<strong>)/.test(text) && !/[:：]$/.test(text.trimEnd())) return false;
  return mayBeLabel.test(text) && isAnswerListLabel(plainTitle(text));
}

function isOtherLabel(text: string): boolean {
  return text.length <= longestLabel && (isLabelLine(text) || /^\s*\*\*[^\d*]+\*\*:?\s*$/.test(text));
}

function isKeyHeading(text: string): boolean {
  return mayBeLabel.test(text) && isAnswerKeyTitle(plainTitle(text.replace(/^[#\s]+/, '')));
}

const answerStart =
  /^\s*(?:[-*+][ \t]+)?(\*\*|__)?(?:q(?:uestion)?[ \t]*)?(\d{1,4})[ \t]*[.):][ \t]*(\*\*|__)?[ \t]*(.*)$/i;

/** What stands under each number; the first text has to be the first number, and they go up. */
function readNumbered(lines: readonly ScannedLine[], from: number, end: number): Map<number, string> {
  const answers = new Map<number, string[]>();
  let open: string[] | undefined;
  let [number, indent] = [0, 0];
  for (let at = from; at <= end; at++) {
    const { kind, text = '', indent: own = 0 } = lines[at] ?? {};
    const [, mark, digits, closing, rest = ''] =
      kind === 'code' ? [] : (answerStart.exec(text.slice(0, longestPattern)) ?? []);
    const next = Number(digits ?? 0);
    if (digits !== undefined && next > number && (open === undefined || own <= indent + 1)) {
      [number, indent] = [next, own];
      open = [mark !== undefined && closing === undefined ? `${mark}${rest}` : rest];
      answers.set(number, open);
    } else if (open === undefined && kind !== 'blank') return new Map();
    else if (!/^\s*<\/details\s*>\s*$/i.test(text.slice(0, 100))) open?.push(text);
  }
  return new Map([...answers].map(([key, [first = '', ...rest]]) => [key, joinAnswer(first, rest)]));
}

/** Lines below are indented as the item's; what they share goes. */
function joinAnswer(first: string, rest: readonly string[]): string {
  const widths = rest
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = widths.reduce((least, width) => Math.min(least, width), 40);
  return [first, ...rest.map((line) => line.slice(shared))].join('\n').trim();
}

/** Most of them ask, and nothing between them answers; `undefined` where that does not hold. */
function findAsked(
  lines: readonly ScannedLine[],
  from: number,
  label: number,
  answers: ReadonlyMap<number, string>,
): Numbered[] | undefined {
  const run = findRun(lines, from, label);
  const known = run.filter(({ number }) => answers.has(number));
  if (known.length < 2 || known.length < 0.6 * Math.max(run.length, answers.size)) return undefined;
  if (run.filter((each) => each.asks).length < 0.5 * run.length) return undefined;
  const isAnswered = run.some((each, at) => hasAnswer(lines, each, run[at + 1]?.line ?? label));
  return isAnswered ? undefined : known;
}

/** The numbered lines above, back to where their numbers begin. */
function findRun(lines: readonly ScannedLine[], from: number, label: number): Numbered[] {
  const run: Numbered[] = [];
  let last: ScannedLine | undefined;
  for (let at = label - 1; at >= from; at--) {
    const line = lines[at];
    if (line === undefined || !/^\W{0,12}[q\d]/i.test(line.text.slice(0, 40))) continue;
    if (!['item', 'heading', 'text'].includes(line.kind)) continue;
    if (last !== undefined && (line.kind !== last.kind || line.indent > last.indent)) continue;
    const title = parseTitle(line.text.slice(0, longestPattern).replace(/^[\s#>*_-]+/, ''));
    if (title.number === undefined) continue;
    if (title.number >= (run.at(-1)?.number ?? Infinity)) break;
    const isBare = title.text === '';
    run.push({ line: at, number: title.number, asks: title.isMarked || asks(title.text), isBare });
    last = line;
  }
  return run.reverse();
}

const choice = /^\s*(?:[-*+][ \t]+)?[([]?[A-H][.)\]:]/i;

/** A label or a summary of an answer; below a heading that asks any text but choices. */
function hasAnswer(lines: readonly ScannedLine[], { line, isBare }: Numbered, next: number): boolean {
  const isHeading = lines[line]?.kind === 'heading' && !isBare;
  for (let at = line + 1; at < next; at++) {
    const { text = '', kind } = lines[at] ?? {};
    if (kind === 'heading') return false;
    if (kind === 'code' || kind === 'blank' || kind === 'rule') continue;
    const head = text.slice(0, longestPattern);
    if (/<details/i.test(head) || measureAnswerLabel(head) > 0) return true;
    if (isHeading && !choice.test(head)) return true;
  }
  return false;
}

import { checkBody } from './checkBody';
import type { Fault, ReportFault } from './fault';
import type { BankSource } from './readBank';
import type { QuestionSource } from './readQuestion';
import { findFormulas } from './texInMarkdown';

/** Adds all that is wrong with questions, and between them, to `faults`; what is only doubtful to `warnings`. */
export function checkBank(bank: BankSource, today: string, faults: Fault[], warnings: Fault[]): void {
  const into =
    (list: Fault[], file: string): ReportFault =>
    (line, message) =>
      list.push({ file, line, message });
  const known = new Set([
    ...bank.questions.map(({ question }) => question.id),
    ...bank.planned.map(({ id }) => id),
    ...bank.unread,
  ]);
  for (const source of bank.questions) {
    const report = into(faults, source.file);
    const warn = into(warnings, source.file);
    checkBody(source, report, warn);
    checkLinks(source, known, report);
    if (source.question.checked > today) {
      report(
        source.lineOf(['checked']),
        `${source.question.checked} is in the future. Write the day of the check.`,
      );
    }
  }
  checkIds(bank, (file) => into(faults, file));
  checkLikeness(bank, (file) => into(faults, file));
  checkTerms(bank, (file) => into(warnings, file));
  for (const { file, entries } of bank.collections) {
    for (const { question, line } of entries) {
      if (!known.has(question)) {
        into(faults, file)(
          line,
          `there is no question "${question}". Mend the id, or add it to planned.yaml.`,
        );
      }
    }
  }
}

/** `[text](target "title")` and `[name]: target`; a target may have brackets in pairs. */
const linkPattern = /\]\(\s*<?((?:[^()<>\s]|\([^()\s]*\))*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]*)/g;

function checkLinks(
  { question, body, bodyLine, lineOf }: QuestionSource,
  known: ReadonlySet<string>,
  report: ReportFault,
) {
  question.related.forEach((id, number) => {
    if (!known.has(id))
      report(lineOf(['related', number]), `there is no question "${id}". Mend or remove the id.`);
    if (id === question.id)
      report(lineOf(['related', number]), 'the question is related to itself. Remove the id.');
  });
  findFormulas(body).prose.forEach((text, line) => {
    for (const [, inline, defined] of text.matchAll(linkPattern)) {
      const target = inline ?? defined ?? '';
      if (target.startsWith('https://') || known.has(target)) continue;
      report(
        bodyLine + line,
        `the link "${target}" leads nowhere. Link to a question's id or an https page.`,
      );
    }
  });
}

type ReportIn = (file: string) => ReportFault;

function checkIds({ questions, planned }: BankSource, reportIn: ReportIn): void {
  const owner = new Map<string, string>();
  const claim = (id: string, file: string, line: number) => {
    const other = owner.get(id);
    if (other === undefined) owner.set(id, file);
    else
      reportIn(file)(
        line,
        `the id "${id}" is also in ${other}. An id is used once, for ever: choose another.`,
      );
  };
  for (const { question, file } of questions) claim(question.id, file, 1);
  for (const { file, formerly, lineOf } of questions) {
    formerly.forEach((id, number) => claim(id, file, lineOf(['formerly', number])));
  }
  for (const { id, line } of planned) {
    const file = owner.get(id);
    if (file === undefined) owner.set(id, 'planned.yaml');
    else if (file === 'planned.yaml') reportIn(file)(line, `"${id}" is planned twice. Delete one entry.`);
    else reportIn('planned.yaml')(line, `"${id}" is written (${file}). Delete the entry.`);
  }
}

/** Above it, one of two titles is the other with a word or two changed. */
const mostShared = 0.7;

/** Two questions must not be nearly the same, nor two answers begin alike. */
function checkLikeness({ questions }: BankSource, reportIn: ReportIn): void {
  const titles: { readonly words: readonly string[]; readonly file: string }[] = [];
  const openings = new Map<string, string>();
  for (const { question, file, bodyLine, lineOf } of questions) {
    const words = wordsOf(question.title);
    const twin = titles.find((other) => shareOfWords(words, other.words) >= mostShared);
    if (twin !== undefined)
      reportIn(file)(lineOf(['title']), `${twin.file} has nearly the same title. Tell them apart.`);
    titles.push({ words, file });
    const opening = wordsOf(question.shortAnswer.split(/[.!?](?:\s|$)/)[0] ?? '').join(' ');
    const double = openings.get(opening);
    if (double !== undefined && opening !== '') {
      reportIn(file)(bodyLine, `the answer begins like that of ${double}. Begin with what is its own.`);
    }
    openings.set(opening, file);
  }
}

/** How many of the words of both stand in both in the same order: 0 to 1. */
function shareOfWords(some: readonly string[], others: readonly string[]): number {
  // The longest common subsequence, a row of its table at a time.
  let row = Array<number>(others.length + 1).fill(0);
  for (const word of some) {
    const next = [0];
    others.forEach((other, number) => {
      const [beside = 0, above = 0, before = 0] = [next[number], row[number + 1], row[number]];
      next.push(word === other ? before + 1 : Math.max(beside, above));
    });
    row = next;
  }
  const shared = row.at(-1) ?? 0;
  return shared / Math.max(1, some.length + others.length - shared);
}

const emptyWords = new Set(
  'a an and are do does for how in is it of the to what when which why you'.split(' '),
);

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !emptyWords.has(word));
}

function checkTerms({ questions }: BankSource, warnIn: ReportIn): void {
  const owner = new Map<string, string>();
  for (const { question, file, lineOf } of questions) {
    question.terms.forEach((term, number) => {
      const other = owner.get(term.toLowerCase());
      if (other !== undefined)
        warnIn(file)(lineOf(['terms', number]), `the term "${term}" is also in ${other}.`);
      owner.set(term.toLowerCase(), file);
    });
  }
}

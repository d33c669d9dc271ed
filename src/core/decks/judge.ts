import type { Candidate, ScannedFile } from './candidate';
import { groupBy, judgeItems, type IsAnchor } from './judgeItems';
import type { Mark } from './questions';
import { asks, isAboutRepository, isContentsTitle } from './wording';

/**
 * Which candidates of one shape are questions. Those of a family are judged together, since a list of questions looks
 * like one as a whole. `isAnchor` tells whether one of the file's headings asks the same.
 */
export function judge(
  file: ScannedFile,
  found: readonly Candidate[],
  marks: readonly Mark[],
  isAnchor: IsAnchor,
): Mark[] {
  switch (found[0]?.shape) {
    case undefined:
    case 'heading':
      return [];
    case 'label':
      return judgeLabels(file, found, isAnchor);
    case 'note':
      return found.map((candidate) => ({ kind: 'question', candidate, endLine: candidate.endLine }));
    case 'flashcard':
      return judgeFlashcards(found);
    case 'details':
      return judgeDetails(found);
    case 'bold':
      return judgeBold(found);
    case 'plain':
      return judgePlain(found);
    case 'ordered':
    case 'bullet':
      return judgeItems(file, found, marks, isAnchor);
    case 'row':
      return judgeRows(found, isAnchor);
  }
}

/** `Q: Quit` is a key, not a question: without a number, a question mark or an answer a label says too little. */
function judgeLabels(file: ScannedFile, found: readonly Candidate[], isAnchor: IsAnchor): Mark[] {
  return found
    .filter(({ title, isAnswered }) => title.number !== undefined || isAnswered || asks(title.text))
    .map((candidate) => {
      const isItem = file.lines[candidate.line]?.kind === 'item';
      return isItem && isAnchor(candidate.title.text)
        ? { kind: 'contents', candidate, endLine: candidate.titleEnd }
        : { kind: 'question', candidate, endLine: candidate.endLine };
    });
}

/** A tag at a line's end may be any word's: where one card asks or there are several, all are cards. */
function judgeFlashcards(found: readonly Candidate[]): Mark[] {
  const tagged = found.filter(({ family }) => family === 'tagged');
  const areCards = tagged.length >= 3 || tagged.some((each) => each.asks);
  return found
    .filter(({ family }) => family !== 'tagged' || areCards)
    .map((candidate) => ({ kind: 'question', candidate, endLine: candidate.endLine }));
}

/** A summary asks; or it stands above others that do, and is a section. */
function judgeDetails(found: readonly Candidate[]): Mark[] {
  const asked = found.filter(({ asks }) => asks).length;
  const numbered = found.filter(({ title }) => title.number !== undefined).length;
  const isQuestion = ({ asks, asksPlainly, title }: Candidate) =>
    asksPlainly ||
    (asks && asked >= 0.3 * found.length) ||
    (title.number !== undefined && numbered >= 0.6 * found.length && found.length > 1) ||
    (asked >= 0.7 * found.length && asked > 1);
  const marks: Mark[] = [];
  let end = -1;
  found.forEach((candidate, at) => {
    if (candidate.line <= end && !candidate.asksPlainly) return;
    const next = found[at + 1];
    const endLine = candidate.endLine ?? candidate.line;
    const hasKids = next !== undefined && next.line <= endLine && next.asks;
    if (isContentsTitle(candidate.title.text)) marks.push({ kind: 'contents', candidate, endLine });
    else if (hasKids && !candidate.asksPlainly)
      marks.push({ kind: 'section', candidate, endLine: undefined });
    else if (isQuestion(candidate) && !isAboutRepository(candidate.title.text)) {
      marks.push({ kind: 'question', candidate, endLine });
      end = endLine;
    }
  });
  return marks;
}

function judgeBold(found: readonly Candidate[]): Mark[] {
  const plain = found.filter(({ asksPlainly }) => asksPlainly).length;
  const numbered = found.filter(({ title }) => title.number !== undefined);
  const leads = numbered.filter(({ isBold }) => !isBold);
  const isNumbered =
    numbered.length >= 2 &&
    (numbered.filter(({ asks }) => asks).length >= 0.5 * numbered.length ||
      leads.length >= 0.4 * numbered.length);
  return found
    .filter(
      ({ asks, asksPlainly, isAnswered, rest, title }) =>
        !isAboutRepository(title.text) &&
        (isNumbered
          ? title.number !== undefined || title.isMarked
          : asksPlainly || (asks && (isAnswered || plain >= 2)) || (isAnswered && rest === '')),
    )
    .map((candidate) => ({ kind: 'question', candidate, endLine: undefined }));
}

/** One such line may be a question to the reader; several, or one with its answer's label, are a list. */
function judgePlain(found: readonly Candidate[]): Mark[] {
  const quotes = found.filter(({ family }) => family === 'quote').length;
  return found
    .filter(({ isAnswered, family }) =>
      family === 'quote' ? quotes >= 3 : isAnswered || found.length - quotes >= 2,
    )
    .map((candidate) => ({ kind: 'question', candidate, endLine: undefined }));
}

/**
 * Rows of a table are questions, but not where the titles link to the page's own headings: that is its contents. A word
 * beside the title that links into the page leads to the answer.
 */
function judgeRows(found: readonly Candidate[], isAnchor: IsAnchor): Mark[] {
  return groupBy(found, ({ family }) => family).flatMap((rows) => {
    const inPage = rows.filter(({ link }) => link?.startsWith('#') === true);
    const known = inPage.filter(({ title, isOwnLink }) => isOwnLink === true || isAnchor(title.text));
    const kind = known.length >= 0.5 * rows.length ? 'contents' : 'question';
    return rows.map((candidate): Mark => ({ kind, candidate, endLine: candidate.endLine }));
  });
}

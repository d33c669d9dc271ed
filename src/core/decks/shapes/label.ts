import { ranks, type Candidate, type ScannedFile, type Shape } from '../candidate';
import { longestPattern } from '../scanLines';
import { parseTitle, takeFront } from '../title';
import { hasQuestionMark, measureAnswerLabel } from '../wording';
import { isAnswerNext } from './heading';
import { joinTitle, splitAtAnswer } from './titleLines';

/** A label before the question: `Q: …`, `**Q1:** …`, `- **Question 3.** …`. It says itself that it is one. */
export const label: Shape = {
  name: 'label',
  find: (file) =>
    file.prose
      .filter((at) => labelStart.test(file.lines[at]?.text.slice(0, 60) ?? ''))
      .flatMap((at) => parseLabel(file, at)),
};

/** Cheap, and true of every label: its word is not the beginning of another, unless there are tags or marks in it. */
const labelStart =
  /^[\s>*_\-+<bstrong[(#\d.)\]✅❓❔🔹📌💡]*(?:(?:q(?:uestion|uest|ues|stn|n)?|p|problem|pregunta|pergunta|frage|domanda|вопрос|soru)(?:no|number)?(?!\p{L})|(?:q|p|frage|domanda|вопрос|soru)\p{L}*[^\p{L}\p{N}\s.,;:?!()'’-]|问|质|質|题)/iu;

function parseLabel(file: ScannedFile, at: number): Candidate[] {
  const line = (file.lines[at]?.text ?? '').slice(0, longestPattern);
  if (takeFront(line) !== undefined) return [];
  const content = line.replace(/^[\s>]*(?:[-*+][ \t]+)?/, '');
  const first = splitAtAnswer(content);
  const own = parseTitle(first.question);
  if (!own.isMarked) return [];
  const joined =
    first.answer === undefined ? joinTitle(file, at, first.question) : { text: first.question, end: at };
  const split = joined.text === first.question ? first : splitAtAnswer(joined.text);
  const title = split.question === first.question ? own : parseTitle(split.question);
  if (title.text === '' || measureAnswerLabel(split.question) > 0) return [];
  return [
    {
      shape: 'label',
      family: 'label',
      rank: ranks.label,
      line: at,
      titleEnd: joined.end,
      title,
      rest: split.answer ?? '',
      asks: true,
      asksPlainly: true,
      isAnswered: split.answer !== undefined || isAnswerNext(file, joined.end),
      isBold: hasQuestionMark(title.text),
    },
  ];
}

import type { ScannedFile } from '../candidate';
import { longestPattern } from '../scanLines';
import { asks, asksBehindLabel, hasQuestionMark, measureAnswerLabel } from '../wording';

/** A question that is wrapped is joined over at most so many lines. */
const mostTitleLines = 5;

/** The title with the lines that it goes on in: up to a question mark, a blank line or an answer. */
export function joinTitle({ lines }: ScannedFile, at: number, start: string): { text: string; end: number } {
  if (hasQuestionMark(start) || /[.:!。]\**$/.test(start.trim())) return { text: start, end: at };
  let text = start;
  for (let next = at + 1; next < Math.min(lines.length, at + mostTitleLines); next++) {
    const line = lines[next];
    if (line?.kind !== 'text' || measureAnswerLabel(line.text) > 0 || /^\s*[<|!]/.test(line.text)) break;
    text += ` ${line.text.slice(0, longestPattern).trim()}`;
    if (hasQuestionMark(text)) return { text, end: next };
    if (/[.:!。]$/.test(text)) break;
  }
  return { text: start, end: at };
}

/** A sentence that goes on in the next lines with a small letter. */
export function joinSentence(
  { lines }: ScannedFile,
  at: number,
  start: string,
): { text: string; end: number } {
  let [text, end] = [start, at];
  while (end < at + mostTitleLines - 1 && !/[.?!:。？！：]\W*$/.test(text)) {
    const next = lines[end + 1];
    if (next?.kind !== 'text' || !/^\s*\p{Ll}/u.test(next.text) || measureAnswerLabel(next.text) > 0) break;
    text += ` ${next.text.slice(0, longestPattern).trim()}`;
    end++;
  }
  return { text, end };
}

const inlineLabel =
  /[ \t](?=(?:\/[ \t]*)?(?:\*\*|__|\*|_|<b>|<strong>)?(?:ans(?:wer)?|solution|respuesta|resposta|答案?|回答)[ \t]*[:：.]|(?:\/[ \t]*)?(?:\*\*|__|\*|_)?[AR][:：](?:\*|_|[ \t]))/i;

/** A line with its answer in it, `… **Answer:** …`; `answer` has its label still, and is `undefined` where there is none. */
export function splitAtAnswer(text: string): { question: string; answer: string | undefined } {
  const at = text.search(inlineLabel);
  if (at < 0 || text.slice(0, at).trim().length < 8) return { question: text, answer: undefined };
  return { question: text.slice(0, at), answer: text.slice(at).replace(/^[ \t]*\/?[ \t]*/, '') };
}

/** A line that asks and goes on with an answer: `What is X? It is …`. Two questions in one line stay together. */
export function splitAfterQuestion(text: string, shortestAnswer = 25): { question: string; answer: string } {
  const task = splitAfterTask(text);
  if (task !== undefined) return task;
  const at = text.search(/[?？](?=[*_]{0,3}(?:[ \t]|$|\p{Script=Han}))/u);
  const end = at < 0 ? 0 : at + 1 + (/^[*_]{1,3}/.exec(text.slice(at + 1))?.[0].length ?? 0);
  const rest = text.slice(end).trim();
  const isAnswer =
    end > 0 &&
    rest.length >= shortestAnswer &&
    !/[?？]/.test(rest) &&
    /^(?:[-–—:]\s*)?[\p{Lu}\p{Lo}`*$"]/u.test(rest) &&
    !asks(rest);
  return isAnswer
    ? { question: text.slice(0, end), answer: rest.replace(/^[-–—:]\s*/, '') }
    : { question: text, answer: '' };
}

/** `Explain X. – It is …`: a task whose answer stands behind a dash. */
function splitAfterTask(text: string): { question: string; answer: string } | undefined {
  const [whole = '', question = ''] =
    /^([^?？–—]{8,400}\.)[*_]{0,3}[ \t]+[–—][ \t]+(?=\p{Lu})/u.exec(text) ?? [];
  if (whole === '' || !asksBehindLabel(question)) return undefined;
  return { question, answer: text.slice(whole.length) };
}

import type { SkipReason } from '../deck';
import { parseTitle } from '../title';
import { opensAsQuestion } from '../wording';
import type { Check } from './check';
import type { Problem } from './problem';
import { rangeOfLine } from './questionRange';

/** Blocks of these kinds may hold a question that was not recognised; the others are what they are. */
const doubtful: readonly SkipReason[] = ['heading', 'prose', 'unreadable', 'tooLarge'];

const longestQuestion = 300;
const mostOfOneBlock = 20;

export const checkPassedOver: Check = ({ scanned, skipped }) =>
  skipped.flatMap(({ line, endLine, reason }): Problem[] => {
    if (!doubtful.includes(reason)) return [];
    const problems: Problem[] = [];
    for (let at = line - 1; at < endLine && problems.length < mostOfOneBlock; at++) {
      const { start, text } = scanned.lineAt(at);
      if (text.length > longestQuestion || !asks(text) || !scanned.isProse(start)) continue;
      problems.push({ code: 'passed-over', reason, range: rangeOfLine(scanned, at) });
    }
    return problems;
  });

/** The line is one question: it opens as one, and its only question mark ends it. */
function asks(line: string): boolean {
  if (!/[?？؟]/.test(line)) return false;
  const { text } = parseTitle(line.replace(/^[\s>]*(?:#{1,6}|[-*+])?[\s]+/, ''));
  return /^[^?？؟]+[?？؟]$/.test(text) && opensAsQuestion(text);
}

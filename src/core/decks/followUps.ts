import { plainTitle } from './title';

/** Follow-up questions, one line of Markdown each, and the lines that are left without them. */
export interface FollowUps {
  readonly followUps: readonly string[];
  readonly rest: readonly string[];
}

const item = /^\s*(?:\d{1,2}[.)]|[-*+])[ \t]+(\S.*)$/;

/** Takes the list of questions off that stands below a main question, with or without a label above it. */
export function takeFollowUps(lines: readonly string[]): FollowUps {
  const label = skipBlank(lines, 0);
  const isLabelled = /^\W*follow[- ]?ups?(?: questions?)?\W*$/i.test(plainTitle(lines[label] ?? ''));
  const followUps: string[] = [];
  let at = isLabelled ? skipBlank(lines, label + 1) : label;
  for (; at < lines.length; at = skipBlank(lines, at + 1)) {
    const text = item.exec((lines[at] ?? '').slice(0, 1000))?.[1]?.trim();
    if (text === undefined || !(isLabelled || /[?？]\W*$/.test(text))) break;
    followUps.push(text);
  }
  return followUps.length === 0 ? { followUps, rest: lines } : { followUps, rest: lines.slice(at) };
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  return at;
}

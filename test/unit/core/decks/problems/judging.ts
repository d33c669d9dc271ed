import type { SkippedBlock } from '../../../../../src/core/decks/deck';
import type { CheckedFile } from '../../../../../src/core/decks/problems/check';
import {
  createDeckChecker,
  type CheckerPorts,
  type DeckChecker,
} from '../../../../../src/core/decks/problems/deckChecker';
import type { Problem } from '../../../../../src/core/decks/problems/problem';

/** As it is written in a test: each heading that asks is a question, without an answer where nothing stands below. */
export function readForTest(path: string, text: string, skipped: readonly SkippedBlock[] = []): CheckedFile {
  const lines = text.split(/\r?\n/);
  const asks = (line: string) => /^#+ .*\?/.test(line) || /^title: .*\?/.test(line);
  const starts = lines.flatMap((line, at) => (asks(line) ? [at] : []));
  const questions = starts.map((at, number) => {
    const line = lines[at] ?? '';
    const end = starts[number + 1] ?? lines.length;
    const answer = lines
      .slice(at + 1, end)
      .join('')
      .trim();
    return {
      title: line.replace(/^(?:#+|title:) /, '').replace(/ \{#.*$/, ''),
      place: { file: path, line: at + 1, endLine: end },
      ...(answer === '' ? { isUnanswered: true as const } : {}),
    };
  });
  return { path, text, questions, skipped };
}

export function createChecker(
  files: Readonly<Record<string, string>>,
  { exists = () => undefined, texFault = () => undefined }: Partial<CheckerPorts> = {},
): DeckChecker {
  const checker = createDeckChecker({ exists, texFault });
  for (const [path, text] of Object.entries(files)) checker.update(readForTest(path, text));
  return checker;
}

/** The problems of the first file, each as its code and the text that it marks. */
export function judge(files: Readonly<Record<string, string>>, ports: Partial<CheckerPorts> = {}): string[] {
  const [[path, text] = ['', '']] = Object.entries(files);
  return createChecker(files, ports)
    .check(path)
    .map((problem) => `${problem.code}: ${markedText(text, problem)}`);
}

export function markedText(text: string, { range }: Problem): string {
  const lines = text.split('\n');
  const place = (line: number, character: number) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(place(range.startLine, range.startCharacter), place(range.endLine, range.endCharacter));
}

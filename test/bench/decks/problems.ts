import type { DeckFile } from '../../../src/core/decks/deck';
import type { CheckedFile } from '../../../src/core/decks/problems/check';
import { createDeckChecker } from '../../../src/core/decks/problems/deckChecker';
import { createDeckReader } from '../../../src/core/decks/readDeck';
import { createRandom } from '../../../src/core/util/random';
import { pause } from '../../../src/platform/timers';
import { createSlices } from '../../../src/platform/slices';
import { createTexChecker } from '../../../src/platform/tex/lazy';
import { median, percentile, timeMs, type ReportRow } from '../report';
import { generateQuestions } from '../search/questions';
import { pick } from '../search/random';

const lineCount = 10_000;
const deckSize = 10_000;
const fileCount = 2_500;
const edits = 40;
/** Problems show 300 ms after a key stroke, 120 ms of which are the pause that is waited for. */
const mostMs = 180;
/** While a deck is judged, keys are still to be answered. */
const mostPieceMs = 50;

/** What a key stroke in a long file of a large deck costs, and what a deck costs when it is added. */
export async function benchProblems(report: ReportRow): Promise<void> {
  const titles = generateQuestions(deckSize).map(({ title }) => title);
  const deck = generateDeck(titles);
  const long = generateFile('long.md', titles, lineCount);
  const tex = createTexChecker();
  const checker = createDeckChecker({ exists: () => true, texFault: tex.findFault });
  const coldMs = timeMs(() => {
    for (const file of deck) checker.update(readAlone(file));
    for (const { path } of deck) checker.check(path);
  });
  const judge = (text: string): number =>
    timeMs(() => {
      checker.update(readAlone({ path: long.path, text }));
      checker.check(long.path);
    });
  judge(long.text);
  const found = checker.check(long.path).length;
  const floorMs = median(Array.from({ length: edits }, () => timeMs(() => scanOnly(long.text))));
  const measure = (what: string, edit: (text: string, number: number) => string) => {
    const timesMs = Array.from({ length: edits }, (_, number) => judge(edit(long.text, number)));
    const p95 = percentile(timesMs, 0.95);
    report({
      what: `problems of a file of ${lineCount} lines after a key stroke ${what}, p95 of ${edits}; a deck of ${deckSize} questions`,
      figure: `${p95.toFixed(0)} ms (median ${median(timesMs).toFixed(0)} ms, ${found} problems); splitting it and one pattern ${floorMs.toFixed(1)} ms`,
      budget: `< ${mostMs} ms`,
      holds: p95 < mostMs,
    });
  };
  measure('in an answer', (text, number) => text.replace('The value', `The ${'x'.repeat(number)}value`));
  measure('in a formula', (text, number) => text.replace('\\alpha', `\\alpha + ${number}`));
  measure('in a title', (text, number) =>
    text.replace(/^# .*\?$/m, `# What is ${'abcde'.slice(number % 5)}?`),
  );
  report({
    what: `problems of ${deckSize} questions in ${fileCount} files, all of them`,
    figure: `${coldMs.toFixed(0)} ms`,
  });
  await reportPieces(report, deck.map(readAlone));
}

/** A deck that is added is judged as in a window: in pieces between which all else has its turn. */
async function reportPieces(report: ReportRow, deck: readonly CheckedFile[]): Promise<void> {
  const tex = createTexChecker();
  const checker = createDeckChecker({ exists: () => true, texFault: tex.findFault });
  const files = new Map(deck.map((file) => [file.path, file]));
  const pieces: number[] = [];
  await new Promise<void>((resolve, reject) => {
    let startedMs = performance.now();
    let judged = 0;
    const slices = createSlices(
      {
        takeIn(path) {
          const file = files.get(path);
          if (file !== undefined && checker.update(file) === 'all') slices.judgeAll();
        },
        judge: checker.check,
        listAll: () => files.keys(),
        onDidJudge: ({ length }) => {
          judged += length;
          if (judged >= files.size) resolve();
        },
        onError: reject,
      },
      async () => {
        pieces.push(performance.now() - startedMs);
        await pause();
        startedMs = performance.now();
      },
    );
    for (const path of files.keys()) slices.takeIn(path);
  });
  const longestMs = Math.max(...pieces);
  report({
    what: `the longest of the pieces in which ${fileCount} files are judged`,
    figure: `${longestMs.toFixed(0)} ms (${pieces.length} pieces, median ${median(pieces).toFixed(0)} ms)`,
    budget: `< ${mostPieceMs} ms`,
    holds: longestMs < mostPieceMs,
  });
}

function readAlone({ path, text }: DeckFile): CheckedFile {
  const { questions, skipped } = createDeckReader().read('deck', 'Deck', [{ path, text }]);
  return { path, text, questions, skipped };
}

/** What nobody can do without who looks for anything in a text. */
function scanOnly(text: string): number {
  return text.split(/\r?\n/).filter((line) => /\$[^$]+\$|\]\([^)]*\)/.test(line)).length;
}

function generateDeck(titles: readonly string[]): DeckFile[] {
  const each = Math.ceil(titles.length / fileCount);
  return Array.from({ length: fileCount }, (_, number) => {
    const own = titles.slice(number * each, (number + 1) * each);
    const answers = own.map((title, at) => generateAnswer(title, number * each + at));
    return { path: `notes/${number}.md`, text: answers.join('\n') };
  });
}

function generateFile(path: string, titles: readonly string[], count: number): DeckFile {
  const random = createRandom(count);
  const lines: string[] = [];
  for (let number = 0; lines.length < count; number++) {
    lines.push(...generateAnswer(`${pick(titles, random).replace(/[?.]$/, '')}?`, number).split('\n'));
  }
  return { path, text: lines.slice(0, count).join('\n') };
}

function generateAnswer(title: string, number: number): string {
  return `# ${title}

The value is $\\alpha_{${number}} = \\frac{${number}}{\\sqrt{d_k}}$ of $n$, for \\$5 or $6 each.

$$
\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_{${number}}}}\\right) V
$$

- See [the next one](${(number * 7) % fileCount}.md) and ![a picture](images/${number % 50}.png).
- It costs \`$x\` and $${number}$.${number % 20 === 0 ? ' But $this is not closed.' : ''}

\`\`\`python
print("$HOME", [x](y))
\`\`\`
`;
}

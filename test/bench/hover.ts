import { readFileSync } from 'node:fs';
import { createBank, type Bank } from '../../src/core/bank/bank';
import type { QuestionSummary } from '../../src/core/bank/question';
import { renderHoverMarkdown, type HoverTheme } from '../../src/core/hover/renderHover';
import { createTermMatcher } from '../../src/core/terms/termMatcher';
import { inCheckout } from '../support/paths';
import { createRandom } from '../../src/core/util/random';
import { pick } from './search/random';
import { median, percentile, timeMs, type ReportRow } from './report';

const lineCount = 10_000;
const lookups = 2_000;
const mostMs = 10;
const mostCharacters = 90_000;
const themes: readonly HoverTheme[] = ['light', 'dark', 'highContrast', 'highContrastLight'];

export async function benchHover(report: ReportRow): Promise<void> {
  const bank = createBank({
    read: (name) => Promise.resolve(readFileSync(inCheckout('dist', 'bank', name), 'utf8')),
  });
  const { questions, topics } = await bank.loadIndex();
  for (const { id } of topics) await bank.loadTopic(id);
  const lines = generatePython(
    questions.flatMap(({ terms }) => terms),
    lineCount,
  );
  await benchLookups(report, bank, questions, lines);
  await benchLength(report, bank, questions);
  const createMatcher = () => createTermMatcher(questions);
  const matcher = createMatcher();
  report({
    what: `terms of ${questions.length} questions; all that stand in ${lineCount} lines`,
    figure: `matcher ${timeMs(createMatcher).toFixed(0)} ms; file ${timeMs(() => matcher.matchAll(lines.join('\n'))).toFixed(0)} ms`,
  });
}

/** All that a hover takes but VS Code itself: the term at a place of a long file, its question, its Markdown. */
async function benchLookups(
  report: ReportRow,
  bank: Bank,
  questions: readonly QuestionSummary[],
  lines: readonly string[],
): Promise<void> {
  const matcher = createTermMatcher(questions);
  const places = lines.flatMap((line) => matcher.matchAll(line).map(({ start }) => ({ line, at: start })));
  const random = createRandom(lineCount);
  const timesMs: number[] = [];
  for (let number = 0; number < lookups; number++) {
    const { line, at } = pick(places, random);
    const started = performance.now();
    await renderHover(bank, matcher.matchAt(line, at)?.ids[0] ?? '', pick(themes, random));
    timesMs.push(performance.now() - started);
  }
  const p95 = percentile(timesMs, 0.95);
  report({
    what: `hover, p95 of ${lookups} terms in ${lineCount} lines of Python`,
    figure: `${p95.toFixed(2)} ms (median ${median(timesMs).toFixed(2)} ms)`,
    budget: `< ${mostMs} ms`,
    holds: p95 < mostMs,
  });
}

async function benchLength(
  report: ReportRow,
  bank: Bank,
  questions: readonly QuestionSummary[],
): Promise<void> {
  const hovers = questions.flatMap(({ id }) => themes.map((theme) => renderHover(bank, id, theme)));
  const longest = Math.max(...(await Promise.all(hovers)).map(({ length }) => length));
  report({
    what: `the longest hover of ${questions.length} questions in ${themes.length} themes`,
    figure: `${longest.toLocaleString('en')} characters`,
    budget: `≤ ${mostCharacters.toLocaleString('en')} characters`,
    holds: longest <= mostCharacters,
  });
}

async function renderHover(bank: Bank, id: string, theme: HoverTheme): Promise<string> {
  const question = await bank.loadQuestion(id);
  if (question === undefined) throw new Error(`The bank has no question "${id}".`);
  return renderHoverMarkdown(question, await bank.loadFormulas(id), { theme, links: linksTo(id) });
}

/** As long as the command links in a hover. */
function linksTo(id: string) {
  const encode = (value: unknown) => encodeURIComponent(JSON.stringify([value]));
  return {
    open: `command:llmStudy.answer.open?${encode(id)}`,
    quiz: `command:llmStudy.quiz.questions?${encode({ title: id, ids: [id] })}`,
  };
}

const shapes = [
  'def step_#(model, batch, n: int = 8) -> float:',
  '    # The @ of each batch, as in the paper; @ comes later.',
  '    outputs = model.forward(batch["input_ids"][:, :-1].flatten(0, 1), @=@)',
  '    loss_# = compute_@(outputs, labels, reduction="mean") + 0.5 * penalty',
  '    return outputs[#].softmax(dim=-1)',
  '',
];

/** Lines of Python that use the terms as code and comments do. */
function generatePython(terms: readonly string[], count: number): string[] {
  const random = createRandom(count);
  return Array.from({ length: count }, (_, number) =>
    pick(shapes, random)
      .replaceAll('#', String(number))
      .replace(/@/g, () => pick(terms, random)),
  );
}

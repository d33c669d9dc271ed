import { LEVELS } from '../core/bank/question';
import { countWords } from './checkBody';
import { mostIndexBytes, type Compiled } from './compileBank';
import { formatBankIndex } from '../core/bank/bankFiles';

/** How many questions are written, of how many, per topic, level and collection. */
export function describeCounts({ bank, index }: Compiled): string {
  const { questions } = index;
  const topics = bank.topics.map(({ id, title }) => {
    const written = questions.filter(({ topic }) => topic === id).length;
    return [title, written, written + bank.planned.filter(({ topic }) => topic === id).length] as const;
  });
  const levels = LEVELS.map(
    (each) => [each, questions.filter(({ level }) => level === each).length] as const,
  );
  const worked = bank.topics.map(({ id, title }) => {
    const ofTopic = bank.questions.filter(({ question }) => question.topic === id);
    return [title, ofTopic.filter(({ body }) => /^## Example$/m.test(body)).length, ofTopic.length] as const;
  });
  const known = new Set(questions.map(({ id }) => id));
  const collections = bank.collections.map(({ title, entries }) => {
    return [title, entries.filter(({ question }) => known.has(question)).length, entries.length] as const;
  });
  const rows = (counts: readonly (readonly [string, number, number?])[]) =>
    counts.map(
      ([name, written, all]) =>
        `  ${name.padEnd(44)} ${String(written).padStart(4)}${all === undefined ? '' : ` of ${all}`}`,
    );
  return [
    `${questions.length} questions of ${questions.length + bank.planned.length} planned`,
    '',
    'Topics',
    ...rows(topics),
    'With a worked example',
    ...rows(worked),
    'Levels',
    ...rows(levels),
    'Collections (numbers)',
    ...rows(collections),
    '',
    describeLengths(bank.questions.map(countWords)),
    `index.json: ${(formatBankIndex(index).length / 1024).toFixed(1)} of ${mostIndexBytes / 1024} KiB`,
  ].join('\n');
}

function describeLengths(words: readonly number[]): string {
  const sorted = words.toSorted((a, b) => a - b);
  const [shortest = 0, median = 0, longest = 0] = [0, sorted.length >> 1, sorted.length - 1].map(
    (place) => sorted[place] ?? 0,
  );
  return `Words of an answer: ${shortest} to ${longest}, median ${median}`;
}

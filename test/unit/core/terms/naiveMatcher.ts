import type { TermMatch } from '../../../../src/core/terms/termMatcher';
import { pick, repeat } from '../../random';

interface Listed {
  readonly id: string;
  readonly terms: readonly string[];
}

const partStart =
  '(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<!\\p{Lu})(?=\\p{Lu})|(?=\\p{Lu}(?!\\p{Lu})[\\p{L}\\p{N}]))';
const partEnd = `(?:(?![\\p{L}\\p{N}])|${partStart})`;

/** What a term matcher finds, by trying each term at each place. Only for terms of lower-case words and one change of case. */
export function findNaively(questions: readonly Listed[], text: string): TermMatch[] {
  const listed = questions.flatMap(({ id, terms }) =>
    terms.map((term, rank) => ({ id, term, rank, pattern: patternOf(term) })),
  );
  const matches: TermMatch[] = [];
  for (let start = 0; start < text.length;) {
    const here = listed.flatMap((entry) => {
      entry.pattern.lastIndex = start;
      const found = entry.pattern.exec(text);
      return found === null
        ? []
        : [{ ...entry, end: start + found[0].length, length: found[1]?.length ?? 0 }];
    });
    const longest = Math.max(...here.map(({ length }) => length));
    const best = here.filter(({ length }) => length === longest).sort((a, b) => a.rank - b.rank);
    const [first] = best;
    if (first !== undefined) {
      matches.push({ start, end: first.end, term: first.term, ids: [...new Set(best.map(({ id }) => id))] });
    }
    start = first?.end ?? start + 1;
  }
  return matches;
}

/** The term with or without its breaks, without its plural s in the group. */
function patternOf(term: string): RegExp {
  const parts = term.split(/(?<=[a-z])(?=[A-Z])|[ _-]/);
  const letters = (part: string) =>
    Array.from(part, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('');
  return new RegExp(
    `${partStart}(${parts.map(letters).join('[\\s_.-]?')})(?:${partEnd}|[sS]${partEnd})`,
    'uy',
  );
}

/** Words that begin and end like each other. */
const words = ['ab', 'abs', 'ba', 'bas', 'key', 'keys', 'cab', 'cabs'] as const;

export function inventQuestions(random: () => number): Listed[] {
  const term = () =>
    random() < 0.2
      ? `${pick(random, words)}${capitalize(pick(random, words))}`
      : repeat(random, 1, 3, () => pick(random, words)).join(pick(random, [' ', '_', '-']));
  return repeat(random, 1, 6, () => repeat(random, 1, 4, term)).map((terms, number) => ({
    id: `q${number}`,
    terms,
  }));
}

export function inventText(random: () => number): string {
  const word = () =>
    pick(random, [(text: string) => text, capitalize, (text: string) => text.toUpperCase()])(
      pick(random, words),
    );
  return repeat(
    random,
    0,
    40,
    () => word() + pick(random, [' ', ' ', '_', '', '', '-', '.', '(', 's ', ', ']),
  ).join('');
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

import { readAnswer } from './answer';
import type { ScannedFile } from './candidate';
import type { ReadQuestion } from './deck';
import type { Mark } from './questions';
import { parseTitle } from './title';
import { asks, hasQuestionMark } from './wording';
import { parseYaml } from './yaml';

/**
 * A page that is one question, which stands in its front matter: under `question`, or as a `title` that asks where the
 * page has no other one. `undefined` for any other page.
 */
export function readFrontMatterQuestion(
  { path, lines }: ScannedFile,
  marks: readonly Mark[],
): ReadQuestion | undefined {
  if (lines[0]?.kind !== 'frontMatter') return undefined;
  const end = lines.findIndex(({ kind }) => kind !== 'frontMatter');
  const length = end < 0 ? lines.length : end;
  const front = parseYaml(
    lines
      .slice(1, length - 1)
      .map(({ text }) => text)
      .join('\n'),
  );
  const found = findField(front, marks);
  if (found === undefined) return undefined;
  const line = lines.findIndex(({ text }) => new RegExp(`^["']?${found.key}["']?\\s*:`).test(text));
  const title = parseTitle(found.text);
  const below = lines.slice(length).map(({ text }) => text);
  const start = below.findIndex((text) => text.trim() !== '');
  return {
    title: title.text,
    number: undefined,
    ownId: undefined,
    sections: [],
    level: title.level,
    terms: [],
    parts: readAnswer(below, '', { title: title.text }),
    place: { file: path, line: Math.max(0, line) + 1, endLine: lines.length },
    answerPlace: start < 0 ? undefined : { file: path, line: length + start + 1, endLine: lines.length },
    shape: 'page',
  };
}

function findField(front: unknown, marks: readonly Mark[]): { key: string; text: string } | undefined {
  const { question, title } = (front ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof question === 'string' && question.trim() !== '') return { key: 'question', text: question };
  if (typeof title !== 'string' || !hasQuestionMark(title) || !asks(title)) return undefined;
  const others = marks.filter(({ kind, candidate }) => kind === 'question' || candidate.rank === 1);
  const isAlone =
    others.filter(
      ({ candidate }) =>
        candidate.rank === 1 || candidate.title.isMarked || candidate.title.number !== undefined,
    ).length === 0;
  return isAlone && others.length < 3 ? { key: 'title', text: title } : undefined;
}

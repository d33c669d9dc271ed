import type { DeckFile } from '../../../src/core/decks/deck';
import { createRandom } from '../../../src/core/util/random';
import { generateQuestions } from '../search/questions';
import { pick } from '../search/random';

interface Asked {
  readonly title: string;
  readonly number: number;
  readonly answer: string;
}

/** The ways in which people write lists of questions, in turn. */
const shapes: readonly ((asked: Asked) => string)[] = [
  ({ title, answer }) => `## ${title}\n\n${answer}`,
  ({ title, number, answer }) => `### ${number}. ${title}\n\n**Answer:** ${answer}`,
  ({ title, number, answer }) => `**Q${number}: ${title}**\n\n${answer}`,
  ({ title, answer }) => `<details>\n<summary><b>${title}</b></summary>\n\n${answer}\n\n</details>`,
  ({ title, number, answer }) => `${number}. **${title}**\n\n${answer.replace(/^(?=.)/gm, '   ')}`,
];

/** So many questions in so many files, the same ones each time. An answer has 400 to 800 characters. */
export function generateFiles(questions: number, files: number): DeckFile[] {
  const each = questions / files;
  const asked = generateAsked(questions);
  return Array.from({ length: files }, (_, file) => {
    const write = shapes[file % shapes.length] ?? (() => '');
    const own = asked.slice(file * each, (file + 1) * each);
    const texts = own.map((question, at) => write({ ...question, number: at + 1 }));
    return {
      path: `part-${file % 25}/notes-${file}.md`,
      text: `# Notes on ${own[0]?.answer.slice(0, 20) ?? ''}\n\n${texts.join('\n\n')}\n`,
    };
  });
}

/** One file of at least so many characters, all shapes but one after the other. */
export function generateLongFile(length: number): DeckFile {
  const asked = generateAsked(5_000);
  const texts: string[] = [];
  for (let [number, size] = [0, 0]; size < length; number++) {
    const { title = '', answer = '' } = asked[number % asked.length] ?? {};
    const section = number % 50 === 0 ? `# Part ${number / 50 + 1}\n\n` : '';
    const text = section + `## ${number + 1}. ${title}\n\n${answer}`;
    size += text.length + 2;
    texts.push(text);
  }
  return { path: 'all.md', text: texts.join('\n\n') };
}

function generateAsked(count: number): Asked[] {
  const random = createRandom(count);
  let words: readonly string[] = [];
  return generateQuestions(count).map(({ title, text }, at) => {
    // Some have no answer; they are told in the words of the one before. `**Question**: …` would ask.
    if (text !== '') words = text.split(/\s+/).filter((word) => !/^(?:question|answer)s?$/i.test(word));
    const sentence = (length: number) => {
      const said = Array.from({ length }, () => pick(words, random)).join(' ');
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    };
    const parts = [`${sentence(16)} ${sentence(18)}`, ...extras(at, sentence), sentence(20)];
    const question = `${title.replace(/[?.,]+$/, '')} (${at})?`;
    return { title: question, number: at + 1, answer: parts.join('\n\n') };
  });
}

/** Every answer has a list; some have code, a table or a formula. */
function extras(at: number, sentence: (length: number) => string): string[] {
  const list = [4, 6, 5].map((length) => `- **${sentence(1).slice(0, -1)}**: ${sentence(length)}`).join('\n');
  const code =
    '```python\ndef loss(x, y):\n    # the mean over a batch\n    return ((x - y) ** 2).mean()\n```';
  const table = `| Method | Cost |\n| --- | --- |\n| ${sentence(2)} | \`O(n)\` |\n| ${sentence(2)} | $O(n^2)$ |`;
  return [list, ...(at % 4 === 0 ? [code] : []), ...(at % 6 === 0 ? [table] : [])];
}

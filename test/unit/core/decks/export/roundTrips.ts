import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readQuestion } from '../../../../../src/build/readQuestion';
import type { Question } from '../../../../../src/core/bank/question';
import { writeQuestion } from '../../../../../src/core/decks/export/markdownFile';
import { createRandom, pick, repeat } from '../../../random';
import { aQuestion, nastyPieces, nastyQuestion, nastyText } from './questions';

/** Reads a file of our own format, as a question of the deck `list` and the topic `list--tuning`. */
export type ReadQuestion = (text: string) => Question;

const unnamed = { heading: '', markdown: '### More\n\nof *it*\n\n```python\n## no heading\n```' };

const samples: Readonly<Record<string, Partial<Question>>> = {
  'a question with a short answer alone': {},
  'an unanswered question': { shortAnswer: '', isUnanswered: true },
  'an unanswered question with options': {
    shortAnswer: '',
    isUnanswered: true,
    options: [
      { letter: 'A', text: 'one', isRight: false },
      { letter: 'B', text: 'two', isRight: false },
    ],
  },
  'an answer that goes on without a heading': { sections: [unnamed] },
  'all parts, and some with names of their own': {
    level: 'hard',
    checked: '2026-11-22',
    terms: ['LoRA', 'top_p', 'd_k', 'a: b', '#1', 'yes', '1.5', 'x, y'],
    related: ['list--what-is-qlora', 'of-the-bank'],
    hint: 'Think of *rank*.',
    options: [
      { letter: 'A', text: 'low $r$', isRight: true },
      { letter: 'B', text: '`full`', isRight: false },
    ],
    keyPoints: ['one', '- two', '[x] three'],
    followUps: ['And then?', '[What](list--what-is-qlora)?'],
    sections: [
      unnamed,
      { heading: 'Explanation', markdown: '$$\nx\n$$' },
      { heading: 'History', markdown: '1998' },
      { heading: 'Example', markdown: '' },
      { heading: 'Common mistakes', markdown: '- none' },
      { heading: 'References', markdown: '- A. Author (2020)' },
      { heading: 'Afterword', markdown: 'z' },
    ],
  },
  'parts in another order than ours': {
    keyPoints: ['one'],
    followUps: ['Two?'],
    sections: [
      { heading: 'References', markdown: 'r' },
      { heading: 'Explanation', markdown: 'e' },
    ],
  },
  'a fence that is left open at the end': {
    keyPoints: ['one'],
    hint: 'h',
    sections: [{ heading: 'Explanation', markdown: '~~~~python\nx = 1\n```' }],
  },
  'a fence that is left open in the hint': { hint: '```\nx', keyPoints: ['one'] },
  'a short answer of rules and dots': {
    shortAnswer: '---',
    sections: [{ heading: '', markdown: '...\n\n---' }],
  },
};

const titles = [
  'What: is it?',
  '12',
  '---',
  '...',
  'yes',
  '"quoted"',
  "it's",
  '# 1',
  '- x',
  '[a, b]',
  '{a}',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a`',
  'a #b',
  'a: b',
  'a:',
  'a \\ b',
  '2026-11-22',
  '0x1F',
  '1_000',
  '.inf',
  '注意力?',
  'null',
  '~',
  '? a',
  '| a',
  '> a',
  'What does dₖ do — and “why”?',
];

/** What a title can't have: it is shown on one line, as what it reads. */
const unseen = ['a\tb', 'a\u0085b\u2028c\ufeffd'];

/** What is written is read as it went in, by this reader; `more` are samples that another one may not know. */
export function describeRoundTrips(
  reader: string,
  read: ReadQuestion,
  more: Readonly<Record<string, Partial<Question>>> = {},
): void {
  const keeps = (question: Question, note: string = question.title) => {
    const text = writeQuestion(question);
    assert.deepEqual(read(text), question, `${note}\n${text}`);
  };

  describe(`a question in our Markdown, read by ${reader}`, () => {
    for (const [name, fields] of Object.entries({ ...samples, ...more })) {
      it(`is the same: ${name}`, () => keeps(aQuestion(fields)));
    }

    it('is the same under any title', () => {
      for (const title of titles) keeps(aQuestion({ title }));
    });

    it('is the same under any term', () => {
      keeps(aQuestion({ terms: [...titles, ...unseen] }));
    });

    it('is the same for each of the bank', () => {
      const files = readdirSync('questions', { recursive: true, encoding: 'utf8' });
      let count = 0;
      for (const file of files.filter((name) => /^[^/]+\/[^/]+\.md$/.test(name))) {
        const source = readQuestion(
          file,
          readFileSync(path.join('questions', file), 'utf8'),
          () => undefined,
        );
        if (source === undefined) continue;
        const { id, ...question } = source.question;
        const related = question.related.map((each) => `list--${each}`);
        keeps({ ...question, related, id: `list--${id}`, topic: 'list--tuning', deck: 'list' }, file);
        count++;
      }
      assert.ok(count > 90, `${count} questions`);
    });

    it('is the same, whatever Markdown it was read from', () => {
      const random = createRandom(7);
      for (let round = 0; round < 2000; round++) {
        // A fence too far in is none, but would be one once a reader takes the white space off its answer.
        const markdown = repeat(random, 0, 12, () => anyLine(random))
          .join('\n')
          .replace(/^[^\S\n]+(?=`{3}|~{3})/gm, '');
        keeps(read(`---\nid: what-is-lora\ntitle: What is LoRA?\n---\n${markdown}\n`), `round ${round}`);
      }
    }).timeout(60_000);
  });
}

/** What no file can hold as it is, is mended, and no word of it is lost. */
export function describeMending(read: ReadQuestion): void {
  it('loses no word and is the same from then on, whatever its fields hold', () => {
    const random = createRandom(8);
    for (let round = 0; round < 2000; round++) {
      const question = nastyQuestion(random);
      const text = writeQuestion(question);
      const again = read(text);
      assert.deepEqual(wordsOf(again), wordsOf(question), `round ${round}\n${text}`);
      assert.deepEqual(read(writeQuestion(again)), again, `round ${round}`);
    }
  }).timeout(60_000);
}

function anyLine(random: () => number): string {
  return pick(random, [
    () => '',
    () => pick(random, nastyPieces),
    () => nastyText(random, 3),
    () =>
      pick(random, ['## Key points', '## Hint', '## Options', '## Follow-ups', '## Explanation', '## Own']),
    () => `- ${nastyText(random, 3)}`,
    () => pick(random, ['```', '````', '~~~', '  ```python', '# One', '### Three', 'Two\n---', '    code']),
  ])();
}

/** Letters and digits: what a reader must have, however it is marked up. */
function wordsOf(question: Question): string[] {
  const { title, terms, shortAnswer, keyPoints, followUps, sections, hint, options, level, checked } =
    question;
  const texts = [
    title,
    ...terms,
    shortAnswer,
    ...keyPoints,
    ...followUps,
    ...sections.flatMap(({ heading, markdown }) => [heading, markdown]),
    hint ?? '',
    ...(options ?? []).flatMap(({ letter, text }) => [letter, text]),
    level ?? '',
    checked ?? '',
  ];
  return texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
}

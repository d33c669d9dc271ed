import assert from 'node:assert/strict';
import { compileBank, formatBank } from '../../../src/build/compileBank';
import { describeCounts } from '../../../src/build/counts';
import { createBank } from '../../../src/core/bank/bank';
import { compileWith, soundBank } from './sources';

const image = { tex: 'x', svg: '<svg/>', width: 1, height: 2 };
const files = formatBank(compileWith(), new Map([['alpha', [image]]]));
const bank = createBank({
  read: (name) => {
    const text = files.get(name);
    return text === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(text);
  },
});

/** A question's source below its front matter. */
const bodyOf = (file: string) => (soundBank.get(file) ?? '').split(/^---\n/m)[2] ?? '';

describe('a compiled bank', () => {
  it('has a file of questions and one of formulas for each topic that has a question', () => {
    assert.deepEqual([...files.keys()].sort(), [
      'index.json',
      'letters.formulas.json',
      'letters.md',
      'numbers.formulas.json',
      'numbers.md',
    ]);
  });

  it('lists topics in learning order and questions from easy to hard', async () => {
    const { topics, questions } = await bank.loadIndex();
    assert.deepEqual(
      [topics.map(({ id }) => id), questions.map(({ id, topic, level }) => `${topic}/${id} ${level}`)],
      [
        ['letters', 'numbers'],
        ['letters/alpha easy', 'letters/beta hard', 'numbers/zero easy'],
      ],
    );
  });

  it('gives back what the source says of a question', async () => {
    const alpha = await bank.loadQuestion('alpha');
    assert.deepEqual(alpha, {
      id: 'alpha',
      title: 'Where does the letter alpha come from?',
      level: 'easy',
      topic: 'letters',
      terms: ['alpha', 'aleph'],
      related: ['beta'],
      checked: '2026-01-02',
      shortAnswer: 'Alpha is the Greek form of the Phoenician aleph, $\\alpha$ in small.',
      keyPoints: [
        'It opens the alphabet.',
        'It stood for a consonant, and stands for a vowel.',
        'Its name has no meaning in Greek.',
      ],
      followUps: ['[What came second?](beta)', 'What is one?'],
      sections: ['Explanation', 'Example', 'References'].map((heading) => ({
        heading,
        markdown: (bodyOf('letters/alpha.md').split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0]?.trim(),
      })),
    });
  });

  it('keeps the source of a question but for links to questions that are planned', async () => {
    assert.equal((await bank.loadSource('beta'))?.trim(), bodyOf('letters/beta.md').trim());
    assert.equal(
      (await bank.loadSource('zero'))?.trim(),
      bodyOf('numbers/zero.md').trim().replace('[What is one?](one)', 'What is one?'),
    );
  });

  it('leaves planned questions out of collections, and sections that only they are in', async () => {
    const { collections } = await bank.loadIndex();
    assert.deepEqual(collections, [
      {
        id: 'path',
        title: 'A path',
        about: 'Letters, then numbers.',
        sections: [
          { title: 'Letters', questions: ['alpha'] },
          { title: 'Numbers', questions: ['zero'] },
        ],
      },
    ]);
  });

  it('finds a question by an id that it had', async () => {
    assert.equal((await bank.loadQuestion('nil'))?.id, 'zero');
  });

  it('keeps the formulas of a question that has some', async () => {
    assert.deepEqual(
      [await bank.loadFormulas('alpha'), await bank.loadFormulas('beta'), await bank.loadFormulas('zero')],
      [[image], [], []],
    );
  });

  it('reads sources with the line ends and the byte order mark of Windows', () => {
    const windows = new Map(
      [...soundBank].map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    const { index, faults } = compileBank(windows, '2026-06-01');
    assert.deepEqual({ index, faults }, { index: compileWith().index, faults: [] });
  });

  it('must keep its index small', () => {
    const terms = Array.from({ length: 6000 }, (_, number) => `term ${number}`).join(', ');
    const beta = soundBank.get('letters/beta.md')?.replace('[beta]', `[${terms}]`) ?? '';
    const { faults } = compileWith(new Map([['letters/beta.md', beta]]));
    assert.match(
      faults.map(({ message }) => message).join('\n'),
      /^the index has \d+ bytes\. Keep it to 61440\.$/,
    );
  });

  it('is counted by topic, worked examples, level and collection', () => {
    const rows = describeCounts(compileWith()).match(/^ .*/gm) ?? [];
    assert.deepEqual(
      rows.map((row) => row.trim().replace(/ +/g, ' ')),
      [
        ...['Letters 2 of 2', 'Numbers 1 of 2', 'Signs 0 of 1'],
        ...['Letters 1 of 2', 'Numbers 0 of 1', 'Signs 0 of 0'],
        ...['easy 2', 'medium 0', 'hard 1', 'A path 2 of 4'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { fileOfAnswer, planAnswer, type AskedQuestion } from '../../../../src/core/decks/answerSnippet';
import { createDeckReader } from '../../../../src/core/decks/readDeck';

/** The text with the snippet in it, its stops as they are shown. */
function write(text: string, { place, answerPlace }: Partial<AskedQuestion> = {}): string {
  const lines = text.split('\n');
  const asked: AskedQuestion = {
    place: place ?? { file: 'a.md', line: 1, endLine: lines.length },
    answerPlace,
  };
  const { startLine, startCharacter, endLine, endCharacter, snippet } = planAnswer(text, asked);
  const before = [...lines.slice(0, startLine), (lines[startLine] ?? '').slice(0, startCharacter)].join('\n');
  const after = [(lines[endLine] ?? '').slice(endCharacter), ...lines.slice(endLine + 1)].join('\n');
  return before + snippet.replace(/\$\{\d+:…\}/g, '…') + after;
}

const headed = (level: number) => {
  const mark = '#'.repeat(level);
  return `…

${mark} Explanation

…

${mark} Example

…

${mark} Key points

- …

${mark} Common mistakes

- …

${mark} Follow-ups

- …

${mark} References

- …`;
};

const labelled = (indent = '') =>
  `…

**Explanation:** …

**Example:** …

**Key points:**

- …

**Common mistakes:**

- …

**Follow-ups:**

- …

**References:**

- …`
    .split('\n')
    .map((line) => (line === '' ? indent.trimEnd() : indent + line))
    .join('\n');

describe('the place of an answer', () => {
  const between = (line: number, endLine: number) => ({ place: { file: 'a.md', line, endLine } });

  it('is below a heading, its parts one level deeper', () => {
    assert.equal(
      write('## What is LoRA?\n\n## Why?\n', between(1, 2)),
      `## What is LoRA?\n\n${headed(3)}\n\n## Why?\n`,
    );
  });

  it('is parted from what follows', () => {
    assert.equal(
      write('# Q?\n# R?\n', between(1, 1)),
      `# Q?\n\n${headed(2)}\n\n# R?\n`.replace('\n\n# R', '\n# R').replace('- …\n# R', '- …\n\n# R'),
    );
  });

  it('has labels where no heading is deep enough', () => {
    assert.equal(write('###### Q?\n'), `###### Q?\n\n${labelled()}\n`);
  });

  it('is below a heading with a line under it', () => {
    assert.equal(write('What is LoRA?\n===\n', between(1, 3)), `What is LoRA?\n===\n\n${headed(2)}\n`);
  });

  for (const [what, placeholder] of [
    ['an italic one in brackets', '_[To be filled]_'],
    ['TBD', 'TBD'],
    ['TODO', '*TODO*'],
    ['dots', '…'],
    ['three dots', '...'],
  ] as const)
    it(`is that of a placeholder: ${what}`, () => {
      assert.equal(
        write(`## Q?\n\n${placeholder}\n\n## R?\n`, {
          ...between(1, 4),
          answerPlace: { file: 'a.md', line: 3, endLine: 3 },
        }),
        `## Q?\n\n${headed(3)}\n\n## R?\n`,
      );
    });

  it('is behind the label of an answer', () => {
    assert.equal(write('## Q?\n\n**Answer:** TBD\n'), `## Q?\n\n**Answer:** ${headed(3)}\n`);
    assert.equal(write('## Q?\n\n**Answer:**\n'), `## Q?\n\n**Answer:**\n\n${headed(3)}\n`);
  });

  it('is below the heading of an answer, its parts below that', () => {
    assert.equal(write('## Q?\n\n### ✅ Answer\n'), `## Q?\n\n### ✅ Answer\n\n${headed(4)}\n`);
  });

  it('is below a bold line, with labels', () => {
    assert.equal(
      write('**What is LoRA?**\n\nNot this.\n', between(1, 2)),
      `**What is LoRA?**\n\n${labelled()}\n\nNot this.\n`,
    );
  });

  it('is below Q:, and behind its A:', () => {
    assert.equal(write('Q: Why?\nA: TBD\n'), `Q: Why?\nA: ${labelled()}\n`);
    assert.equal(write('Q: Why? A: TBD\n'), `Q: Why? A: ${labelled()}\n`);
  });

  it('is in the item of a list', () => {
    assert.equal(
      write('1. What is LoRA?\n2. Why?\n', between(1, 1)),
      `1. What is LoRA?\n\n${labelled('   ')}\n\n2. Why?\n`
        .replace('\n\n2.', '\n2.')
        .replace('- …\n2.', '- …\n\n2.'),
    );
    assert.equal(write('  - Why?\n'), `  - Why?\n\n${labelled('    ')}\n`);
    assert.equal(write('- Why?\n  - TBD\n'), `- Why?\n  - ${labelled('    ').trimStart()}\n`);
  });

  it('is in a quote', () => {
    assert.equal(
      write('> ## Why?\n'),
      `> ## Why?\n\n${headed(3).replace(/^/gm, '> ').replace(/ $/gm, '')}\n`,
    );
  });

  it('is inside of details', () => {
    assert.equal(
      write('<details>\n<summary>Why?</summary>\n\n</details>\n', between(1, 4)),
      `<details>\n<summary>Why?</summary>\n\n${labelled()}\n\n</details>\n`,
    );
    assert.equal(
      write('<details><summary>Why?</summary></details>\n'),
      `<details><summary>Why?</summary>\n\n${labelled()}\n\n</details>\n`,
    );
    assert.equal(
      write('## Why?\n<details>\n<summary>Answer</summary>\n</details>\n'),
      `## Why?\n<details>\n<summary>Answer</summary>\n\n${labelled()}\n\n</details>\n`,
    );
  });

  it('is below what belongs to the question', () => {
    assert.equal(
      write('## Q?\n\n![picture](x.png)\n\n---\n', between(1, 4)),
      `## Q?\n\n![picture](x.png)\n\n${headed(3)}\n\n---\n`,
    );
  });

  it('is below the front matter in our own format', () => {
    const front = '---\ntitle: What is LoRA?\nlevel: easy\n---\n';
    assert.equal(write(front, between(2, 4)), `${front.trimEnd()}\n\n${headed(2)}\n`);
    assert.equal(
      write(`${front}\n## Explanation\n\nIt is.\n`, between(2, 8)),
      `${front.trimEnd()}\n\n…\n\n## Explanation\n\nIt is.\n`,
    );
  });

  it('is in the file that a table links to', () => {
    const question: AskedQuestion = {
      place: { file: 'index.md', line: 40, endLine: 40 },
      answerPlace: { file: 'answers/lora.md', line: 1, endLine: 3 },
    };
    assert.equal(fileOfAnswer(question), 'answers/lora.md');
    assert.equal(write('# LoRA\n\nTBD\n', question), `# LoRA\n\n${headed(2)}\n`);
  });

  it('is somewhere in a file that has become shorter', () => {
    assert.equal(write('# Q?', between(90, 99)), `# Q?\n\n${headed(2)}`);
    assert.equal(write('', between(3, 4)), `\n\n${labelled()}`);
  });
});

describe('an answer that was written', () => {
  const shapes: Readonly<Record<string, string>> = {
    heading: '# List\n\n## 1. What is LoRA?\n\n## 2. Why is it used?\n\nBecause.\n\n## 3. How is it done?\n',
    placeholder: '# List\n\n## 1. What is LoRA?\n\n_[To be filled]_\n\n## 2. Why is it used?\n\nBecause.\n',
    label: '## 1. What is LoRA?\n\n**Answer:** TBD\n\n## 2. Why is it used?\n\n**Answer:** Because.\n',
    'answer heading':
      '## 1. What is LoRA?\n\n### ✅ Answer\n\n## 2. Why is it used?\n\n### ✅ Answer\n\nBecause.\n',
    bold: '# List\n\n**What is LoRA?**\n\n**Why is it used?**\n\nBecause.\n\n**How is it done?**\n\nSo.\n',
    'Q and A': 'Q: What is LoRA?\nA:\n\nQ: Why is it used?\nA: Because.\n',
    list: '# List\n\n1. What is LoRA?\n2. Why is it used?\n3. How is it done?\n',
    'list with answers':
      '1. What is LoRA?\n\n2. Why is it used?\n\n   Because.\n\n3. How is it done?\n\n   So.\n',
    details:
      '<details>\n<summary>What is LoRA?</summary>\n\n</details>\n\n<details>\n<summary>Why is it used?</summary>\n\nBecause.\n\n</details>\n',
    'details below a heading':
      '## What is LoRA?\n\n<details><summary>Answer</summary>\n\n</details>\n\n## Why is it used?\n\n<details><summary>Answer</summary>\n\nBecause.\n\n</details>\n',
    'our own': '---\ntitle: What is LoRA?\nlevel: easy\nterms: []\n---\n',
    'deepest heading': '##### List\n\n###### What is LoRA?\n\n###### Why is it used?\n\nBecause.\n',
    'bold below a number':
      '## Question 1\n\n**What is LoRA?**\n\n## Question 2\n\n**Why is it used?**\n\nBecause.\n',
    'heading with a line under it':
      'What is LoRA?\n-------------\n\nWhy is it used?\n---------------\n\nBecause.\n',
  };
  const read = (text: string) => createDeckReader().read('deck', 'Deck', [{ path: 'a.md', text }]).questions;
  const titles = (text: string) => read(text).map(({ title }) => title);

  for (const [shape, text] of Object.entries(shapes))
    it(`is read as one, and changes no other question: ${shape}`, () => {
      const unanswered = read(text).filter(({ isUnanswered }) => isUnanswered);
      assert.ok(unanswered.length > 0);
      for (const question of unanswered) {
        const written = write(text, question).replaceAll('…', 'It is so.');
        assert.deepEqual(titles(written), titles(text));
        const [answered] = read(written).filter(({ title }) => title === question.title);
        assert.deepEqual([answered?.isUnanswered, answered?.shortAnswer], [undefined, 'It is so.']);
      }
    });

  for (const shape of ['heading', 'placeholder', 'label', 'answer heading', 'bold below a number'])
    it(`is none as long as nothing is filled in: ${shape}`, () => {
      const text = shapes[shape] ?? '';
      const [question] = read(text);
      assert.equal(read(write(text, question))[0]?.isUnanswered, true);
    });

  it('is the letter of a multiple choice', () => {
    const text =
      '## 1. What is LoRA?\n\n- A) One\n- B) Two\n\n## 2. Why?\n\n- A) One\n- B) Two\n\nAnswer: B\n';
    const [question] = read(text);
    const [answered] = read(write(text, question).replace('…', 'B').replaceAll('…', 'It is so.'));
    assert.deepEqual(
      answered?.options?.map(({ isRight }) => isRight),
      [false, true],
    );
  });
});

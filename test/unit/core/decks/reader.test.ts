import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Deck, DeckFile } from '../../../../src/core/decks/deck';
import { createDeckReader } from '../../../../src/core/decks/readDeck';
import { hostileInputs } from '../../../support/hostileInputs';
import { inCheckout } from '../../../support/paths';
import { createRandom, pick, repeat } from '../../random';

function read(...files: DeckFile[]): Deck {
  return createDeckReader().read('deck', 'The deck', files);
}

const page = (text: string): DeckFile => ({ path: 'page.md', text });

/** The lines, from 1, that are in no question, in no skipped block and not blank. */
function findLost(deck: Deck, { path: file, text }: DeckFile): string[] {
  const held = new Set<number>();
  const places = deck.questions.flatMap(({ place, answerPlace }) => [place, answerPlace ?? place]);
  for (const { line, endLine } of [...places, ...deck.skipped].filter((each) => each.file === file)) {
    for (let at = line; at <= endLine; at++) held.add(at);
  }
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) =>
      line.replace('\uFEFF', '').trim() === '' || held.has(at + 1)
        ? []
        : [`${file}:${at + 1}: ${line.slice(0, 80)}`],
    );
}

/** Lines that mean something to one shape or another. */
const pieces: readonly [string, ...string[]] = [
  ...([
    '# Title',
    '## 1. What is X?',
    '## 2. Explain Y',
    '### Q3: Why?',
    '### Answer',
    '**Answer:** It is.',
  ] as const),
  ...[
    '**What is Z?**',
    '**Q4:** How so? **A:** So.',
    'Q: What?',
    'A: That.',
    '1. What is one?',
    '2. What is two?',
  ],
  ...[
    '   - part',
    '- Why is it?',
    '- [x] right',
    '- [ ] wrong',
    '- A) one',
    '- B) two',
    '| Question | Answer |',
  ],
  ...[
    '|---|---|',
    '| What is it? | That |',
    '<details>',
    '<summary>What is it?</summary>',
    '</details>',
    '---',
    '```',
  ],
  ...[
    '~~~',
    '<!--',
    '-->',
    '[Back to top](#top)',
    'Some prose.',
    '',
    '',
    '  ',
    '\t',
    '> a quote',
    'TBD',
    '$$',
    'x = 1',
  ],
  ...[
    '**Answers**',
    '1) That.',
    '2) This.',
    'What is a card? #card',
    '<h3>',
    'How is it?</h3>',
    'START',
    'Basic',
    'Back: so',
    'END',
    '**1) Name.** Explain it.',
    '## Question 1 (3 Marks)',
    'Unit 1',
    '- [Why?](missing.md)',
    '(A) one',
    '(B) two',
    'Ans: (A)',
  ],
  ...[
    '!!! question "What is it?"',
    '    indented',
    'What is it :: That',
    '?',
    '===',
    '## Table of Contents',
    '- [a](#a)',
  ],
];

describe('any Markdown', () => {
  const random = createRandom(20261127);
  const texts = Array.from({ length: 1500 }, () =>
    repeat(random, 1, 40, () => pick(random, pieces)).join(pick(random, ['\n', '\n', '\r\n', '\r'])),
  );

  it('is read without losing a line', () => {
    for (const text of [...texts, ...hostileInputs.map((input) => input.slice(0, 20_000))]) {
      assert.deepEqual(findLost(read(page(text)), page(text)), [], text.slice(0, 2000));
    }
  });

  it('is read twice the same', () => {
    for (const text of texts) assert.deepEqual(read(page(text)), read(page(text)));
  });

  it('has an id for each question of its own', () => {
    for (const text of texts) {
      const ids = read(page(text), { path: 'other.md', text }).questions.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, text);
      assert.deepEqual(
        ids.filter((id) => !/^deck--[a-z0-9-]+$/.test(id)),
        [],
      );
    }
  });
});

describe('a main question', () => {
  const [first, second] = read(
    page(`## Question 1: Basic

**Main Question:** What is a cache?

**Follow-up Questions:**

1. What is a hit?
2. Name a use.

## Question 2: Advanced

**Main Question:** How does it grow?

- Does it shrink?

**Answer:** By nodes.

1. Is this a part of the answer?
`),
  ).questions;

  it('has the level of its heading, and what is asked next', () => {
    assert.equal(first?.level, 'easy');
    assert.deepEqual(first.followUps, ['What is a hit?', 'Name a use.']);
    assert.equal(first.isUnanswered, true);
  });

  it('keeps the list in its answer', () => {
    assert.equal(second?.level, 'hard');
    assert.deepEqual(second.followUps, ['Does it shrink?']);
    assert.equal(second.shortAnswer, 'By nodes.');
    assert.equal(second.sections[0]?.markdown, '1. Is this a part of the answer?');
  });
});

describe('a choice', () => {
  it('may have several right ones, each in brackets', () => {
    const [question] = read(
      page('1. Which are trees?\n(A) Oaks\n(B) Roses\n(C) Elms\nAns: (A), (C)\n\n2. Why?\n'),
    ).questions;
    assert.deepEqual(
      question?.options?.map(({ isRight }) => isRight),
      [true, false, true],
    );
  });
});

describe('every fixture of a deck', () => {
  const folder = inCheckout('test', 'fixtures', 'decks');

  it('is read without losing a line', () => {
    for (const name of readdirSync(folder)) {
      const root = path.join(folder, name, 'deck');
      const files = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => ({ path: path.relative(root, file), text: readFileSync(file, 'utf8') }));
      const deck = read(...files);
      assert.deepEqual(
        files.flatMap((file) => findLost(deck, file)),
        [],
        name,
      );
    }
  });
});

describe('a file that was read before', () => {
  it('is not read again, and the others are', () => {
    const reader = createDeckReader();
    const [first, second] = [page('## What is a?\n\nA.'), { path: 'second.md', text: '## What is b?\n\nB.' }];
    const before = reader.read('deck', 'The deck', [first, second]);
    const after = reader.read('deck', 'The deck', [first, { ...second, text: '## What is b?\n\nC.' }]);
    assert.equal(before.questions[1]?.shortAnswer, 'B.');
    assert.equal(after.questions[1]?.shortAnswer, 'C.');
    assert.equal(after.questions[0]?.shortAnswer, 'A.');
  });

  it('gives what it would be if all were read anew', () => {
    const own = (title: string): DeckFile => ({
      path: 'group/own.md',
      text: `---\ntitle: ${title}\nlevel: easy\nrelated: [what-is-b]\n---\n\nO.`,
    });
    const first = page('## What is a?\n\nA.');
    const second = { path: 'second.md', text: '# B\n\n## What is b?\n\nB.' };
    const list = { path: 'list.md', text: '- What is b?\n- What is d?\n' };
    const topics = { path: 'topics.yaml', text: '- id: group\n  title: The group' };
    const states: [string, string, DeckFile[]][] = [
      ['deck', 'The deck', [first, own('What is c?')]],
      ['deck', 'The deck', [first, own('What is c?'), second]],
      ['deck', 'The deck', [{ ...second, path: 'a.md' }, first, own('What is c?'), second, list]],
      ['deck', 'The deck', [first, own('What is c?'), list, topics]],
      ['other', 'The deck', [first, own('What is c?'), second, list]],
      ['other', 'Another title', [first, own('What is a?'), second]],
    ];
    const reader = createDeckReader();
    for (const [id, title, files] of states) {
      assert.deepEqual(reader.read(id, title, files), createDeckReader().read(id, title, files));
    }
  });

  it('keeps the questions of the other files as they are', () => {
    const reader = createDeckReader();
    const files = [page('## What is a?\n\nA.'), { path: 'second.md', text: '## What is b?\n\nB.' }];
    const before = reader.read('deck', 'The deck', files);
    const after = reader.read('deck', 'The deck', [...files, { path: 'third.md', text: '## What is c?\n' }]);
    assert.equal(after.questions[0], before.questions[0]);
  });
});

/** Each makes a pattern or a parser that backtracks take for ever; a reader in linear time has it done at once. */
const bombs: Readonly<Record<string, string>> = {
  'one line': 'a',
  spaces: ' ',
  quotes: '> ',
  brackets: '[',
  links: '[a](',
  'links in links': '- [a]((((',
  stars: '*a **b ',
  underscores: '_a',
  'code marks': '`a``b',
  dollars: '$a$$',
  tags: '<a ',
  'details in details': '<details><summary>What is x?</summary>\n',
  'summaries that never end': '<summary>\n',
  fences: '```\n````\n',
  'comments that never end': '<!--\n',
  'rows of bars': '| a | b |\n|---|---|\n',
  'questions of one name': '- Why is it so?\n  - yes\n',
  emoji: '## 😀 😀 😀 a\n',
  'heading marks': '# a # # # # # # # b?\n',
  'rules below a question': '---\n',
  'frames below a question': 'a\n</div>\n',
  choices: 'A) x\n\n',
  'a front matter': 'a: b\n',
  mojibake: 'donâ€™t ðŸ“Œ ',
  'line ends': '\r',
  colons: 'a b::',
  'headings in HTML that never end': '<h2>\na?\n',
  'paragraphs that open': '<p><div>',
  'fronts of cards': 'What is a #card\n',
  'notes for Anki': 'START\nBasic\na?\nBack: b\n',
  'names of tasks': '**1) Name.** Write it.\n',
  'lines about a course': '## Question 2 (3 Marks)\nUnit 1\n',
  'labels of answers': 'Answers:\n1. a\n',
  'lists of answers': '1. Why a?\n2. Why b?\n**Answers**\n1. c\n2. d\n',
  'answers in answers': '<details><summary>Answers</summary>\n1. Why a?\n',
};

describe('half a megabyte of', () => {
  for (const [name, bomb] of Object.entries(bombs)) {
    // Much less than a second where time is linear in the text; half an hour and more where it is not.
    it(`${name} is read in time`, function () {
      this.timeout(20_000);
      const size = 500_000;
      const text = bomb.repeat(Math.ceil(size / bomb.length));
      for (const start of ['', '## What is x?\n', '---\n', '| Question | A |\n|---|---|\n']) {
        assert.ok(read(page(start + text)).questions.length >= 0);
      }
    });
  }
});

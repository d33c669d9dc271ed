import assert from 'node:assert/strict';
import type { Question } from '../../../../../src/core/bank/question';
import { CSV_COLUMNS, writeCsv } from '../../../../../src/core/decks/export/csv';
import { createRandom, repeat } from '../../../random';
import { aQuestion, nastyQuestion } from './questions';
import { readTable } from './tables';

const topics = [{ id: 'list--tuning', title: '=Tuning, "fine"', about: '', deck: 'list' }];
const decks = [{ id: 'list', title: 'My list' }];

/** As the docstring says: a byte order mark, a header, and one apostrophe off each cell that begins with one. */
function readCsv(text: string): Record<string, string>[] {
  assert.equal(text[0], '\uFEFF');
  const [header = [], ...rows] = readTable(text.slice(1), ',', () => false);
  return rows.map((cells) => {
    assert.equal(cells.length, header.length);
    return Object.fromEntries(header.map((column, at) => [column, (cells[at] ?? '').replace(/^'/, '')]));
  });
}

const roundTrip = (...questions: Question[]) => readCsv(writeCsv({ questions, topics, decks }));

describe('questions as CSV', () => {
  it('have a column for each field', () => {
    const [row] = roundTrip(
      aQuestion({
        level: 'hard',
        terms: ['a', 'b'],
        hint: 'h',
        options: [{ letter: 'A', text: 'x', isRight: true }],
        keyPoints: ['one', 'two'],
        followUps: ['Three?'],
        related: ['list--other'],
        checked: '2026-11-22',
        sections: [
          { heading: '', markdown: 'More.' },
          { heading: 'Example', markdown: '1, 2' },
        ],
      }),
    );
    assert.deepEqual(row, {
      id: 'list--what-is-lora',
      question: 'What is LoRA?',
      deck: 'My list',
      topic: '=Tuning, "fine"',
      level: 'hard',
      terms: 'a\nb',
      prompt: '',
      'short answer': 'A low-rank update.',
      rest: 'More.\n\n## Example\n\n1, 2',
      hint: 'h',
      options: '[x] A: x',
      'key points': 'one\ntwo',
      'follow-ups': 'Three?',
      related: 'list--other',
      checked: '2026-11-22',
    });
  });

  it('hold no cell that a spreadsheet would run', () => {
    const random = createRandom(11);
    const questions = repeat(random, 2000, 2000, () => nastyQuestion(random));
    const cells = readTable(writeCsv({ questions, topics, decks }).slice(1), ',', () => false).flat();
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell)),
      [],
    );
    assert.ok(cells.some((cell) => cell.startsWith("'=")));
  });

  it('are read as they went in, whatever they hold', () => {
    const random = createRandom(12);
    const questions = repeat(random, 2000, 2000, () => nastyQuestion(random));
    const rows = roundTrip(...questions);
    assert.deepEqual(Object.keys(rows[0] ?? {}), [...CSV_COLUMNS]);
    assert.deepEqual(
      rows.map((row) => [row.question, row['short answer'], row.hint, row.level, row.checked]),
      questions.map(({ title, shortAnswer, hint = '', level = '', checked = '' }) => [
        title,
        shortAnswer,
        hint,
        level,
        checked,
      ]),
    );
    assert.deepEqual(
      rows.map((row) => row.terms?.split('\n')),
      questions.map(({ terms }) => (terms.length === 0 ? [''] : terms.map(onOneLine))),
    );
  });
});

function onOneLine(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}

import assert from 'node:assert/strict';
import { createBank } from '../../../../src/core/bank/bank';
import {
  formatBankIndex,
  formatTopicFile,
  parseBankIndex,
  parseTopicFile,
  type BankIndex,
} from '../../../../src/core/bank/bankFiles';

const index: BankIndex = {
  topics: [{ id: 'letters', title: 'Letters', about: 'About letters.' }],
  questions: [
    { id: 'a', title: 'What is a?', level: 'easy', topic: 'letters', terms: ['a', 'alpha'] },
    { id: 'b', title: 'What is b?', level: 'hard', topic: 'letters', terms: [] },
  ],
  collections: [
    {
      id: 'path',
      title: 'A path',
      about: 'x',
      sections: [{ questions: ['b'] }, { title: 'End', questions: ['a', 'b'] }],
    },
  ],
  formerly: { 'old-a': 'a' },
  decks: [],
};

describe('the compiled bank', () => {
  it('reads the index that it wrote', () => {
    assert.deepEqual(parseBankIndex(formatBankIndex(index)), index);
  });

  it('refuses to write a collection with a question that the index lacks', () => {
    const collections = [{ id: 'p', title: 'P', about: '', sections: [{ questions: ['zzz'] }] }];
    assert.throws(() => formatBankIndex({ ...index, collections }), /zzz/);
  });

  it('reads the topic file that it wrote', () => {
    const entries = [
      { meta: { id: 'a', related: ['b'], checked: '2026-01-02' }, body: 'A letter.\n' },
      { meta: { id: 'b', related: [], checked: '2026-01-03' }, body: 'Another.\n\n```\ncode\n```\n' },
    ];
    assert.deepEqual(
      parseTopicFile(formatTopicFile(entries)).map(({ meta, body }) => ({ meta, body: `${body.trim()}\n` })),
      entries,
    );
  });
});

describe('a bank', () => {
  const files = new Map([
    ['index.json', formatBankIndex(index)],
    [
      'letters.md',
      formatTopicFile(
        ['a', 'b'].map((id) => ({ meta: { id, related: [], checked: '2026-01-02' }, body: `${id}!` })),
      ),
    ],
    ['letters.formulas.json', JSON.stringify({ a: [{ tex: 'x', svg: '<svg/>', width: 1, height: 2 }] })],
  ]);
  const reads: string[] = [];
  const bank = createBank({
    read: (name) => {
      reads.push(name);
      const text = files.get(name);
      return text === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(text);
    },
  });

  it('finds a question by its id and by an id that it had', async () => {
    assert.equal((await bank.loadQuestion('a'))?.shortAnswer, 'a!');
    assert.equal((await bank.loadQuestion('old-a'))?.id, 'a');
  });

  it('has no question of an unknown id, nor of one that every object has', async () => {
    assert.equal(await bank.loadQuestion('constructor'), undefined);
  });

  it('reads each file once', async () => {
    await Promise.all([bank.loadTopic('letters'), bank.loadTopic('letters'), bank.loadQuestion('b')]);
    assert.deepEqual(reads, [...new Set(reads)]);
  });

  it('has the formulas of a question that has some', async () => {
    assert.deepEqual([(await bank.loadFormulas('a')).length, (await bank.loadFormulas('b')).length], [1, 0]);
  });

  it('tries again after a file could not be read', async () => {
    let isBroken = true;
    const flaky = createBank({
      read: () => (isBroken ? Promise.reject(new Error('gone')) : Promise.resolve(formatBankIndex(index))),
    });
    await assert.rejects(flaky.loadIndex(), /gone/);
    isBroken = false;
    assert.equal((await flaky.loadIndex()).questions.length, 2);
  });
});

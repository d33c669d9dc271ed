import assert from 'node:assert/strict';
import { readBank } from '../../../../../src/build/readBank';
import { writeFolder } from '../../../../../src/core/decks/export/markdownFolder';
import { createRandom, repeat } from '../../../random';
import { aBankQuestion, aQuestion, nastyQuestion, nastyText } from './questions';

const topics = [
  { id: 'attention', title: 'Attention', about: 'Who listens: to whom.' },
  { id: 'list--attention', title: 'Attention, too', about: '', deck: 'list' },
  { id: 'list--unused', title: 'Unused', about: '', deck: 'list' },
];

const pathsOf = (...questions: Parameters<typeof writeFolder>[0]['questions']) =>
  writeFolder({ questions, topics, decks: [] }).map(({ path }) => path);

describe('questions as a folder', () => {
  it('have a file each, in a folder for each topic', () => {
    const questions = [aBankQuestion('what-is-lora', 'attention'), aQuestion({ topic: 'list--attention' })];
    const files = writeFolder({ questions, topics, decks: [] });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['topics.yaml', 'attention/what-is-lora.md', 'list-attention/list-what-is-lora.md'],
    );
    assert.match(files[2]?.text ?? '', /^---\nid: list-what-is-lora\n/);
    assert.equal(
      files[0]?.text,
      [
        '- id: attention',
        '  title: Attention',
        '  about: "Who listens: to whom."',
        '- id: list-attention',
        '  title: Attention, too',
        '  about: Attention, too',
        '',
      ].join('\n'),
    );
  });

  it('have names that any disk takes', () => {
    const ids = ['con', 'LPT1', '../../etc/passwd', 'x'.repeat(5000), '', '日本'];
    for (const path of pathsOf(...ids.map((id) => aQuestion({ id: `list--${id}`, topic: 'gone' }))).slice(
      1,
    )) {
      assert.match(path, /^questions\/[a-z0-9][a-z0-9-]{0,110}\.md$/);
      assert.doesNotMatch(path, /\/(con|lpt1)\.md$/);
    }
  });

  it('have topics that the bank reads, whatever they are called', () => {
    const random = createRandom(41);
    for (let round = 0; round < 300; round++) {
      const named = repeat(random, 1, 4, () => nastyText(random)).map((title, at) => ({
        id: `t${String(at)}`,
        title: `x${title}`,
        about: `y${title}`,
      }));
      const questions = named.map(({ id }) => ({ ...nastyQuestion(random), topic: id }));
      const [file] = writeFolder({ questions, topics: named, decks: [] });
      const faults: never[] = [];
      assert.deepEqual(readBank(new Map([['topics.yaml', file?.text ?? '']]), faults).topics, named);
      assert.deepEqual(faults, []);
    }
  });
});

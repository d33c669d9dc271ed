import assert from 'node:assert/strict';
import { assignIds } from '../../../../src/core/decks/ids';

const question = (title: string, file: string, ownId?: string) => ({
  title,
  ownId,
  place: { file, line: 1, endLine: 1 },
});
const deck = 'd'.repeat(40);

describe('ids of a deck', () => {
  it('are no longer than the log takes, however long titles and paths are', () => {
    const path = `${'folder/'.repeat(200)}file.md`;
    const questions = Array.from({ length: 3 }, (_, at) => question('word '.repeat(99), `${path}-${at}`));
    const ids = assignIds(deck, questions).map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(
      ids.filter((id) => id.length > 500),
      [],
    );
  });

  it('stay what they were: a title of many words, and one that is there twice', () => {
    const title = 'a23456789 '.repeat(7);
    const base = `${deck}--${'a23456789-'.repeat(6)}`;
    assert.deepEqual(
      assignIds(deck, [question(title, 'a.md'), question(title, 'x/B.md')]).map(({ id }) => id),
      [base, `${base}--x-b-md`],
    );
  });

  it('are a file’s own where no other question claims them', () => {
    const own = (...questions: Parameters<typeof assignIds>[1]) =>
      assignIds('d', questions).map(({ isOwn }) => isOwn);
    assert.deepEqual(own(question('Why?', 'a.md', 'lora'), question('How?', 'b.md')), [true, false]);
    assert.deepEqual(own(question('LoRA', 'a.md'), question('Why?', 'b.md', 'lora')), [false, false]);
  });
});

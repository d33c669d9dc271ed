import assert from 'node:assert/strict';
import {
  isDeckPath,
  isInDeckFolder,
  nameWithoutEnding,
  titleOfDeck,
} from '../../../../src/core/decks/deckPaths';

describe('the files of a deck', () => {
  it('are Markdown under any of its endings, and the topics', () => {
    const read = ['a.md', 'a.MD', 'a.markdown', 'a.mdx', 'a.mdown', 'a.mkd', 'b/c d/a.md', 'topics.yaml'];
    assert.deepEqual(read.filter(isDeckPath), read);
  });

  it('are no others, and nothing of hidden folders and packages', () => {
    const left = [
      ...['a.txt', 'a.md.bak', 'md', 'a.py', '._a.md', 'other.yaml', ''],
      ...['.git/a.md', 'b/.obsidian/a.md', 'node_modules/p/README.md', 'b/node_modules/a.md'],
    ];
    assert.deepEqual(left.filter(isDeckPath), []);
  });

  it('may be in any folder that is looked into', () => {
    assert.deepEqual(['a', 'a/b.c', '.git', 'a/node_modules/b'].filter(isInDeckFolder), ['a', 'a/b.c']);
  });
});

describe('the title of a deck', () => {
  it('is the name of its folder, dots and all', () => {
    assert.equal(titleOfDeck('questions v1.two', true, 'notes'), 'questions v1.two');
  });

  it('is the name of its file without the ending', () => {
    assert.equal(titleOfDeck('my.list.md', false, 'notes'), 'my.list');
  });

  it('is that of the folder above where the file is a README', () => {
    assert.equal(titleOfDeck('README.md', false, 'llm-questions'), 'llm-questions');
    assert.equal(titleOfDeck('README.md', false, ''), 'README');
  });

  it('is never nothing', () => {
    assert.equal(nameWithoutEnding('.md'), '.md');
    assert.equal(nameWithoutEnding('a.md'), 'a');
  });
});

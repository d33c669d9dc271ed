import assert from 'node:assert/strict';
import { distinctTitles } from '../../../../src/core/decks/distinctTitles';

const titlesOf = (...decks: [title: string, about: string][]) =>
  distinctTitles(decks.map(([title, about]) => ({ title, about })));

describe('titles of decks that are distinct', () => {
  it('are as they are where no other deck has them', () => {
    assert.deepEqual(titlesOf(['rag', 'rag'], ['loop', '/home/me/loop']), ['rag', 'loop']);
  });

  it('name the folder above, of those alone that are the same', () => {
    assert.deepEqual(titlesOf(['rag', 'mine/rag'], ['loop', 'loop.md'], ['rag', String.raw`c:\team\rag`]), [
      'rag (mine)',
      'loop',
      'rag (team)',
    ]);
  });

  it('name the place where the folder above says too little', () => {
    assert.deepEqual(titlesOf(['rag', 'mine/rag'], ['rag', 'mine/rag.md']), [
      'rag (mine/rag)',
      'rag (mine/rag.md)',
    ]);
    assert.deepEqual(titlesOf(['rag', 'rag'], ['rag', '/team/rag']), ['rag (rag)', 'rag (/team/rag)']);
  });
});

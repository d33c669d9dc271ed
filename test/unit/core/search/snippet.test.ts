import assert from 'node:assert/strict';
import { createSnippet } from '../../../../src/core/search/snippet';

const filler = 'one two three four five six seven eight nine ten ';
const snippet = (text: string, ...words: string[]) => createSnippet(text, words);

describe('a snippet', () => {
  it('is the whole of a short text', () => {
    assert.equal(snippet('The cache grows.', 'cache'), 'The cache grows.');
  });

  it('is a line around the word, cut between words', () => {
    const found = snippet(`${filler.repeat(5)}the cache grows ${filler.repeat(5)}`, 'cache') ?? '';
    assert.match(found, /^… \w+ .*the cache grows.* \w+ …$/);
    assert.equal(found.length < 150, true);
  });

  it('is around the first of its words that the text has', () => {
    assert.match(snippet(`cache ${filler.repeat(9)} grows`, 'grows', 'cache', 'missing') ?? '', /^cache one/);
  });

  it('finds its words in any case', () => {
    assert.equal(snippet('KV Cache', 'cache'), 'KV Cache');
  });

  it('has the word also after a text without spaces', () => {
    assert.match(
      snippet(`${filler.repeat(3)}${'x'.repeat(60)}-cache-${'x'.repeat(60)} end`, 'cache') ?? '',
      /cache/,
    );
  });

  it('is short also in a text without spaces', () => {
    assert.equal(
      (snippet('字'.repeat(5000) + 'cache' + '字'.repeat(5000), 'cache') ?? '').length < 150,
      true,
    );
  });

  it('takes a word where it begins before one where it is inside another', () => {
    assert.match(snippet(`storage ${filler.repeat(9)}rag pipelines`, 'rag') ?? '', /rag pipelines$/);
  });

  it('is missing where the text has none of the words, or only short ones', () => {
    assert.deepEqual(
      [snippet('a text', 'cache'), snippet('a text', 'a'), snippet('', 'a'), snippet('a')],
      [undefined, undefined, undefined, undefined],
    );
  });
});

import assert from 'node:assert/strict';
import { shortenDeckAnswer } from '../../../../src/core/hover/deckProse';

const short = (shortAnswer: string) => shortenDeckAnswer({ shortAnswer });

describe('a deck’s answer in a hover', () => {
  it('is the text where it is short', () => {
    assert.equal(short('A *letter* of `code` and $x_1$.'), 'A *letter* of `code` and $x_1$.');
  });

  it('is cut at a word, and nothing stays open', () => {
    const cut = short('many words '.repeat(100));
    assert.ok(cut.length <= 602 && /(many|words) …$/.test(cut), cut.slice(-20));
    assert.match(short(`${'word '.repeat(118)}**bold and more of it** x`), /word …$/);
    assert.match(short(`${'word '.repeat(117)}$a + b + c + d + e + f + g$ x`), /word …$/);
    assert.equal(short('x'.repeat(599) + '😀'.repeat(9)), `${'x'.repeat(599)} …`);
  });

  it('leaves out code and tables beside prose, and shows their first line alone', () => {
    assert.equal(
      short('Before\n```py\nx = 1\n```\nafter\n\n| a | b |\n|---|---|\n| 1 | 2 |'),
      'Before\nafter',
    );
    assert.equal(short('```py\n\nx = `1`\ny\n```'), "`x = '1'` …");
    assert.equal(short('| a | b |\n|---|---|'), '`| a | b |` …');
    assert.equal(short(''), '');
  });

  it('takes HTML, links, images, headings and marks for their text', () => {
    assert.equal(
      short(
        '## Head\n<p align="center">A<br>b <kbd>c</kbd></p> [link](https://x "t") ![alt](x.png) a&nbsp;&lt;b if a < b',
      ),
      'Head\nA  \nb c link alt a <b if a < b',
    );
    assert.equal(
      short('- one\n- two\n\n> three\n\n---\n__four__ a\\_b'),
      '• one  \n• two\n\nthree\n\n**four** a_b',
    );
    assert.equal(short('`<br>` stays'), '`<br>` stays');
  });

  it('reads TeX in all its brackets', () => {
    assert.equal(short('So \\(d_k\\) and \\[x^2\\].'), 'So $d_k$ and $x^2$.');
  });

  it('names what is right of a choice, and that there is no answer', () => {
    const options = [
      { letter: 'A', text: 'no', isRight: false },
      { letter: 'B', text: '`yes`', isRight: true },
    ];
    assert.equal(shortenDeckAnswer({ shortAnswer: 'Since.', options }), '**B** `yes`\n\nSince.');
    assert.equal(
      shortenDeckAnswer({ shortAnswer: '', isUnanswered: true }),
      '*Nobody has answered this one yet.*',
    );
  });

  it('takes linear time on any text', () => {
    for (const bomb of ['[', '![', '<a', '`', '$', '\\(', '> ', '|', '__', '<!--', '\\', '* ', '&lt;'])
      assert.ok(short(bomb.repeat(200_000)).length < 700, bomb);
  });
});

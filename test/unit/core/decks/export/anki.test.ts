import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { findFormulas } from '../../../../../src/build/texInMarkdown';
import type { Question } from '../../../../../src/core/bank/question';
import { writeAnki } from '../../../../../src/core/decks/export/anki';
import { cardHtml } from '../../../../../src/platform/markdownHtml';
import { hostileDeckInputs, hostileInputs } from '../../../../support/hostileInputs';
import { createRandom, repeat } from '../../../random';
import { aBankQuestion, aQuestion, nastyQuestion } from './questions';
import { readTable } from './tables';

const topics = [
  { id: 'list--tuning', title: 'Fine tuning :: more', about: '', deck: 'list' },
  { id: 'attention', title: 'Attention', about: '' },
];
const decks = [{ id: 'list', title: 'My list' }];

interface Note {
  readonly guid: string;
  readonly deck: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/**
 * As Anki reads a text file (its manual, "Text Files", and rslib/src/import_export/text/csv): header lines first, then
 * records, of which a line that begins with `#` outside quotes is none.
 */
function readAnki(text: string): Note[] {
  const headers = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^#([^:]+):(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    headers.set(key, value);
  }
  assert.equal(headers.get('separator'), 'tab');
  assert.equal(headers.get('html'), 'true');
  assert.equal(headers.has('columns'), false);
  const column = (key: string) => Number(headers.get(`${key} column`)) - 1;
  const special = [column('guid'), column('deck'), column('tags')];
  return readTable(text, '\t', (line) => line.startsWith('#')).map((fields) => {
    assert.equal(fields.length, 5);
    const [front = '', back = ''] = fields.filter((_, at) => !special.includes(at));
    return {
      guid: fields[column('guid')] ?? '',
      deck: fields[column('deck')] ?? '',
      front,
      back,
      tags: (fields[column('tags')] ?? '').split(/\s+/).filter(Boolean),
    };
  });
}

const asItIs = (text: string) => text;
const textAlone = { block: asItIs, inline: asItIs, text: asItIs };
const plain = { bank: textAlone, deck: textAlone };
const write = (...questions: Question[]) => writeAnki({ questions, topics, decks }, cardHtml);

describe('questions as notes of Anki', () => {
  it('have a GUID, a deck, two sides and tags', () => {
    const question = aQuestion({
      level: 'hard',
      prompt: 'Of `x`.',
      hint: 'Rank.',
      options: [
        { letter: 'A', text: '$r < d$', isRight: true },
        { letter: 'B', text: '`full`', isRight: false },
      ],
      keyPoints: ['small', '**fast**'],
      sections: [
        { heading: '', markdown: 'More.' },
        { heading: 'Example', markdown: '$$\nW + BA\n$$' },
      ],
    });
    assert.deepEqual(readAnki(write(question)), [
      {
        guid: 'list--what-is-lora',
        deck: 'LLM Interview Study::My list::Fine tuning : more',
        front: [
          '<p>What is LoRA?</p>',
          '<p>Of <code>x</code>.</p>',
          '<p>A: \\(r &lt; d\\)</p>',
          '<p>B: <code>full</code></p>',
          '<details><summary>Hint</summary><p>Rank.</p></details>',
        ].join('\n'),
        back: [
          '<p><b>A: \\(r &lt; d\\)</b></p>',
          '<p>A low-rank update.</p>',
          '<p>More.</p>',
          '<h3>Example</h3>',
          '\\[W + BA\\]',
          '<h3>Key points</h3>',
          '<ul>\n<li>small</li>\n<li><strong>fast</strong></li>\n</ul>',
        ].join('\n'),
        tags: ['topic::Fine-tuning-:-more', 'level::hard', 'deck::My-list'],
      },
    ]);
  });

  it('are below a deck of the bank where they are of the bank', () => {
    const [note] = readAnki(write(aBankQuestion('kv-cache', 'attention')));
    assert.equal(note?.deck, 'LLM Interview Study::Attention');
    assert.deepEqual(note.tags, ['topic::Attention']);
  });

  it('are none for what nobody has answered', () => {
    assert.deepEqual(readAnki(write(aQuestion({ shortAnswer: '', isUnanswered: true }))), []);
  });

  it('have what went in, whatever it is', () => {
    const random = createRandom(31);
    const questions = repeat(random, 2000, 2000, () => nastyQuestion(random));
    const notes = readAnki(writeAnki({ questions, topics, decks }, plain));
    assert.equal(notes.length, questions.length);
    for (const [at, { shortAnswer, sections, options }] of questions.entries()) {
      const { front = '', back = '' } = notes[at] ?? {};
      for (const { markdown } of sections) assert.ok(back.includes(markdown));
      assert.ok(back.includes(shortAnswer));
      assert.equal(front.split('\n').length, 1 + (options?.length ?? 0) + linesIn(questions[at]?.hint));
    }
  });

  it('have the formulas of the bank, each as it was written', () => {
    let count = 0;
    for (const file of readdirSync('questions', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.md')) continue;
      const [, body = ''] = readFileSync(`questions/${file}`, 'utf8').split(/^---\n[\s\S]*?\n---\n/);
      const html = cardHtml.bank.block(body);
      const marked = [...html.matchAll(/\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]/g)].map(([, inline, display]) =>
        (inline ?? display ?? '').replace(/&lt;|&gt;|&amp;|&quot;/g, (entity) => entities[entity] ?? entity),
      );
      const { formulas } = findFormulas(body);
      assert.deepEqual(
        marked.map(bare),
        formulas.map(({ tex }) => bare(tex)),
        file,
      );
      count += marked.length;
    }
    assert.ok(count > 1000, `${count} formulas`);
  });

  it('run nothing and load nothing', () => {
    const texts = [...hostileInputs, ...hostileDeckInputs].filter(({ length }) => length < 10_000);
    for (const card of [cardHtml.bank, cardHtml.deck]) {
      for (const text of texts) {
        const html = card.block(text) + card.inline(text) + card.text(text);
        for (const [tag, name = '', attributes = ''] of html.matchAll(/<([a-z][^\s>]*)([^>]*)>/gi)) {
          assert.match(name, allowedTags, tag);
          assert.match(attributes, allowedAttributes, tag);
        }
        assert.doesNotMatch(html.replace(/<\/?[a-z][^<>]*>/gi, ''), /[<>]/, text);
        for (const [, formula = ''] of html.matchAll(/\\[([]([\s\S]*?)\\[)\]]/g))
          assert.doesNotMatch(formula, /\\(href|url|includegraphics|html|require)/);
      }
    }
  });

  it('are made in the time of their length, whatever HTML a deck has', () => {
    const pieces = [
      '<svg>',
      '<!--',
      '<a "',
      "<b '",
      '<title></title>',
      '<b>',
      '<p>',
      '<a href=https://x>',
      '<img ',
    ];
    for (const piece of pieces) {
      const start = performance.now();
      const text = piece.repeat(20_000);
      const html = cardHtml.deck.block(text) + cardHtml.deck.block(`<div>\n${text}`);
      assert.ok(performance.now() - start < 2000, piece);
      assert.ok(html.length < 20 * text.length + 1000, piece);
    }
  }).timeout(30_000);

  it('keep what Anki would take for a command of its own as text', () => {
    for (const card of [cardHtml.bank, cardHtml.deck]) {
      assert.equal(card.inline('[sound:a.mp3] [latex] [$]x'), '&#91;sound:a.mp3] &#91;latex] &#91;$]x');
      assert.equal(card.inline('`[anki:tts]`'), '<code>&#91;anki:tts]</code>');
    }
    assert.equal(cardHtml.bank.inline('\\\\(x\\\\)'), '\\<span></span>(x\\)');
    assert.equal(
      cardHtml.deck.block('<p>\\(x\\)\n[sound:a]</p>'),
      '<p>\\<span></span>(x\\)\n&#91;sound:a]</p>',
    );
  });

  it('link to the web alone', () => {
    for (const card of [cardHtml.bank, cardHtml.deck])
      assert.equal(
        card.inline('[a](other-question) [b](https://example.org) [c](command:x) [d](../x.md)'),
        'a <a href="https://example.org">b</a> c d',
      );
    assert.equal(
      cardHtml.deck.inline(
        '<a title="x" href="https://a.b/?c&d">a</a> <a href="x.md">b</a> <a href=file:///c>c</a>',
      ),
      '<a href="https://a.b/?c&d">a</a> b c',
    );
  });

  const ofDeck: readonly (readonly [written: string, html: string])[] = [
    ['\\(x_1+\\alpha\\)', '<p>\\(x_1+\\alpha\\)</p>'],
    ['\\[\nx = 1\n\\]', '\\[x = 1\\]'],
    ['Of $`a_1`$.', '<p>Of \\(a_1\\).</p>'],
    ['```math\na < b\n```', '\\[a &lt; b\\]'],
    ['\\(a remark in brackets\\)', '<p>(a remark in brackets)</p>'],
    ['a<br>b<br/>H<sub>2</sub>O<sup>+</sup>', '<p>a<br>b<br>H<sub>2</sub>O<sup>+</sup></p>'],
    [
      '<details>\n<summary>More</summary>\n\n**b**\n\n</details>',
      '<details>\n<summary>More</summary>\n<p><strong>b</strong></p>\n</details>',
    ],
    ['a <b>b', '<p>a <b>b</p></b>'],
    ['a</details>b', '<p>ab</p>'],
    ['<div align="center" onclick="x()">a &amp; b < c</div>', '<div>a &amp; b &lt; c</div>'],
    ['<style>\np { color: red }\n</style>\n\na', '<p>a</p>'],
    ['<!-- a -->\n\nb <!-- c -->', '<p>b </p>'],
    ['![arch](img/a.png)', '<p>arch</p>'],
    ['![a < b](https://example.org/a.png)', '<p>a &lt; b</p>'],
    ['<img src="https://example.org/a.png" alt="the > arch">', 'the &gt; arch'],
    ['`<br>` &lt;br&gt;', '<p><code>&lt;br&gt;</code> &lt;br&gt;</p>'],
  ];
  for (const [written, html] of ofDeck)
    it(`show of a deck what its panel shows: ${JSON.stringify(written)}`, () =>
      assert.equal(cardHtml.deck.block(written).trim(), html));

  it('show HTML and brackets of the bank as text', () => {
    assert.equal(cardHtml.bank.inline('<br> \\(x\\)'), '&lt;br&gt; (x)');
  });

  it('have the panel of each question of theirs', () => {
    const [ofDeck, ofBank] = readAnki(
      write(aQuestion({ shortAnswer: 'a<br>b' }), {
        ...aBankQuestion('kv-cache', 'attention'),
        shortAnswer: 'a<br>b',
      }),
    );
    assert.equal(ofDeck?.back, '<p>a<br>b</p>');
    assert.equal(ofBank?.back, '<p>a&lt;br&gt;b</p>');
  });

  it('have a formula that would act as code', () => {
    assert.equal(
      cardHtml.deck.inline('$\\href{javascript:x}{y}$ $\\displaystyle x$'),
      '<code>\\href{javascript:x}{y}</code> \\(\\displaystyle x\\)',
    );
  });
});

const allowedTags =
  /^(a|abbr|b|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|s|samp|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var)$/;
const allowedAttributes =
  /^( href="https?:\/\/[^\s"]*"( title="[^"]*")?| class="language-[^"]*"| style="text-align:(left|center|right)"| start="\d+")?$/i;

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

function bare(tex: string): string {
  return tex.replace(/\s+/g, '');
}

function linesIn(text: string | undefined): number {
  return text === undefined ? 0 : text.split('\n').length;
}

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { findFormulas } from '../../../../../src/build/texInMarkdown';
import type { Question } from '../../../../../src/core/bank/question';
import { writeAnki } from '../../../../../src/core/decks/export/anki';
import { cardHtml } from '../../../../../src/platform/markdownHtml';
import { hostileInputs } from '../../../../support/hostileInputs';
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

const plain = { block: (text: string) => text, inline: (text: string) => text, text: (text: string) => text };
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
      const html = cardHtml.block(body);
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
    for (const text of hostileInputs.filter(({ length }) => length < 10_000)) {
      const html = cardHtml.block(text) + cardHtml.inline(text) + cardHtml.text(text);
      const tags = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/gi)];
      for (const [tag, name = '', attributes = ''] of tags) {
        assert.doesNotMatch(
          name,
          /^(script|img|svg|iframe|object|embed|link|style|base|meta|form|video|audio)$/i,
        );
        assert.doesNotMatch(
          attributes,
          /\son|style=(?!"text-align)|src=|javascript:|command:|file:|data:/i,
          tag,
        );
      }
    }
  });

  it('keep what Anki would take for a command of its own as text', () => {
    assert.equal(cardHtml.inline('[sound:a.mp3] [latex] [$]x'), '&#91;sound:a.mp3] &#91;latex] &#91;$]x');
    assert.equal(cardHtml.inline('\\\\(x\\\\)'), '\\<span></span>(x\\)');
    assert.equal(cardHtml.inline('`[anki:tts]`'), '<code>&#91;anki:tts]</code>');
  });

  it('link to the web alone', () => {
    assert.equal(
      cardHtml.inline('[a](other-question) [b](https://example.org) [c](command:x) [d](../x.md)'),
      'a <a href="https://example.org">b</a> c d',
    );
  });
});

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

function bare(tex: string): string {
  return tex.replace(/\s+/g, '');
}

function linesIn(text: string | undefined): number {
  return text === undefined ? 0 : text.split('\n').length;
}

import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { parseLines } from '../../../../../src/core/bank/markdown';
import { parseQuestion, type QuestionMeta } from '../../../../../src/core/bank/parseQuestion';
import type { Option, Question } from '../../../../../src/core/bank/question';
import { writeQuestion } from '../../../../../src/core/decks/export/markdownFile';
import { aQuestion } from './questions';
import { describeMending, describeRoundTrips } from './roundTrips';

describeRoundTrips('the rules of our format', readOwnFormat);

describe('a question in our Markdown that no file can hold as it is', () => {
  describeMending(readOwnFormat);
});

/** By the rules of the bank's own files, and those for what a deck adds. */
function readOwnFormat(text: string): Question {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  const front = parse(lines.slice(1, end).join('\n')) as Partial<QuestionMeta> & {
    id: string;
    title: string;
  };
  const meta = {
    ...front,
    id: `list--${front.id}`,
    topic: 'list--tuning',
    deck: 'list',
    terms: front.terms ?? [],
    related: (front.related ?? []).map((id) => (id === 'of-the-bank' ? id : `list--${id}`)),
  };
  const { shortAnswer, sections, ...rest } = parseQuestion(
    meta as QuestionMeta,
    lines.slice(end + 1).join('\n'),
  );
  const options = sections.find(({ heading }) => heading === 'Options');
  const { first, below } = splitFirstBlock(nest(shortAnswer));
  const named = sections
    .filter(({ heading }) => heading !== 'Options')
    .map(({ heading, markdown }) => ({ heading, markdown: nest(markdown) }));
  const choices = options === undefined ? [] : readOptions(options.markdown);
  return {
    ...rest,
    ...(rest.hint === undefined ? {} : { hint: nest(rest.hint) }),
    keyPoints: rest.keyPoints.map(onOneLine).filter(Boolean),
    followUps: rest.followUps.map(onOneLine).filter(Boolean),
    shortAnswer: first,
    sections: [...(below === '' ? [] : [{ heading: '', markdown: below }]), ...named],
    ...(choices.length === 0 ? {} : { options: choices }),
    ...(first === '' && named.length === 0 ? { isUnanswered: true as const } : {}),
  };
}

/** A list's item has no end of line of any kind. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\u2028\u2029]\s*/g, ' ').trim();
}

function splitFirstBlock(markdown: string): { first: string; below: string } {
  const lines = parseLines(markdown);
  const blank = lines.findIndex(({ text, isCode }) => !isCode && text.trim() === '');
  const join = (some: typeof lines) =>
    some
      .map(({ text }) => text)
      .join('\n')
      .trim();
  return blank === -1
    ? { first: join(lines), below: '' }
    : { first: join(lines.slice(0, blank)), below: join(lines.slice(blank)) };
}

/** A deck's headings are below ours. */
function nest(markdown: string): string {
  return parseLines(markdown)
    .map(({ text, isCode }) => (isCode ? text : text.replace(/^( {0,3})##?(?=[ \t]|$)/, '$1###')))
    .join('\n')
    .trim();
}

function readOptions(markdown: string): Option[] {
  return markdown.split('\n').flatMap((line) => {
    const [, mark, letter = '', text = ''] = /^- \[([ x])\] (.*?): ?(.*)$/.exec(line) ?? [];
    return mark === undefined ? [] : [{ letter, text: text.trim(), isRight: mark === 'x' }];
  });
}

describe('writeQuestion', () => {
  it('writes a question as people write it', () => {
    const text = writeQuestion(
      aQuestion({
        level: 'easy',
        terms: ['LoRA', 'rank: r'],
        related: ['list--what-is-qlora'],
        sections: [
          { heading: '', markdown: 'More of it.' },
          { heading: 'References', markdown: '- Hu et al. (2021)' },
        ],
        hint: 'Rank.',
        options: [
          { letter: 'A', text: 'low', isRight: true },
          { letter: 'B', text: 'full', isRight: false },
        ],
        keyPoints: ['small'],
        followUps: ['And QLoRA?'],
      }),
    );
    assert.equal(
      text,
      [
        '---',
        'id: what-is-lora',
        'title: What is LoRA?',
        'level: easy',
        'terms: [LoRA, "rank: r"]',
        'related: [what-is-qlora]',
        '---',
        '',
        'A low-rank update.',
        '',
        'More of it.',
        '',
        '## Hint',
        '',
        'Rank.',
        '',
        '## Options',
        '',
        '- [x] A: low',
        '- [ ] B: full',
        '',
        '## Key points',
        '',
        '- small',
        '',
        '## Follow-ups',
        '',
        '- And QLoRA?',
        '',
        '## References',
        '',
        '- Hu et al. (2021)',
        '',
      ].join('\n'),
    );
  });

  it('writes no more than the front matter of what nobody has answered', () => {
    const text = writeQuestion(aQuestion({ shortAnswer: '', isUnanswered: true }));
    assert.equal(text, '---\nid: what-is-lora\ntitle: What is LoRA?\nterms: []\n---\n');
  });
});

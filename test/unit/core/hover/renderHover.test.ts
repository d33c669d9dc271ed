import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { FormulaImage } from '../../../../src/core/bank/bankFiles';
import type { Question } from '../../../../src/core/bank/question';
import {
  renderHoverMarkdown,
  renderTooltipMarkdown,
  type HoverTheme,
} from '../../../../src/core/hover/renderHover';
import { hostileInputs } from '../../../support/hostileInputs';

const links = { open: 'command:open?%22a%22', quiz: 'command:quiz?%22a%22' };
const foot = `[Open](${links.open}) · [Quiz me on this](${links.quiz})`;

function aQuestion(given: Partial<Question> = {}): Question {
  return {
    id: 'a',
    title: 'What is a?',
    level: 'easy',
    topic: 'letters',
    terms: [],
    shortAnswer: 'It is a letter.',
    keyPoints: [],
    sections: [],
    followUps: [],
    related: [],
    checked: '2026-01-02',
    ...given,
  };
}

function aFormula(given: Partial<FormulaImage> = {}): FormulaImage {
  return { tex: 'x < 1', svg: '<svg fill="currentColor"/>', width: 30, height: 20, ...given };
}

const hover = (
  given: Partial<Question>,
  formulas: readonly FormulaImage[] = [],
  theme: HoverTheme = 'dark',
) => renderHoverMarkdown(aQuestion(given), formulas, { theme, links });

/** What a reader who takes every mark and every address at its word makes of Markdown. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.validateLink = () => true;
const page = (markdown: string) => reader.render(markdown);

/** Elements that are more than text, each by its tag and where it leads. */
const elementsOf = (markdown: string) =>
  [
    ...page(markdown).matchAll(/<(?!\/|p>|strong>|em>|code>|br>)(\w+)(?:[^>]*?(?:href|src)="([^"]{0,30}))?/g),
  ].map(([, tag = '', target = '']) => `${tag} ${target}`);
const ownLinks = [`a ${links.open}`, `a ${links.quiz}`];

/** The text that a reader sees. */
const textOf = (markdown: string) => new MarkdownIt().render(markdown).replace(/<[^>]*>/g, '');

describe('a hover', () => {
  it('has the question, its short answer and its links', () => {
    assert.equal(hover({}), `**What is a?**\n\nIt is a letter\\.\n\n${foot}`.replace('a?', 'a\\?'));
  });

  it('shows formulas of the text as Unicode, and as code where that cannot be', () => {
    assert.equal(
      textOf(hover({ shortAnswer: 'So $\\sqrt{d_k}$, not $\\binom{n}{k}$ nor $a*b*c$.' })).split('\n')[1],
      'So √dₖ, not \\binom{n}{k} nor a*b*c.',
    );
  });

  it('keeps emphasis and code', () => {
    assert.match(
      page(hover({ shortAnswer: 'A *b* **c** `d_e`.' })),
      /A <em>b<\/em> <strong>c<\/strong> <code>d_e<\/code>\./,
    );
  });

  it('has the first formula as an image in a colour of the theme', () => {
    const images = (['light', 'dark', 'highContrast', 'highContrastLight'] as const).map((theme) => {
      const [, alt, base64 = '', size] =
        /!\[(.*)\]\(data:image\/svg\+xml;base64,(.*)\|(.*)\)/.exec(
          hover({}, [aFormula(), aFormula({ tex: 'y' })], theme),
        ) ?? [];
      return [alt, Buffer.from(base64, 'base64').toString(), size].join(' ');
    });
    assert.deepEqual(
      images,
      ['#3b3b3b', '#cccccc', '#ffffff', '#292929'].map(
        (colour) => `x &#60; 1 <svg fill="${colour}"/> width=30,height=20`,
      ),
    );
  });

  it('has the source of a formula whose image is too large', () => {
    assert.equal(
      hover({}, [aFormula({ svg: 'x'.repeat(80_000) })]),
      hover({}).replace(foot, `\`x < 1\`\n\n${foot}`),
    );
  });

  it('has text and links alone where the source is long, too', () => {
    const formula = aFormula({ svg: 'x'.repeat(80_000), tex: 'x'.repeat(501) });
    assert.equal(hover({}, [formula]), hover({}));
  });

  it('has the beginning of a short answer that is not short', () => {
    assert.equal(hover({ shortAnswer: 'x'.repeat(5000) }), hover({ shortAnswer: 'x'.repeat(4000) }));
  });

  it('has at most 90,000 characters, and its links always', () => {
    const [long, longer] = ['_'.repeat(60_000), '&'.repeat(500_000)];
    const images = [0, 30_000, 60_000, 66_000, 67_000, 70_000, 500_000].map((size) =>
      aFormula({ svg: 'x'.repeat(size) }),
    );
    const markdowns = [
      {},
      { title: long },
      { title: longer },
      { shortAnswer: longer },
      { title: long, shortAnswer: long },
    ].flatMap((given) => images.map((image) => hover(given, [image])));
    assert.deepEqual(
      markdowns.filter((markdown) => markdown.length > 90_000 || !markdown.endsWith(foot)).length,
      0,
    );
    assert.equal(Math.max(...markdowns.map(({ length }) => length)) > 85_000, true);
  });
});

describe('a tooltip', () => {
  it('has the question, where one stands with it, and its short answer', () => {
    assert.equal(
      textOf(renderTooltipMarkdown(aQuestion(), 'Known · due on 2026-12-03')),
      'What is a?\nKnown · due on 2026-12-03\nIt is a letter.\n',
    );
  });

  it('has at most 90,000 characters', () => {
    const long = aQuestion({ title: '&'.repeat(500_000) });
    assert.equal(renderTooltipMarkdown(long, 'New').length, 90_000);
    assert.equal(
      renderTooltipMarkdown(long, 'New', { label: 'Your note', text: '&'.repeat(500_000) }).length,
      90_000,
    );
  });

  it('ends with a note line by line, items of a list with a dot', () => {
    const note = { label: 'Your note', text: '# first\n- **second** $d_k$\n  * third' };
    const shown = textOf(renderTooltipMarkdown(aQuestion(), 'New', note))
      .trim()
      .split('\n');
    assert.deepEqual(shown.slice(-4), ['Your note', '# first', '• second dₖ', '• third']);
  });
});

describe('a hostile question', () => {
  const addresses = [
    'see www.evil.com',
    'see https://evil.com/x',
    'mail a@evil.com',
    'mailto:a@evil.com',
    '<https://evil.com>',
    '**](command:x) [a](command:x)',
    'a\n\n# b\n\n[c](command:x)',
    'a\n\n[b]: command:x\n\n[b]',
    '&lt;img src=x&gt; &#91;a](command:x)',
    '\\[a](command:x) \\\\[a](command:x)',
    '`a` ``[a](command:x)`',
    '$[a](command:x)$ $`$ [a](command:x) $`$',
    '$\\text{[a](command:x)}$',
    '$\\binom{`[a](command:x)`}$',
  ];
  for (const text of [...addresses, ...hostileInputs]) {
    it(`has no links but ours: ${JSON.stringify(text.slice(0, 50))}`, () => {
      for (const given of [{ title: text }, { shortAnswer: text }]) {
        assert.deepEqual(elementsOf(hover(given)), ownLinks);
        assert.deepEqual(elementsOf(renderTooltipMarkdown(aQuestion(given), 'New')), []);
      }
      assert.deepEqual(elementsOf(renderTooltipMarkdown(aQuestion(), text)), []);
      const note = { label: 'Your note', text };
      assert.deepEqual(elementsOf(renderTooltipMarkdown(aQuestion(), 'New', note)), ['hr ']);
    });
  }

  it('has a title that reads as it is written', () => {
    for (const title of addresses) {
      const [shown = ''] = textOf(renderTooltipMarkdown(aQuestion({ title, shortAnswer: '' }), 'New')).split(
        '\n',
      );
      const written = title
        .replace(/\s+/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;');
      assert.equal(shown.replaceAll('&quot;', '"'), written);
    }
  });

  it('has an image whose text breaks nothing', () => {
    for (const text of [...addresses, ...hostileInputs]) {
      const [image, ...others] = elementsOf(hover({}, [aFormula({ tex: text })]));
      assert.match(image ?? '', /^img data:image/);
      assert.deepEqual(others, ownLinks);
    }
  });
});

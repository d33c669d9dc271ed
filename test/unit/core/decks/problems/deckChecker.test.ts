import assert from 'node:assert/strict';
import { planFix } from '../../../../../src/core/decks/problems/problem';
import { createDeckChecker, type CheckerPorts } from '../../../../../src/core/decks/problems/deckChecker';
import { createChecker, judge, markedText, readForTest } from './judging';

const q = (body: string) => `# Q?\n\n${body}\n`;

describe('dollars of a deck', () => {
  const cases: readonly (readonly [what: string, body: string, expected: readonly string[]])[] = [
    ['a formula', 'It is $x$ here.', []],
    ['a price', 'It costs $5.', []],
    ['two prices', 'Between $5 and $10, or $0.02/1K tokens.', []],
    ['prices beside a formula', 'It costs $5, and $x$ is more.', []],
    ['a dollar that was escaped', 'It is \\$ and \\$x.', []],
    ['a dollar in code', 'Write `$HOME` and ``a ` $ b``.', []],
    ['a dollar in a fence', '```sh\necho $HOME\n```', []],
    ['a dollar in a fence of a list', '- so:\n\n  ```sh\n  echo $HOME\n  ```', []],
    ['a dollar in indented code', 'So:\n\n    echo $HOME\n', []],
    ['a dollar in a comment', 'So <!-- $x\n\n$y --> it is.', []],
    ['a formula over lines', 'It is $x +\ny$ here.', []],
    ['a display formula', '$$\nx = 1\n$$', []],
    ['a display formula whose lines look like a list', '$$\nx\n- y\n+ z\n| u |\n$$\n\nIt is $x$.', []],
    ['a display formula within its line, and a list', '$$x$$\n- $y$\n- $z$', []],
    ['a display formula with an escaped dollar', '$$ \\text{\\$5} $$', []],
    ['dollars between brackets of TeX', 'It is \\(a $ b\\) and \\[ $ \\].', []],
    ['a formula that is not closed', 'It is $x here.', ['lone-dollar: $']],
    ['one closed too often', 'It is $x$ and y$ here.', ['lone-dollar: $']],
    ['spaces inside', 'It is $ x $ here.', ['lone-dollar: $', 'lone-dollar: $']],
    ['a formula that a blank line cuts', 'It is $x\n\ny$ here.', ['lone-dollar: $', 'lone-dollar: $']],
    ['a display formula that is not closed', 'So:\n\n$$\nx = 1\n\nThen.', ['lone-dollar: $$']],
    ['an item that the next one ends', '- $x\n- $y$', ['lone-dollar: $']],
    ['a row that the next one ends', '| a | $x |\n|---|---|\n| b | $y$ |', ['lone-dollar: $']],
    ['a price before formulas', 'For $5 a piece$x$ and $y$.', ['lone-dollar: $']],
  ];
  for (const [what, body, expected] of cases) {
    it(`${expected.length === 0 ? 'let pass' : 'say'} ${what}`, () => {
      assert.deepEqual(judge({ 'a.md': q(body) }), expected);
      assert.deepEqual(judge({ 'a.md': q(body).replaceAll('\n', '\r\n') }).length, expected.length);
    });
  }

  it('are escaped where a price is mistaken for a formula, and only there', () => {
    const fixes = (body: string) =>
      createChecker({ 'a.md': q(body) })
        .check('a.md')
        .map((problem) => [problem.range.startCharacter, planFix(problem)?.text]);
    assert.deepEqual(fixes('For $5 a piece$x$ and $y$.'), [[4, '\\']]);
    assert.deepEqual(fixes('It is $x here.'), [[6, undefined]]);
  });
});

describe('formulas of a deck', () => {
  const refuse = (bad: string, position?: number) => ({
    texFault: (tex: string) =>
      tex.includes(bad) ? { reason: 'no', position: position ?? tex.indexOf(bad) } : undefined,
  });

  it('are marked from where they are wrong', () => {
    assert.deepEqual(judge({ 'a.md': q('It is $a + \\foo{b}$ here, $c$ there.') }, refuse('\\foo')), [
      'tex: \\foo{b}',
    ]);
    assert.deepEqual(judge({ 'a.md': q('$$\na +\n\\foo\n$$') }, refuse('\\foo')), ['tex: \\foo\n']);
  });

  it('are marked whole where nobody knows what is wrong', () => {
    const texFault = () => ({ reason: 'no', position: undefined });
    assert.deepEqual(judge({ 'a.md': q('It is $a + b$.') }, { texFault }), ['tex: a + b']);
  });

  it('of a quote have none of its marks', () => {
    const seen: string[] = [];
    const texFault = (tex: string) => {
      seen.push(tex);
      return undefined;
    };

    judge({ 'a.md': q('> $$\n> a\n> + b\n> $$') }, { texFault });
    assert.deepEqual(seen, ['a\n+ b']);
  });

  it('are not judged while dollars do not pair', () => {
    assert.deepEqual(judge({ 'a.md': q('It is $\\foo$ and $ x.') }, refuse('\\foo')), ['lone-dollar: $']);
  });
});

describe('links of a deck', () => {
  const others = {
    'notes/b.md': '# B?\n\nYes.\n\n## Further Reading!\n',
    'notes/Mixed.md': '',
    'notes/my file.md': '',
  };
  const gone = { exists: () => false };
  const links = (body: string, ports: Partial<CheckerPorts> = gone) =>
    judge({ 'notes/a.md': q(body), ...others }, ports).filter((each) => /^(?:link|image)/.test(each));

  for (const body of [
    '[b](b.md)',
    '[b](./b.md "title")',
    '[b](<my file.md>)',
    '[b](my%20file.md)',
    '[b](../notes/b.md)',
    '[b](../../outside.md)',
    '[b](b.md#further-reading)',
    '[b](b.md#b-1)',
    '[b](#q)',
    '[b](#)',
    '[top](#top)',
    '[web](https://example.com/x.md)',
    '[mail](mailto:a@b.c)',
    '[root](/x.md)',
    '`[code](nothing.md)`',
    'x[i](j)',
    '[a][b]\n\n[b]: b.md',
    '[^1]: nothing.md',
    '<a name="here"></a> [h](#here)',
    '[s](#setext)\n\nSetext\n------\n',
    '[x](%E0%A4%A.md?)'.replace('%E0%A4%A.md?', 'b.md?raw=1'),
  ])
    it(`let pass ${JSON.stringify(body)}`, () => {
      assert.deepEqual(links(body), []);
    });

  for (const [body, expected] of [
    ['[b](nothing.md)', ['link: nothing.md']],
    ['[b](./nothing.md#part "t")', ['link: ./nothing.md#part']],
    ['![b](nothing.png)', ['image: nothing.png']],
    ['[![b](nothing.png)](b.md)', ['image: nothing.png']],
    ['<img alt="b" src="nothing.png">', ['image: nothing.png']],
    ['[b]: nothing.md', ['link: nothing.md']],
    ['[b](#nothing)', ['link: #nothing']],
    ['[b](b.md#nothing)', ['link: b.md#nothing']],
    ['[b](<no file.md>)', ['link: no file.md']],
    ['[b](a(1).md)', ['link: a(1).md']],
    ['| [b](nothing.md) | [c](b.md) |', ['link: nothing.md']],
  ] as const)
    it(`say ${body}`, () => {
      assert.deepEqual(links(body), expected);
    });

  it('say nothing of a file that may be there', () => {
    assert.deepEqual(links('![b](some.png)', { exists: () => undefined }), []);
    assert.deepEqual(links('![b](some.png)', { exists: () => true }), []);
  });

  const fixOf = (body: string, more: Record<string, string> = {}) => {
    const text = q(body);
    const problems = createChecker({ 'notes/a.md': text, ...others, ...more }, gone).check('notes/a.md');
    return problems.flatMap((problem) => {
      const fix = planFix(problem);
      return fix === undefined ? [] : `${markedText(text, problem)} → ${fix.text}`;
    });
  };

  it('are mended where one file can be meant', () => {
    assert.deepEqual(fixOf('[m](mixed.md)'), ['mixed.md → Mixed.md']);
    assert.deepEqual(fixOf('[m](../Notes/mixed.md#part)'), [
      '../Notes/mixed.md#part → ../notes/Mixed.md#part',
    ]);
    assert.deepEqual(fixOf('[m](./b)'), ['./b → ./b.md']);
    assert.deepEqual(fixOf('[m](My%20file)'), ['My%20file → my%20file.md']);
  });

  it('are not mended where two can', () => {
    assert.deepEqual(fixOf('[m](mixed.md)', { 'notes/MIXED.md': '' }), []);
    assert.deepEqual(fixOf('[m](nothing.md)'), []);
  });

  it('may name a question by its id', () => {
    assert.deepEqual(links('[b](own-id)'), ['link: own-id']);
    const deck = { 'notes/a.md': q('[b](own-id)'), 'x/own-id.md': '---\ntitle: What?\n---\n\nYes.\n' };
    assert.deepEqual(judge(deck, gone), []);
  });

  it('are asked again when a file comes or goes', () => {
    const checker = createChecker({ 'a.md': q('[b](b.md)') }, gone);
    assert.equal(checker.check('a.md').length, 1);
    assert.equal(checker.update(readForTest('b.md', '')), 'all');
    assert.equal(checker.check('a.md').length, 0);
    assert.equal(checker.remove('b.md'), 'all');
    assert.equal(checker.check('a.md').length, 1);
  });
});

describe('questions of a deck', () => {
  it('say that they have no answer', () => {
    assert.deepEqual(judge({ 'a.md': '# 1. What is LoRA?\n\n# Why?\n\nYes.\n' }), [
      'unanswered: 1. What is LoRA?',
    ]);
  });

  it('say that they are asked twice, and where', () => {
    const checker = createChecker({
      'a.md': '# What is LoRA?\n\nA.\n',
      'b.md': '\n## What is *LoRA*\n?\n\nB.\n'.replace('\n?', '?'),
    });
    assert.deepEqual(checker.check('a.md'), [
      {
        code: 'duplicate',
        others: [{ file: 'b.md', line: 2, title: 'What is *LoRA*?' }],
        range: { startLine: 0, startCharacter: 2, endLine: 0, endCharacter: 15 },
      },
    ]);
    assert.deepEqual(
      checker.check('b.md').map(({ code }) => code),
      ['duplicate'],
    );
  });

  it('are others where what is asked about is another', () => {
    const checker = createDeckChecker({ exists: () => undefined, texFault: () => undefined });
    const text = '# What is the output?\n\nA.\n\n# What is the output?\n\nB.\n';
    const file = readForTest('a.md', text);
    const ask = (...prompts: readonly string[]) => {
      checker.update({
        ...file,
        questions: file.questions.map((question, at) => ({ ...question, prompt: prompts[at] ?? '' })),
      });
      return checker.check('a.md').length;
    };
    assert.deepEqual([ask('1 + 1', '1 + 2'), ask('1 + 1', '1 + 1')], [0, 2]);
  });

  const shared = {
    'b.md': '---\ntitle: B?\nid: kv-cache # mine\n---\n\nB.\n',
    'a.md': '---\ntitle: A?\nid: "KV cache"\n---\n\nA.\n'.replace('KV cache', 'KV-cache'),
  };

  it('say that two have one id, all but the first', () => {
    assert.deepEqual(judge(shared), ['same-id: kv-cache']);
    assert.deepEqual(judge({ 'a.md': shared['a.md'], 'b.md': shared['b.md'] }), []);
    const [problem] = createChecker(shared).check('b.md');
    assert.equal(problem && planFix(problem)?.text, 'kv-cache-2');
  });

  it('say that two files of our own format have one name, and leave that to a person', () => {
    const own = '---\ntitle: What?\n---\n\nYes.\n';
    const files = { 'y/lora.md': own, 'x/lora.md': own.replace('What', 'Why') };
    assert.deepEqual(judge(files), ['same-id: title: What?']);
    assert.deepEqual(createChecker(files).check('y/lora.md').map(planFix), [undefined]);
  });

  it('have no id of their file where that is not our own format', () => {
    const page = '---\ntitle: Notes\n---\n\n# Why?\n\nYes.\n';
    assert.deepEqual(judge({ 'y/README.md': page, 'x/README.md': page.replace('Why', 'How is it') }), []);
  });

  it('say that two titles have one id in braces', () => {
    assert.deepEqual(judge({ 'a.md': '# A? {#x}\n\nA.\n\n# B? {#x}\n\nB.\n' }), ['same-id: x']);
  });

  it('say that one was passed over, and only where it looks like one', () => {
    const text = '# A?\n\nA.\n\nSome words. Or not? Yes.\n\n**What is this?**\n\nWhy is it so?\n';
    const block = { file: 'a.md', line: 5, endLine: 7 };
    const checker = createDeckChecker({ exists: () => undefined, texFault: () => undefined });
    checker.update(
      readForTest('a.md', text, [
        { ...block, reason: 'prose' },
        { ...block, line: 9, endLine: 9, reason: 'navigation' },
      ]),
    );
    assert.deepEqual(
      checker.check('a.md').map((problem) => `${problem.code}: ${markedText(text, problem)}`),
      ['passed-over: **What is this?**'],
    );
  });
});

describe('a change of a deck’s file', () => {
  const text = '# What is LoRA?\n\nIt is $x$.\n';
  it('concerns no other file while it is in an answer', () => {
    assert.equal(createChecker({ 'a.md': text }).update(readForTest('a.md', text.replace('x', 'y'))), 'none');
  });
  it('concerns the files that name it when its lines move', () => {
    assert.equal(createChecker({ 'a.md': text }).update(readForTest('a.md', `\n${text}`)), 'naming');
  });
  it('concerns all when a title is another', () => {
    assert.equal(
      createChecker({ 'a.md': text }).update(readForTest('a.md', text.replace('LoRA', 'DoRA'))),
      'all',
    );
  });
});

describe('hostile texts', () => {
  const long = 30_000;
  for (const [what, body] of [
    ['dollars', '$'.repeat(long)],
    ['dollars and spaces', '$ '.repeat(long)],
    ['escaped dollars', '\\$'.repeat(long)],
    ['lines of display dollars', '$$\n'.repeat(long)],
    ['brackets of TeX', '\\('.repeat(long)],
    ['brackets', '['.repeat(long)],
    ['images', '!['.repeat(long)],
    ['half links', ']('.repeat(long)],
    ['links in links', '[a]('.repeat(long)],
    ['spaces', `[a](${' '.repeat(long)}`],
    ['tags', '<img src='.repeat(long)],
    ['tags with spaces', `<a ${'x '.repeat(long)}`],
    ['comments', '<!--'.repeat(long)],
    ['backticks', Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join(' ')],
    ['quotes', '> '.repeat(long)],
    ['braces', '{#'.repeat(long)],
    ['anchors', '<h1 '.repeat(long)],
    ['one question many times', '# Why is it so?\n\n'.repeat(5_000)],
    [
      'misspelt words',
      Array.from(
        { length: 5000 },
        (_, n) => `# abcdefghij${'klmnopqrst'[n % 10]}${'abcdefghij'[(n / 10) | (0 % 10)] ?? 'z'}wxyz?`,
      ).join('\n\n'),
    ],
  ] as const)
    it(`are judged in linear time: ${what}`, () => {
      const texts = [body, `${body}\n${body}`];
      for (const text of texts) createChecker({ 'a.md': q(text) }, { exists: () => false }).check('a.md');
    }).timeout(5000);
});

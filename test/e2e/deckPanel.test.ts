import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { axeViolations } from './support/axe';
import { createDeckWorkspace } from './support/deckFolder';
import { eventuallyEqual } from './support/eventually';
import { aCardView, anAnswerView, aQuestionView, tellPage } from './support/handMade';
import { openBySearch, revealAll, untilDeckIsRead } from './support/study';
import { otherThemes } from './support/themes';
import { openWorkbench, type Workbench } from './support/workbench';

const lora = String.raw`LoRA freezes the weights and learns a **low-rank** update \(\Delta W = BA\).

## How it works

<p align="center"><img src="../images/cat.svg" width="120" alt="A cat in two colours"></p>

\[
h = W_0 x + \frac{\alpha}{r} B A x
\]

<details><summary>Why is <code>B</code> zero at first?</summary>

So that nothing changes before the first step. Press <kbd>Ctrl</kbd>+<kbd>C</kbd> to stop.<br>Then go on.

</details>

### Numbers

| rank | parameters |
| ---- | ---------: |
| 8    |      65536 |

${'```python'}
def update(w, a, b): return w + b @ a
${'```'}

![a diagram of everything](https://images.example/lora.png)
![the one that is gone](gone.png)

More in [another file](../more.md#what-is-quantization), [Q2](#2-what-is-distillation), [the cache](kv-cache),
[a page](http://pages.example/x), [the plan](../plan.txt), [outside](../../../secret.txt) and
[${'\u202e'}moc.elgoog](https://evil.example/).
`;

const files = {
  'my-deck/notes/list.md': `# 1. What is LoRA?\n\n${lora}\n\n# 2. What is distillation?\n\n# 3. What is verbosity?\n\n${'A line of a long answer.\n\n'.repeat(60)}`,
  'my-deck/more.md': '# Things\n\n## What is pruning?\n\nLess.\n\n## What is quantization?\n\nFewer bits.\n',
  'my-deck/plan.txt': 'the plan',
  'my-deck/images/cat.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="120" height="120" fill="#c60"/><circle cx="180" cy="60" r="50" fill="#08c"/></svg>',
  'secret.txt': 'secret',
};

describe('a question of a deck', () => {
  let workbench: Workbench;
  const panel = () => workbench.webview();
  const write = (name: string, text: string) => {
    const file = path.join(workbench.folder, 'my-deck', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  before(async () => {
    workbench = await openWorkbench({ folder: createDeckWorkspace('deck-panel', files) });
    await untilDeckIsRead(workbench, 'my-deck');
    await openBySearch(workbench, 'What is LoRA?');
  });
  after(() => workbench.close());

  it('says of which deck it is, and has no step that has nothing', async () => {
    await eventuallyEqual(() => panel().locator('section[data-step]').count(), 1);
    assert.match(await panel().locator('.eyebrow').innerText(), /^my-deck(?: · |$)/);
    assert.equal(await panel().locator('.checked').count(), 0);
    assert.equal(await panel().locator('footer [data-action="next"]').innerText(), 'Reveal answer Space');
    await workbench.screenshot('deck-veiled-dark');
    await panel().locator('h1').click();
    await workbench.page.keyboard.press('Space');
    await panel().locator('section[data-step="answer"]:not(.veiled)').waitFor();
    await panel().locator('footer [data-action="hide"]').waitFor();
  });

  it('shows what people write: HTML, TeX in its other brackets, headings below the panel’s own', async () => {
    await panel().locator('.math-display .katex-html').waitFor();
    assert.equal(await panel().locator('.answer .katex-html').count(), 2);
    assert.deepEqual(await panel().locator('.answer :is(h1, h2, h3, h4)').allInnerTexts(), [
      'How it works',
      'Numbers',
    ]);
    assert.equal(await panel().locator('.answer h3').innerText(), 'How it works');
    await panel().locator('.answer summary').click();
    assert.equal(await panel().locator('.answer details[open] kbd').count(), 2);
    assert.equal(await panel().locator('.answer td.align-right').innerText(), '65536');
  });

  it('shows the deck’s own pictures, and only the description of others', async () => {
    const picture = panel().locator('.answer img');
    assert.equal(await picture.count(), 1);
    assert.equal(await picture.getAttribute('alt'), 'A cat in two colours');
    assert.equal(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), 240);
    assert.deepEqual(await panel().locator('.image-elsewhere').allInnerTexts(), [
      'a diagram of everything (image at images.example)',
      'the one that is gone',
    ]);
    assert.deepEqual(workbench.foreignRequests(), []);
  });

  it('has links that say where they lead, and none out of the deck', async () => {
    const links = await panel()
      .locator('.answer a')
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
    assert.deepEqual(links, [
      ['image at images.example', 'https://images.example/lora.png'],
      ['another file', '#more.md'],
      ['Q2', '#notes/list.md'],
      ['the cache', '#kv-cache'],
      ['a page', 'http://pages.example/x'],
      ['the plan', '#plan.txt'],
      ['moc.elgoog', 'https://evil.example/'],
    ]);
  });

  it('has no violation that axe knows of, in any theme', async () => {
    for (const [name, theme] of Object.entries({ dark: 'Default Dark Modern', ...otherThemes })) {
      if (name !== 'dark') await useTheme(workbench, theme);
      await panel().locator('h1').scrollIntoViewIfNeeded();
      await workbench.screenshot(`deck-answer-${name}`);
      await panel().locator('.answer table').scrollIntoViewIfNeeded();
      await workbench.screenshot(`deck-answer-below-${name}`);
      assert.deepEqual(await axeViolations(await workbench.webviewFrame()), [], name);
    }
    await useTheme(workbench, 'Default Dark Modern');
  });

  it('leads by its links to questions of the deck and of the bank, and back', async () => {
    for (const [link, title] of [
      ['another file', 'What is quantization?'],
      ['Q2', 'What is distillation?'],
      ['the cache', 'KV cache'],
    ] as const) {
      await panel().locator('.answer a', { hasText: link }).click();
      await panel().locator('h1', { hasText: title }).waitFor();
      await panel().locator('[data-action="back"]').click();
      await panel().locator('h1', { hasText: 'What is LoRA?' }).waitFor();
      await revealAll(workbench);
    }
  });

  it('leads to a file of the deck', async () => {
    await panel().locator('.answer a', { hasText: 'the plan' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'plan.txt' }).waitFor();
    await workbench.page.keyboard.press('Control+w');
  });

  it('says that nobody has answered it, with a way to do so', async () => {
    await openBySearch(workbench, 'What is distillation?');
    await panel().locator('.unanswered', { hasText: 'Nobody has answered this one yet.' }).waitFor();
    assert.equal(await panel().locator('.unanswered [data-action="write"]').innerText(), 'Write the answer');
    assert.equal(await panel().locator('.veil, [data-action="next"], [data-action="hide"]').count(), 0);
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await workbench.screenshot('deck-unanswered-dark');
  });

  it('opens its own file at its line', async () => {
    await openBySearch(workbench, 'What is verbosity?');
    await panel().locator('[data-action="source"]').click();
    await workbench.page.locator('.tab.active', { hasText: 'list.md' }).waitFor();
    const line = files['my-deck/notes/list.md'].split('\n').indexOf('# 3. What is verbosity?') + 1;
    await workbench.page.locator('.active-line-number').getByText(String(line), { exact: true }).waitFor();
  });

  it('reads anew after an edit, at the step and place where the reader is', async () => {
    await openBySearch(workbench, 'What is verbosity?');
    await workbench.runCommand('View: Move Editor into Next Group');
    await panel().locator('h1', { hasText: 'What is verbosity?' }).waitFor();
    await revealAll(workbench);
    await panel()
      .locator('html')
      .evaluate(() => scrollTo({ top: 700 }));
    const edited = files['my-deck/notes/list.md'].replace('A line of a long', 'An EDITED line of a long');
    write('notes/list.md', edited);
    await panel().locator('.answer', { hasText: 'EDITED' }).waitFor();
    assert.equal(await panel().locator('section.veiled').count(), 0);
    await eventuallyEqual(
      () =>
        panel()
          .locator('html')
          .evaluate(() => Math.round(scrollY)),
      700,
    );
  });

  it('says when it is gone, leaves the way back, and is there again', async () => {
    const without = files['my-deck/notes/list.md'].replace('# 3. What is verbosity?', 'No question');
    write('notes/list.md', without);
    await panel().locator('.gone', { hasText: 'not in its deck any more' }).waitFor();
    assert.equal(await panel().locator('h1').innerText(), 'What is verbosity?');
    await workbench.screenshot('deck-gone-dark');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    write('notes/list.md', files['my-deck/notes/list.md']);
    await panel().locator('.answer', { hasText: 'A line of a long answer' }).waitFor();
    assert.equal(await panel().locator('section.veiled').count(), 0);
    write('notes/list.md', without);
    await panel().locator('.gone').waitFor();
    await panel().locator('[data-action="back"]').click();
    await panel().locator('h1', { hasText: 'What is distillation?' }).waitFor();
    write('notes/list.md', files['my-deck/notes/list.md']);
  });

  it('shows what can be chosen from, and what is right with the answer', async () => {
    const frame = await workbench.webviewFrame();
    await tellPage(frame, 'show', anAnswerView(aQuestionView(choice)));
    assert.deepEqual(await panel().locator('.option').allInnerTexts(), [
      'A\nSoftmax',
      'B\nReLU',
      'C\n√dₖ alone',
    ]);
    await panel().locator('h1').click();
    await workbench.page.keyboard.press('a');
    await panel().locator('.option.is-right .verdict:visible').waitFor();
    assert.equal(await panel().locator('.right-options').innerText(), 'A Softmax');
    assert.deepEqual(await axeViolations(frame), []);
    await workbench.screenshot('deck-options-answer-dark');
  });
});

const choice = {
  title: 'Which function makes attention weights?',
  shortAnswer: 'It makes them positive, and their sum one.',
  options: [
    { letter: 'A', text: 'Softmax', isRight: true },
    { letter: 'B', text: '`ReLU`', isRight: false },
    { letter: 'C', text: '√dₖ alone', isRight: false },
  ],
};

describe('a quiz on a deck', () => {
  let workbench: Workbench;
  const panel = () => workbench.webview();
  const press = (key: string) => workbench.page.keyboard.press(key);
  const deck = (...titles: string[]) => titles.map((title) => `# ${title}\n\nAn answer.\n`).join('\n');
  const write = (text: string) => writeFileSync(path.join(workbench.folder, 'my-deck', 'list.md'), text);

  before(async () => {
    const folder = createDeckWorkspace('deck-quiz', { 'my-deck/list.md': deck('What is a?') });
    workbench = await openWorkbench({ folder });
    await untilDeckIsRead(workbench, 'my-deck');
    await openBySearch(workbench, 'What is a?');
    // An open file is followed while it is edited elsewhere, too.
    await panel().locator('[data-action="source"]').click();
    await workbench.page.locator('.tab.active', { hasText: 'list.md' }).waitFor();
    await openBySearch(workbench, 'What is a?');
    await panel().locator('[data-action="quiz"]').click();
    await panel().locator('.card h1', { hasText: 'What is a?' }).waitFor();
  });
  after(() => workbench.close());

  it('keeps what was typed while the file is edited', async () => {
    await panel().locator('textarea').click();
    await workbench.page.keyboard.type('my own words');
    write('# What is a?\n\nAnother answer.\n');
    await panel()
      .locator('[role="status"]', { hasText: 'The question has changed' })
      .waitFor({ state: 'attached' });
    await workbench.page.keyboard.type(', and more');
    assert.equal(await panel().locator('textarea').inputValue(), 'my own words, and more');
  });

  it('reveals and grades without key points', async () => {
    await panel().locator('.card h1').click();
    await press('Space');
    await panel().locator('.whole-answer h2:focus').waitFor();
    assert.equal(await panel().locator('.rubric').count(), 0);
    assert.equal(await panel().locator('.whole-answer .short-answer').innerText(), 'Another answer.');
    assert.deepEqual(await axeViolations(await workbench.webviewFrame()), []);
    await workbench.screenshot('deck-quiz-dark');
  });

  it('passes over a question that is gone, and asks it when it is there again', async () => {
    write('nothing here\n');
    await panel().locator('.scorecard').waitFor();
    write(deck('What is a?'));
    await panel().locator('.card h1', { hasText: 'What is a?' }).waitFor();
    await panel().locator('.card h1').click();
    await press('Space');
    await panel().locator('.grades').waitFor();
    await press('3');
    await panel().locator('.scorecard h1', { hasText: '1 of 1 known' }).waitFor();
    await press('u');
    await panel().locator('.card').waitFor();
  });

  it('says at the reveal that nobody has answered, and can be graded', async () => {
    write('# What is a?\n');
    await panel()
      .locator('[role="status"]', { hasText: 'The question has changed' })
      .waitFor({ state: 'attached' });
    await panel().locator('.card h1').click();
    await press('Space');
    await panel().locator('.unanswered', { hasText: 'Nobody has answered this one yet.' }).waitFor();
    await panel().locator('.grades button').first().waitFor();
    await workbench.screenshot('deck-quiz-unanswered-dark');
  });

  it('offers options by letter, number and arrow before the answer, and grades by number after it', async () => {
    const frame = await workbench.webviewFrame();
    const show = () => tellPage(frame, 'show', aCardView(aQuestionView(choice)));
    const chosen = () =>
      panel()
        .locator('.option input')
        .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).checked).indexOf(true));
    await show();
    await panel().locator('fieldset.options').waitFor();
    assert.equal(await chosen(), -1);
    await panel().locator('.card h1').click();
    for (const [key, number] of [
      ['2', 1],
      ['c', 2],
      ['ArrowUp', 1],
      ['A', 0],
      ['b', 1],
    ] as const) {
      await press(key);
      assert.equal(await chosen(), number, key);
    }
    await workbench.screenshot('deck-options-dark');
    assert.deepEqual(await axeViolations(frame), []);
    assert.equal(await panel().locator('.grades').count(), 0);
    await press('Space');
    await panel().locator('h2.choice:focus', { hasText: 'You chose B; right is A' }).waitFor();
    assert.deepEqual(await panel().locator('.verdict').allInnerTexts(), ['✓ right', '✗ your choice']);
    assert.equal(await panel().locator('.grade.primary').innerText(), 'Again 1\nafter 3 others');
    for (const [name, theme] of Object.entries({ dark: 'Default Dark Modern', ...otherThemes })) {
      if (name !== 'dark') await useTheme(workbench, theme);
      await workbench.screenshot(`deck-options-revealed-${name}`);
      assert.deepEqual(await axeViolations(frame), [], name);
    }
    await show();
    await panel().locator('.card h1').click();
    await press('1');
    await press('Enter');
    await panel().locator('h2.choice:focus', { hasText: '✓ Right: A' }).waitFor();
    assert.equal(await panel().locator('.grade.primary').innerText(), 'Good 3\n4 days');
  });

  it('asks nothing of any address but its own server', () => {
    assert.deepEqual(workbench.foreignRequests(), []);
  });
});

/** The folder's settings name the deck, too. */
async function useTheme(workbench: Workbench, theme: string): Promise<void> {
  const themeNow = () => document.querySelector('.monaco-workbench')?.className;
  const before = await workbench.page.evaluate(themeNow);
  workbench.changeSettings({ 'llmStudy.decks.folders': ['my-deck'], 'workbench.colorTheme': theme });
  await workbench.page.waitForFunction(
    (old) => document.querySelector('.monaco-workbench')?.className !== old,
    before,
  );
}

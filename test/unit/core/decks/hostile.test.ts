import assert from 'node:assert/strict';
import type { Deck, DeckFile } from '../../../../src/core/decks/deck';
import { encodeDeckPath, resolveDeckPath } from '../../../../src/core/decks/deckPath';
import { resolveLink } from '../../../../src/core/decks/links';
import { createDeckChecker } from '../../../../src/core/decks/problems/deckChecker';
import { createDeckReader } from '../../../../src/core/decks/readDeck';
import { renderHoverMarkdown, renderTooltipMarkdown } from '../../../../src/core/hover/renderHover';
import {
  hostileDeckInputs,
  hostileInputs,
  hostileTargets,
  hostileTitles,
} from '../../../support/hostileInputs';
import { hostileShapes } from '../../../support/hostileShapes';

const texts = [
  ...hostileInputs,
  ...hostileDeckInputs,
  ...hostileTitles,
  ...hostileTargets,
  ...hostileTargets.map((target) => `[a](${target}) ![a](<${target}>) <img src="${target}">`),
];

const read = (files: readonly DeckFile[], title = 'The deck'): Deck =>
  createDeckReader().read('deck', title, files);

/** What must not be in a line that is shown: it would read as another. */
const unseen =
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;

/** What a hover's Markdown is without what stands for itself: escaped marks, and code. */
const actingMarkdown = (markdown: string) =>
  markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/`[^`\n]*`/g, '');

/** What the reading of a hostile deck promises and does not keep. */
function findBroken(deck: Deck, files: readonly DeckFile[]): string[] {
  const lengths = new Map(files.map(({ path, text }) => [path, text.split(/\r\n|\n|\r/).length]));
  const isPlace = ({ file, line, endLine }: Deck['skipped'][number] | Deck['questions'][number]['place']) =>
    1 <= line && line <= endLine && endLine <= (lengths.get(file) ?? 0);
  const lines = [
    deck.title,
    ...deck.topics.flatMap(({ title, about }) => [title, about]),
    ...deck.questions.flatMap(({ title, options = [] }) => [title, ...options.map(({ letter }) => letter)]),
  ];
  const ids = deck.questions.map(({ id }) => id);
  const places = deck.questions.flatMap(({ place, answerPlace = place }) => [place, answerPlace]);
  return [
    ...lines
      .filter((line) => line === '' || line !== line.trim() || unseen.test(line))
      .map((line) => `line ${line}`),
    ...ids.filter((id) => !/^deck--[a-z0-9-]{1,94}$/.test(id)),
    ...deck.topics.map(({ id }) => id).filter((id) => !/^deck--[a-z0-9-]+$/.test(id)),
    ...(new Set(ids).size === ids.length ? [] : ['ids that are not unique']),
    ...[...places, ...deck.skipped].filter((place) => !isPlace(place)).map((place) => JSON.stringify(place)),
    ...deck.questions.flatMap(findBrokenHover),
    ...findAskedOutside(deck, files),
  ];
}

function findBrokenHover(question: Deck['questions'][number]): string[] {
  const links = { open: 'command:ours', quiz: 'command:ours' };
  const hover = actingMarkdown(renderHoverMarkdown(question, [], { theme: 'dark', links }));
  const tooltip = actingMarkdown(renderTooltipMarkdown(question, 'New'));
  const acting = (markdown: string) => markdown.match(/\]\(|<[a-z!/?]|&#?\w+;|:\/\/|www\.|command:/gi) ?? [];
  return [
    ...(acting(hover).join() === '](,command:,](,command:' ? [] : [`hover ${hover.slice(0, 200)}`]),
    ...(acting(tooltip).length === 0 ? [] : [`tooltip ${tooltip.slice(0, 200)}`]),
  ];
}

/** Paths that the search for problems asks the disk for and that are not below the deck's folder on every system. */
function findAskedOutside({ questions, skipped }: Deck, files: readonly DeckFile[]): string[] {
  const asked = new Set<string>();
  const checker = createDeckChecker({
    exists: (path) => (asked.add(path), false),
    texFault: () => undefined,
  });
  for (const { path, text } of files) {
    const here = questions.filter(({ place }) => place.file === path);
    checker.update({ path, text, questions: here, skipped: skipped.filter(({ file }) => file === path) });
  }
  for (const { path } of files) checker.check(path);
  const folders = files.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1));
  const own = (path: string) =>
    Math.max(...folders.map((folder) => (path.startsWith(folder) ? folder.length : 0)));
  return [...asked]
    .map((path) => path.slice(own(path)))
    .filter((path) => resolveDeckPath('', encodeDeckPath(path))?.path !== path)
    .map((path) => `asks for ${path}`);
}

describe('every hostile text', () => {
  for (const [shape, write] of Object.entries(hostileShapes)) {
    it(`is read as what it is in each field of a ${shape}`, function () {
      this.timeout(60_000);
      for (const text of texts) {
        const files = write(text);
        assert.deepEqual(findBroken(read(files, text), files), [], text.slice(0, 300));
      }
    });
  }

  it('is met in every shape', () => {
    const shapes = Object.values(hostileShapes).map((write) => read(write('safe text')));
    assert.deepEqual(
      shapes.filter(({ questions }) => questions.length === 0),
      [],
    );
  });

  it('takes as long as any text of its length', function () {
    this.timeout(120_000);
    const whole = (text: string) =>
      Object.values(hostileShapes)
        .flatMap((write) => write(text))
        .map(({ text: part }) => part)
        .join('\n\n');
    const size = 20_000;
    const long = (text: string) => `${whole(text)}\n`.repeat(Math.ceil(size / whole(text).length));
    const slow = texts.filter((text) => {
      const hostile = long(text);
      const plain = long('Some words that say nothing. ').repeat(Math.ceil(hostile.length / size));
      return !isAtMost(
        20,
        () => timeOf(hostile),
        () => timeOf(plain.slice(0, hostile.length)),
      );
    });
    assert.deepEqual(
      slow.map((text) => text.slice(0, 80)),
      [],
    );
  });
});

describe('a title with what is not seen', () => {
  it('is shown as what it reads, in whatever shape', () => {
    for (const title of hostileTitles) {
      const inShapes = [
        `## ${title.replace('\u2028', ' ')}\n\nA.\n`,
        `---\ntitle: ${JSON.stringify(title)}\nlevel: easy\n---\n\nA.\n`,
        `---\nquestion: ${JSON.stringify(title)}\n---\n\nA.\n`,
        `| Question | Answer |\n|---|---|\n| ${title} | A. |\n`,
      ];
      for (const text of inShapes)
        assert.deepEqual(
          read([{ path: 'a.md', text }]).questions.map((each) => each.title),
          ['What is LoRA?'],
          JSON.stringify(title),
        );
    }
  });

  it('makes one topic with its like', () => {
    const sections = ['LoRA', 'Lo\u200BRA', '\u202ELoRA'];
    const text = sections.map((name, at) => `# ${name}\n\n## What is ${String(at)}?\n\nA.\n`).join('\n');
    assert.deepEqual(
      read([{ path: 'a.md', text }]).topics.map(({ title }) => title),
      ['LoRA'],
    );
  });
});

describe('a link that leads out of a deck', () => {
  for (const target of hostileTargets) {
    it(`resolves to nothing: ${JSON.stringify(target)}`, () => {
      assert.equal(resolveDeckPath('a.md', target), undefined);
      const asked: string[] = [];
      resolveLink(target, 'b/c.md', (path) => (asked.push(path), false));
      assert.deepEqual(
        asked.filter((path) => path.split('/').includes('..')),
        [],
      );
    });
  }
});

describe('one line of fifty megabytes', () => {
  for (const unit of ['What is a word? ', '> ', '[a](../', '<a ', '\u202E|']) {
    it(`takes ten times as long as one of five: ${JSON.stringify(unit)}`, function () {
      this.timeout(180_000);
      const line = (megabytes: number) => unit.repeat((megabytes * 1_000_000) / unit.length);
      const [small, large] = [line(5), line(50)];
      assert.ok(
        isAtMost(
          30,
          () => timeOf(large),
          () => timeOf(small),
        ),
      );
    });
  }
});

describe('a hundred thousand nested quotes', () => {
  for (const quotes of ['> '.repeat(100_000), '>'.repeat(100_000), `${'> '.repeat(300)}x\n`.repeat(330)]) {
    it(`take as long as any text of their length: ${quotes.slice(0, 4)}… ${String(quotes.length)}`, function () {
      this.timeout(60_000);
      const plain = 'word '.repeat(quotes.length / 5);
      for (const before of ['', '## What is x?\n\n', 'Q: What is x?\nA: '])
        assert.ok(
          isAtMost(
            20,
            () => timeOf(`${before}${quotes}x\n`),
            () => timeOf(`${before}${plain}\n`),
          ),
        );
    });
  }
});

describe('a front matter of nested braces', () => {
  // The library would take minutes for a few hundred, and take the process with it for a few thousand.
  for (const nest of ['{', '? ', '{? ', '[{', '- '])
    it(`is read in time: ${nest}`, () => {
      for (const field of ['', 'title: '])
        assert.ok(timeOf(`---\n${field}${nest.repeat(400)}x\n---\n\n## What is x?\n\nA.\n`) < 1500);
    });
});

/** Milliseconds to read a page, to look for its problems, and to show its questions. */
function timeOf(text: string): number {
  const files = [{ path: 'page.md', text }];
  const started = performance.now();
  const deck = read(files);
  findAskedOutside(deck, files);
  for (const question of deck.questions.slice(0, 100)) findBrokenHover(question);
  return performance.now() - started;
}

/** Whether one time is at most so many times the other. A machine has its hiccups: what is slow is slow three times. */
function isAtMost(factor: number, time: () => number, other: () => number): boolean {
  for (let tries = 0; tries < 3; tries++) if (time() <= factor * Math.max(5, other())) return true;
  return false;
}

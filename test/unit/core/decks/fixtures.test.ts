import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DeckFile, DeckQuestion } from '../../../../src/core/decks/deck';
import { createDeckReader } from '../../../../src/core/decks/readDeck';
import { inCheckout } from '../../../support/paths';

/** What a fixture's author says that a person would read in its files. */
interface Expected {
  readonly about: string;
  readonly questions: readonly ExpectedQuestion[];
  readonly skipped?: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
}

interface ExpectedQuestion {
  readonly title: string;
  readonly topic: string | null;
  readonly answered: boolean;
  readonly options: number;
  readonly right?: string;
  readonly file: string;
  readonly line: number;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

const folder = inCheckout('test', 'fixtures', 'decks');
const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'expected.json')));

describe('reading a deck', () => {
  it('is judged by sixty cases at least', () => {
    assert.ok(names.length >= 60, String(names.length));
  });

  for (const name of names) {
    const {
      about,
      questions,
      skipped = [],
    } = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')) as Expected;

    describe(name, () => {
      const files = readFiles(path.join(folder, name, 'deck'));
      const title = 'The deck';
      const deck = createDeckReader().read(name, title, files);

      it(`finds every question and no other: ${about}`, () => {
        const found = deck.questions.map((question) => ({
          title: question.title,
          topic: deck.topics.find(({ id }) => id === question.topic)?.title ?? '',
          answered: question.isUnanswered !== true,
          options: question.options?.length ?? 0,
          right: question.options?.find(({ isRight }) => isRight)?.letter,
          at: `${question.place.file}:${question.place.line}`,
        }));
        assert.deepEqual(
          found,
          questions.map(({ title: asked, topic, answered, options, right, file, line }) => ({
            ...{ title: asked, topic: topic ?? title, answered, options, right, at: `${file}:${line}` },
          })),
        );
      });

      it('gives each its own answer', () => {
        const wrong = questions.flatMap(({ title: asked, has = [], lacks = [] }, at) => {
          const answer = answerOf(deck.questions[at]);
          return [
            ...has.filter((text) => !answer.includes(text)).map((text) => `${asked} lacks: ${text}`),
            ...lacks.filter((text) => answer.includes(text)).map((text) => `${asked} has: ${text}`),
          ];
        });
        assert.deepEqual(wrong, []);
      });

      it('says why it passed over the rest', () => {
        const said = skipped.map(({ file, line }) => {
          const block = deck.skipped.find(
            (each) => each.file === file && each.line <= line && line <= each.endLine,
          );
          return { file, line, reason: block?.reason };
        });
        assert.deepEqual(
          said,
          skipped.map(({ file, line, reason }) => ({ file, line, reason })),
        );
      });
    });
  }
});

function readFiles(root: string): DeckFile[] {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return paths
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** All that is shown of an answer. */
function answerOf(question: DeckQuestion | undefined): string {
  if (question === undefined) return '';
  const { prompt = '', shortAnswer, sections, keyPoints, options = [] } = question;
  const parts = sections.flatMap(({ heading, markdown }) => [heading, markdown]);
  return [prompt, ...options.map(({ text }) => text), shortAnswer, ...parts, ...keyPoints].join('\n');
}
